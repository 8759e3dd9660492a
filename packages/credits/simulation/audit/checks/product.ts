import type { LedgerEvent } from '@rheos/credits'
import { type AccountCase, groupBy } from '../account-case.ts'
import type { Report } from '../findings.ts'

/** What the product wrote in one transaction with the meter agrees with it. */
export function checkProduct(account: AccountCase, report: Report): void {
  const { operations } = account.records.state
  const kept = countBy(account.notes.flatMap((n) => (n.type === 'kept' ? [n.operationId] : [])))
  const failed = countBy(
    account.notes.flatMap((n) => (n.type === 'failed' ? [n.operation.id] : [])),
  )
  const delivered = new Set(account.calls('deliver').map(({ asked }) => asked.operationId))
  for (const { operation } of operations.values()) {
    const { id, state, reason } = operation
    const times = kept.get(id) ?? 0
    const expected = delivered.has(id) && state === 'settled' ? 1 : 0
    report('C12', times === expected, () => `${id} is ${state}, its result was kept ${times} times`)
    const losses = failed.get(id) ?? 0
    const isLapsed = reason === 'lease_lapsed'
    report('C15', losses === (isLapsed ? 1 : 0), () => `${id} failed ${losses} times`)
  }
}

/** Every event is heard once, and tells of what has happened. */
export function checkEvents(account: AccountCase, report: Report): void {
  const heard = account.notes.flatMap((note) => (note.type === 'heard' ? [note.event] : []))
  const ids = countBy(heard.map(({ id }) => String(id)))
  for (const [id, times] of ids) report('C36', times === 1, () => `event ${id} came ${times} times`)
  const events = groupBy(heard, ({ event }) => nameOf(event))
  // Who goes back to an earlier anchor goes through its cycle once more.
  const anchors = new Set(account.calls('set_allowance').map(({ asked }) => asked.allowance.anchor))
  for (const [name, same] of events) {
    if (anchors.size > 1 && name.startsWith('alert')) continue
    report(ruleOf(name), same.length === 1, () => `${name} was told ${same.length} times`)
  }
  const { grants, reversals, adjustments } = account.records.state
  const granted = [...grants.values()].filter(({ kind }) => kind === 'granted')
  const names = [
    ...granted.map(({ id }) => `granted ${id}`),
    ...[...grants.values()].filter((g) => g.earlyEnd).map(({ id }) => `ended ${id}`),
    ...[...reversals.keys()].map((id) => `reversed ${id}`),
    ...[...adjustments.keys()].map((id) => `adjusted ${id}`),
  ]
  for (const name of names) report('C36', events.has(name), () => `nobody was told: ${name}`)
  const others = [...events.keys()].filter((name) => !name.startsWith('alert'))
  report(
    'C36',
    others.every((name) => names.includes(name)),
    () => `told of nothing: ${others}`,
  )
}

/** What may happen once. */
function nameOf(event: LedgerEvent): string {
  if (event.type === 'alert') return `alert ${event.alertId} of the cycle from ${event.cycleStart}`
  if (event.type === 'granted') return `granted ${event.grantId}`
  if (event.type === 'grant_ended') return `ended ${event.grantId}`
  return event.type === 'reversed'
    ? `reversed ${event.reversalId}`
    : `adjusted ${event.adjustmentId}`
}

function ruleOf(name: string): string {
  return name.startsWith('alert') ? 'C35' : 'C36'
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
