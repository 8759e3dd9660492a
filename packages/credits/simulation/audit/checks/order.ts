import type { Entry } from '@rheos/credits'
import type { Call } from '../../clients/history.ts'
import type { AccountCase } from '../account-case.ts'
import type { Report } from '../findings.ts'

/** When an entry can have been written, by what its askers knew. */
export interface Span {
  readonly from: number
  readonly to: number
}

const ANY: Span = { from: 0, to: Infinity }

/** For each entry, when it was first asked for and when it was first known to be there. */
export function spansOf(account: AccountCase): readonly Span[] {
  const spans = new Map<string, Span>()
  for (const call of account.calls('hold', 'grant', 'reverse', 'adjust')) widen(spans, call)
  const ends = new Map<string, Span>()
  for (const call of account.calls('settle', 'deliver', 'release')) widenEnd(ends, call)
  return account.records.entries.map((entry) => {
    if (entry.kind === 'settle') return ends.get(entry.operationId ?? '') ?? ANY
    return spans.get(keyOf(entry)) ?? ANY
  })
}

function widen(
  spans: Map<string, Span>,
  call: Call<'hold'> | Call<'grant'> | Call<'reverse'> | Call<'adjust'>,
): void {
  const { asked } = call
  if (asked.type === 'reverse' || asked.type === 'adjust') return
  const key = asked.type === 'hold' ? `hold ${asked.operationId}` : `grant ${asked.grantId}`
  const isKnown = call.answer !== undefined && call.answer.kind !== 'rejected'
  set(spans, key, call, isKnown)
}

function widenEnd(
  spans: Map<string, Span>,
  call: Call<'settle'> | Call<'deliver'> | Call<'release'>,
): void {
  const { answer, asked } = call
  const isKnown = answer?.kind === 'settled' || (answer !== undefined && 'operation' in answer)
  set(spans, asked.operationId, call, isKnown)
}

function set(
  spans: Map<string, Span>,
  key: string,
  { askedAt, endedAt }: Pick<Call, 'askedAt' | 'endedAt'>,
  isKnown: boolean,
): void {
  const { from, to } = spans.get(key) ?? { from: Infinity, to: Infinity }
  const known = isKnown ? endedAt : Infinity
  spans.set(key, { from: Math.min(from, askedAt), to: Math.min(to, known) })
}

function keyOf({ kind, operationId, grantId }: Entry): string {
  return kind === 'hold' ? `hold ${operationId}` : `${kind} ${grantId}`
}

/** What was over before something else was asked for stands before it. */
export function checkOrder(account: AccountCase, report: Report): void {
  let known = Infinity
  const spans = spansOf(account)
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const { from, to } = spans[index] as Span
    report('C3', from <= known, () => `entry ${index + 1} stands before one that was known earlier`)
    known = Math.min(known, to)
  }
}
