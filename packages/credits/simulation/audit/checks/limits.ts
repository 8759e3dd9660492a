import type { AccountCase } from '../account-case.ts'
import type { OperationRecord } from '../evidence.ts'
import type { Report } from '../findings.ts'

/** What was refused could not be paid or was too much, and what was not could. */
export function checkLimits(account: AccountCase, report: Report): void {
  for (const record of account.records.state.operations.values()) {
    const about: Report = (rule, isSound, text) =>
      report(rule, isSound, () => `${text()}: ${JSON.stringify(record)}`)
    if (record.refusal) checkRefusal(account, record, about)
    else checkAccepted(account, record, about)
  }
}

function checkAccepted(account: AccountCase, { operation }: OperationRecord, report: Report): void {
  const { createdAt, id } = operation
  const open = othersOpen(account, id, (from, to) => from < createdAt && createdAt < to)
  report('C17', open < account.policy.openOperationsMax, () => `${open} others were open`)
  if (operation.credits > 0 || !pausesAtZero(account)) return
  const owned = ownedWhen(account, createdAt).some(({ available, held }) => available + held > 0)
  report('C24', owned, () => 'was accepted by an account that pauses at zero')
}

function checkRefusal(account: AccountCase, record: OperationRecord, report: Report): void {
  const { operation, refusal, request } = record
  const { createdAt, id, unitPrice, quantity } = operation
  const price = unitPrice * quantity
  if (!refusal) return
  if (refusal.reason === 'price_changed') {
    const isOther = refusal.quote.credits === price && price !== request.quote.credits
    report('C22', isOther, () => 'was refused at the price that was shown')
    return
  }
  if (refusal.reason === 'too_many_open') {
    const open = othersOpen(account, id, (from, to) => from <= createdAt && createdAt <= to)
    report('C17', open >= account.policy.openOperationsMax, () => `only ${open} were open`)
    return
  }
  report('C10', refusal.price === price, () => 'was refused at another price')
  const isTrue = ownedWhen(account, createdAt).some(({ available, held }) => {
    const isPaused = pausesAtZero(account) && available + held === 0
    const isReason = refusal.reason === (isPaused ? 'paused' : 'insufficient')
    const isShort = refusal.shortBy > 0 || isPaused
    return isReason && isShort && price - available === refusal.shortBy
  })
  report('C10', isTrue, () => 'was refused although it could be paid')
}

function othersOpen(
  { records }: AccountCase,
  id: string,
  isOpen: (from: number, to: number) => boolean,
): number {
  const others = [...records.state.operations.values()].filter(({ operation }) => {
    const { createdAt, endedAt = Infinity, state } = operation
    return operation.id !== id && state !== 'refused' && isOpen(createdAt, endedAt)
  })
  return others.length
}

function ownedWhen({ replay }: AccountCase, at: number) {
  return replay.countsAt(at).flatMap((count) => replay.mayHaveOwnedAt(count, at))
}

/** Never changed in the life of an account here. */
function pausesAtZero({ records }: AccountCase): boolean {
  return records.state.account.allowance.pausesAtZero
}
