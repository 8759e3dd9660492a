import { createRoute } from '@hono/zod-openapi'
import { type AuditResult, type AuditResults, auditResultsSchema } from '@rheos/contract'
import { isoInstant } from '../clock.ts'
import type { Context } from '../context.ts'
import type { KeptAudit, KeptAudits } from '../generation/kept-audits.ts'
import { createRouter, type Router } from '../http/router.ts'
import { json } from './request-parts.ts'

const path = '/operator/audits'

const getAudits = createRoute({
  hide: true,
  method: 'get',
  path,
  responses: { 200: json(auditResultsSchema, 'How the audits ended, newest first') },
})
const askForAudit = createRoute({
  hide: true,
  method: 'post',
  path,
  responses: { 202: json(auditResultsSchema, 'An audit is queued') },
})

/** The desk's routes on the books. */
export function operatorBooksRoutes({ audits, operator }: Context): Router {
  const router = createRouter()
  router.openapi(getAudits, async (c) => c.json(await resultsView(audits), 200))
  router.openapi(askForAudit, async (c) => {
    await operator.books.audit(c.get('user'))
    return c.json(await resultsView(audits), 202)
  })
  return router
}

async function resultsView(audits: KeptAudits): Promise<AuditResults> {
  // Asked before it is looked for: what ends in between is then among the results.
  const running = await audits.isAsked()
  return { items: (await audits.latest()).map(auditView), running }
}

function auditView(audit: KeptAudit): AuditResult {
  const { id, startedAt, endedAt, looked, findings, findingCount } = audit
  return {
    id,
    startedAt: isoInstant(startedAt),
    endedAt: isoInstant(endedAt),
    looked: { ...looked },
    findings: [...findings],
    findingCount,
  }
}
