import type { Inspector } from '../server/inspector.ts'
import type { Findings } from './findings.ts'
import { endText, isSameEnd, type ToldOperation } from './told-book.ts'

interface Row {
  readonly operation_id: string
  readonly state: string
  readonly spent: number
  readonly released: number
  readonly reason: string | null
}

const ROWS = `select operation_id, state, spent::float8 as spent, released::float8 as released,
    refusal ->> 'reason' as reason
  from credits.operations where operation_id = any($1)`

/** What somebody was told before this was asked is there, and as it was told. */
export async function checkTold(
  inspector: Inspector,
  told: readonly ToldOperation[],
  findings: Findings,
): Promise<void> {
  const rows = await inspector.rows<Row>(ROWS, [told.map(({ operationId }) => operationId)])
  const kept = new Map(rows.map((row) => [row.operation_id, row]))
  for (const operation of told) {
    if (operation.isAnswered) checkOne(operation, kept.get(operation.operationId), findings)
  }
}

function checkOne(told: ToldOperation, row: Row | undefined, findings: Findings): void {
  const name = `${told.operationId} of ${told.accountId}`
  if (!row) {
    findings.add('C11', `${name} was answered and is not there`)
    return
  }
  const { state, spent, released, reason } = row
  const isRefused = state === 'refused'
  const kept = { state, ...(isRefused ? reason !== null && { reason } : { spent, released }) }
  if (told.end && !isSameEnd(told.end, kept)) {
    findings.add('C16', `${name} was told to be ${endText(told.end)}; it is ${endText(kept)}`)
  }
  if (told.hasLapsed && state === 'settled') {
    findings.add('C14', `${name} was told to have lapsed and is settled`)
  }
}
