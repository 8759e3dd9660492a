import { createRoute, type z } from '@hono/zod-openapi'
import {
  attendedSchema,
  explanationSchema,
  foundWorkspacesSchema,
  type InspectedWorkspace,
  inspectedWorkspaceSchema,
  newAdjustmentSchema,
  newGrantSchema,
  newMakeGoodSchema,
  newReleaseSchema,
  type OperatorAction,
  operatorActionSchema,
  operatorActionsSchema,
  usageSchema,
} from '@rheos/contract'
import { isoInstant } from '../clock.ts'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import type { Press } from '../operator/operator-action.ts'
import type { ActionRecord } from '../operator/workspace-desk.ts'
import { explanationQuery } from './credits.ts'
import { pressOf } from './operator-press.ts'
import {
  body,
  idempotencyHeader,
  inWorkspaceParams,
  json,
  pageQuery,
  searchQuery,
} from './request-parts.ts'

/** Not in the public description of the API: for others these addresses are not there. */
const hidden = { hide: true } as const
const path = '/operator/workspaces'
const one = `${path}/{workspaceId}`

const findWorkspaces = createRoute({
  ...hidden,
  method: 'get',
  path,
  request: { query: searchQuery.omit({ brandId: true }) },
  responses: { 200: json(foundWorkspacesSchema, 'Workspaces, newest first') },
})
const inspectWorkspace = createRoute({
  ...hidden,
  method: 'get',
  path: one,
  request: { params: inWorkspaceParams },
  responses: { 200: json(inspectedWorkspaceSchema, 'One workspace') },
})
const getUsage = createRoute({
  ...hidden,
  method: 'get',
  path: `${one}/usage`,
  request: { params: inWorkspaceParams, query: pageQuery },
  responses: { 200: json(usageSchema, 'What it used, newest first') },
})
const getExplanation = createRoute({
  ...hidden,
  method: 'get',
  path: `${one}/explanation`,
  request: { params: inWorkspaceParams, query: explanationQuery },
  responses: { 200: json(explanationSchema, 'Why its balance is what it is, or was') },
})
const getActions = createRoute({
  ...hidden,
  method: 'get',
  path: `${one}/actions`,
  request: { params: inWorkspaceParams, query: pageQuery },
  responses: { 200: json(operatorActionsSchema, 'What operators did to it, newest first') },
})

/** The desk's routes on one workspace. Who may use them is decided before them; see server.ts. */
export function operatorWorkspacesRoutes(context: Context): Router {
  const router = createRouter()
  const { search, workspace } = context.operator
  router.openapi(findWorkspaces, async (c) => c.json(await search.find(c.req.valid('query')), 200))
  router.openapi(inspectWorkspace, async (c) =>
    c.json(await inspected(context, c.req.valid('param').workspaceId), 200),
  )
  router.openapi(getUsage, async (c) => {
    const { workspaceId } = c.req.valid('param')
    return c.json(await context.credits.usage(workspaceId, c.req.valid('query')), 200)
  })
  router.openapi(getExplanation, async (c) => {
    const { at } = c.req.valid('query')
    const moment = at === undefined ? undefined : Date.parse(at)
    return c.json(await context.credits.explanation(c.req.valid('param').workspaceId, moment), 200)
  })
  router.openapi(getActions, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { items, next } = await workspace.actions(workspaceId, c.req.valid('query'))
    return c.json({ items: items.map(actionView), next }, 200)
  })
  return router.route('/', actionRoutes(context))
}

type Act<Wanted> = (workspaceId: string, wanted: Wanted, press: Press) => Promise<ActionRecord>

function actionRoutes({ operator }: Context): Router {
  const router = createRouter()
  const { workspace } = operator
  const on = <Wanted extends { readonly reason: string }>(
    name: string,
    schema: z.ZodType<Wanted>,
    act: Act<Wanted>,
  ) => {
    const route = createRoute({
      ...hidden,
      method: 'post',
      path: `${one}/${name}`,
      request: { params: inWorkspaceParams, headers: idempotencyHeader, body: body(schema) },
      responses: { 200: json(operatorActionSchema, 'What was done') },
    })
    router.openapi(route, async (c) => {
      const wanted: Wanted = c.req.valid('json')
      const press = pressOf(c, c.req.valid('header')['idempotency-key'], wanted.reason)
      return c.json(actionView(await act(c.req.valid('param').workspaceId, wanted, press)), 200)
    })
  }
  on('grants', newGrantSchema, (...asked) => workspace.grant(...asked))
  on('make-goods', newMakeGoodSchema, (...asked) => workspace.makeGood(...asked))
  on('adjustments', newAdjustmentSchema, (...asked) => workspace.adjust(...asked))
  on('releases', newReleaseSchema, (...asked) => workspace.release(...asked))
  on('attended', attendedSchema, (...asked) => workspace.attend(...asked))
  return router
}

async function inspected(context: Context, workspaceId: string): Promise<InspectedWorkspace> {
  const known = await context.operator.search.inspect(workspaceId)
  const [credits, { grants }, billing] = await Promise.all([
    context.credits.view(workspaceId),
    context.credits.explanation(workspaceId),
    context.billing.overview(workspaceId, { bills: true }),
  ])
  const reasons = new Map(grants.map(({ id, reason }) => [id, reason]))
  return {
    ...known,
    credits: {
      ...credits,
      grants: credits.grants.map((grant) => ({ ...grant, reason: reasons.get(grant.id) ?? '' })),
    },
    billing,
  }
}

function actionView(record: ActionRecord): OperatorAction {
  const { id, kind, at, operatorName, reason, credits, result } = record
  return { id, kind, at: isoInstant(at), operator: operatorName, reason, credits, result }
}
