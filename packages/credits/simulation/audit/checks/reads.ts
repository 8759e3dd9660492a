import type { Balance } from '@rheos/credits'
import type { Answered, Call } from '../../clients/history.ts'
import { type AccountCase, isBefore } from '../account-case.ts'
import type { Report } from '../findings.ts'
import type { Replay } from '../replay.ts'
import { stateRank } from './endings.ts'
import { type Span, spansOf } from './order.ts'

/** Whoever looked saw the account as it was at some moment between question and answer. */
export function checkReads(account: AccountCase, report: Report): void {
  const spans = spansOf(account)
  for (const call of account.answered('balance')) checkBalance(account, call, spans, report)
  for (const call of account.answered('explain')) checkExplain(account, call, spans, report)
  for (const call of account.answered('usage')) checkUsage(account, call, report)
  for (const call of account.answered('operation')) checkOperation(account, call, report)
}

function checkBalance(
  account: AccountCase,
  call: Answered<'balance'>,
  spans: readonly Span[],
  report: Report,
): void {
  const { answer } = call
  report('C27', answer !== undefined || !isOpened(account, call), () => 'balance of nobody')
  if (!answer) return
  const { at, available, held, balance, cycle, spentInCycle } = answer
  const text = () => `saw a balance that never was: ${JSON.stringify(answer)}`
  report('C4', available + held === balance && isSumOfGrants(answer), text)
  const isTrue = countsOf(spans, call).some((count) => {
    const isOwned = account.replay
      .mayHaveOwnedAt(count, at)
      .some((owned) => owned.available === available && owned.held === held)
    if (!isOwned) return false
    return spentSince(account.replay, count, cycle.start) === spentInCycle
  })
  report('C4', isTrue, text)
}

function isSumOfGrants({ grants, at, available, held }: Balance): boolean {
  const live = grants.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
  return (
    live.reduce((sum, grant) => sum + grant.available, 0) === available &&
    live.reduce((sum, grant) => sum + grant.held, 0) === held
  )
}

/** Of grants alive since then, less what was reversed of it. */
export function spentSince({ entries, grants }: Replay, count: number, start: number): number {
  let spent = 0
  for (const { kind, at, grantId, amount, corrects } of entries.slice(0, count)) {
    const isCounted = (when: number) => when >= start && (grants.get(grantId)?.endsAt ?? 0) > start
    if (kind === 'settle' && isCounted(at)) spent += amount
    if (kind === 'reverse' && isCounted(entries[(corrects ?? 0) - 1]?.at ?? 0)) spent -= amount
  }
  return spent
}

function checkExplain(
  account: AccountCase,
  call: Answered<'explain'>,
  spans: readonly Span[],
  report: Report,
): void {
  const { answer } = call
  if (!answer) return
  const text = () => `was explained what never was: ${JSON.stringify(answer)}`
  const lines = answer.lines.reduce((sum, { credits }) => sum + credits, 0)
  report('C34', lines === answer.balance, text)
  const isTrue = countsOf(spans, call).some((count) => {
    return account.replay
      .mayHaveOwnedAt(count, answer.at)
      .some(({ available, held }) => available === answer.available && held === answer.held)
  })
  report('C34', isTrue, text)
}

/** After how many entries the answer may have been read. */
function countsOf(spans: readonly Span[], { askedAt, endedAt }: Call): readonly number[] {
  const least = spans.findLastIndex(({ to }) => to < askedAt) + 1
  const late = spans.findIndex(({ from }) => from > endedAt)
  const most = late === -1 ? spans.length : late
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index)
}

function isOpened(account: AccountCase, call: Call): boolean {
  return account
    .answered('set_allowance')
    .some((set) => set.answer.kind === 'allowance_set' && isBefore(set, call))
}

function checkUsage(account: AccountCase, call: Answered<'usage'>, report: Report): void {
  const { items, next } = call.answer
  const text = () => `saw usage ${JSON.stringify(items.map(({ id }) => id))}`
  report(
    'C30',
    items.every(({ state }) => state !== 'refused'),
    text,
  )
  const isSorted = items.every(
    (item, index) => item.createdAt <= (items[index - 1] ?? item).createdAt,
  )
  report('C30', isSorted && items.length <= call.asked.limit, text)
  const isWhole = next === undefined
  const shown = new Set(items.map(({ id }) => id))
  const missing = account
    .answered('hold')
    .filter((hold) => hold.answer.kind === 'held' && isBefore(hold, call))
    .filter(({ asked }) => !shown.has(asked.operationId))
  report('C30', !isWhole || missing.length === 0, text)
}

function checkOperation(account: AccountCase, call: Answered<'operation'>, report: Report): void {
  const { answer, asked } = call
  const isOwn = ({ asked: { operationId } }: { asked: { operationId: string } }) =>
    operationId === asked.operationId
  const record = account.records.state.operations.get(asked.operationId)
  const text = () => `saw ${JSON.stringify(answer)} of ${JSON.stringify(record)}`
  const isPlaced = account
    .answered('hold')
    .some((hold) => isOwn(hold) && 'replayed' in hold.answer && isBefore(hold, call))
  report('C27', answer !== undefined || !isPlaced, text)
  if (!answer) return
  const last = record?.operation
  report('C16', last !== undefined && stateRank(answer.state) <= stateRank(last.state), text)
  const isEnded = account
    .answered('settle', 'deliver', 'release')
    .some((end) => isOwn(end) && end.answer.kind !== 'rejected' && isBefore(end, call))
  report('C16', !isEnded || stateRank(answer.state) === 2, text)
}
