import type { AuditResult, AuditResults } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { auditsQuery, useAskForAudit } from '../../api/operator.ts'
import { countText } from '../../features/count-text.ts'
import { numberText } from '../../features/credits/credits-text.ts'
import { resetText } from '../../features/credits/reset-text.ts'
import { Loaded } from '../../features/operator/loaded.tsx'
import { WorkspaceLink } from '../../features/operator/workspace-link.tsx'
import { whenText } from '../../features/when.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'

export function AuditsPage() {
  usePageTitle('Books')
  const query = useQuery(auditsQuery())
  const ask = useAskForAudit()
  const running = ask.isPending || query.data?.running === true
  return (
    <section aria-labelledby="books">
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <h2 id="books" className="text-xl font-semibold">
            Books
          </h2>
          <p className="mt-1 max-w-prose text-sm text-pretty text-muted">
            An audit recomputes every balance from its entries and compares operations with what was
            delivered. It repairs nothing.
          </p>
        </div>
        <Button loading={running} onClick={() => ask.mutate()}>
          {running ? 'Auditing' : 'Audit now'}
        </Button>
      </div>
      {ask.isError && <ErrorNotice className="mb-6" error={ask.error} />}
      <Loaded query={query} className="h-64 w-full">
        {(results) => <Results results={results} />}
      </Loaded>
    </section>
  )
}

function Results({ results }: { readonly results: AuditResults }) {
  const [latest, ...earlier] = results.items
  if (latest === undefined) {
    return <p className="text-sm text-muted">No audit has run yet: one runs every day.</p>
  }
  return (
    <div className="space-y-10">
      <Latest audit={latest} />
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h3 id="earlier" className="mb-3 text-lg font-semibold">
            Earlier
          </h3>
          <Earlier audits={earlier} />
        </section>
      )}
    </div>
  )
}

function Latest({ audit }: { readonly audit: AuditResult }) {
  const agree = audit.findingCount === 0
  const Icon = agree ? CircleCheck : CircleAlert
  return (
    <section aria-label="Latest audit">
      <p className="flex items-center gap-2.5 text-lg font-semibold">
        <Icon
          size={20}
          aria-hidden="true"
          className={`shrink-0 ${agree ? 'text-success' : 'text-danger'}`}
        />
        {agree ? 'The books agree' : `${countText(audit.findingCount, 'difference')} in the books`}
      </p>
      <p className="mt-1 text-sm text-muted">
        {whenText(audit.endedAt)}, in {tookText(audit)}
      </p>
      <dl className="mt-5 grid grid-cols-2 gap-x-6 gap-y-5 tabular-nums sm:grid-cols-5">
        {Object.entries(audit.looked).map(([what, count]) => (
          <div key={what}>
            <dt className="text-sm text-muted capitalize">{what}</dt>
            <dd className="mt-0.5 font-medium">{numberText(count)}</dd>
          </div>
        ))}
      </dl>
      {!agree && <Findings audit={audit} />}
    </section>
  )
}

function Findings({ audit }: { readonly audit: AuditResult }) {
  const { findings, findingCount } = audit
  return (
    <div className="mt-6">
      <Table
        caption="What differs"
        head={
          <>
            <Column>What differs</Column>
            <Column>Workspace</Column>
          </>
        }
      >
        {findings.map(({ workspaceId, id, finding }) => (
          <Row key={`${workspaceId} ${id} ${finding}`}>
            <RowHead className="text-pretty">
              {finding}
              <span className="block font-mono text-xs font-normal wrap-anywhere text-muted">
                {id}
              </span>
            </RowHead>
            <Cell>
              <WorkspaceLink id={workspaceId} name={null} />
            </Cell>
          </Row>
        ))}
      </Table>
      {findingCount > findings.length && (
        <p className="mt-3 text-sm text-muted">
          These are the first {findings.length} of {numberText(findingCount)}.
        </p>
      )}
    </div>
  )
}

function Earlier({ audits }: { readonly audits: readonly AuditResult[] }) {
  return (
    <Table
      caption="Earlier audits, newest first"
      head={
        <>
          <Column>When</Column>
          <Column>Result</Column>
          <Column end>Took</Column>
        </>
      }
    >
      {audits.map((audit) => (
        <Row key={audit.id}>
          <RowHead className="font-normal">{resetText(audit.endedAt)}</RowHead>
          <Cell>
            {audit.findingCount === 0 ? (
              <Badge tone="success">agree</Badge>
            ) : (
              <Badge tone="danger">{countText(audit.findingCount, 'difference')}</Badge>
            )}
          </Cell>
          <Cell end quiet>
            {tookText(audit)}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function tookText({ startedAt, endedAt }: AuditResult): string {
  const ms = Date.parse(endedAt) - Date.parse(startedAt)
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`
}
