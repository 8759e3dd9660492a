import type { Entry } from '@rheos/credits'
import type { AccountCase } from '../account-case.ts'
import type { Report } from '../findings.ts'

/** Where each kind of entry may take credits from, and where to. */
const MOVES: Readonly<Record<Entry['kind'], readonly string[]>> = {
  grant: ['nowhere to available'],
  hold: ['available to held'],
  settle: ['held to spent'],
  release: ['held to available', 'held to expired'],
  expire: ['available to expired'],
  adjust: ['available to expired'],
  reverse: ['spent to available'],
}

const PLACES = ['available', 'held', 'spent', 'expired'] as const

/** Entries are numbered, in order of time, and never take what is not there. */
export function checkEntries({ replay, records }: AccountCase, report: Report): void {
  replay.entries.forEach((entry, index) => {
    const { seq, at, kind, from = 'nowhere', to, amount, grantId, operationId } = entry
    const name = `entry ${seq} (${kind} ${amount} of ${grantId})`
    const before = replay.entries[index - 1]
    report('C3', seq === index + 1, () => `${name} stands at position ${index + 1}`)
    report('C39', !before || before.at <= at, () => `${name} is older than the one before it`)
    report('C3', MOVES[kind].includes(`${from} to ${to}`), () => `${name} goes ${from} to ${to}`)
    report('C1', Number.isSafeInteger(amount) && amount > 0, () => `${name} moves ${amount}`)
    const places = replay.placesOf(grantId, index + 1)
    const isSound = PLACES.every((place) => places[place] >= 0)
    report('C2', isSound, () => `${name} leaves ${JSON.stringify(places)}`)
    const isKnown = operationId === undefined || records.state.operations.has(operationId)
    report('C3', isKnown, () => `${name} names ${operationId}, which is not known`)
  })
  checkGrants({ replay, records }, report)
  checkCorrections(replay.entries, report)
}

/** Recomputing every grant gives what is stored. */
function checkGrants(
  { replay, records }: Pick<AccountCase, 'replay' | 'records'>,
  report: Report,
): void {
  const { entries } = replay
  report('C3', records.state.lastSeq === entries.length, () => 'the last number is another')
  const issued = entries.filter(({ kind }) => kind === 'grant').map(({ grantId }) => grantId)
  report('C3', new Set(issued).size === issued.length, () => 'a grant was issued twice')
  for (const grant of records.state.grants.values()) {
    const told = replay.placesOf(grant.id, entries.length)
    const isSame = ['amount' as const, ...PLACES].every((place) => grant[place] === told[place])
    report('C3', isSame, () => `${JSON.stringify(grant)} by its entries is ${JSON.stringify(told)}`)
    const whole = PLACES.reduce((sum, place) => sum + grant[place], 0)
    report('C2', whole === grant.amount, () => `grant ${grant.id} does not add up`)
  }
}

/** A reversal names the charge that it corrects, and all of them together take back no more. */
function checkCorrections(entries: readonly Entry[], report: Report): void {
  const takenBack = new Map<number, number>()
  for (const { kind, corrects, seq, amount, grantId, operationId } of entries) {
    report('C19', (kind === 'reverse') === (corrects !== undefined), () => `entry ${seq} corrects`)
    if (corrects === undefined) continue
    const charge = entries[corrects - 1]
    const isOwn = charge?.grantId === grantId && charge.operationId === operationId
    report('C19', charge?.kind === 'settle' && isOwn, () => `entry ${seq} corrects ${corrects}`)
    const sum = (takenBack.get(corrects) ?? 0) + amount
    takenBack.set(corrects, sum)
    report('C20', sum <= (charge?.amount ?? 0), () => `entry ${corrects} is taken back ${sum}`)
  }
}
