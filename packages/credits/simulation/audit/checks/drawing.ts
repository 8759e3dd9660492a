import type { Entry, Grant } from '@rheos/credits'
import type { AccountCase } from '../account-case.ts'
import type { Report } from '../findings.ts'
import { isOver, type Replay, termEndOf } from '../replay.ts'

/** Credits are drawn from the right grant, return to where they may, and end with their grant. */
export function checkDrawing({ replay }: AccountCase, report: Report): void {
  replay.entries.forEach((entry, index) => {
    const { seq, at, kind, to, grantId } = entry
    const grant = replay.grants.get(grantId)
    report('C3', grant !== undefined, () => `entry ${seq} names no grant`)
    if (!grant) return
    const hasEnded = grant.endsAt <= at
    if (kind === 'hold') checkDrawn({ replay, grant, entry, index }, report)
    if (kind === 'expire') report('C7', hasEnded, () => `entry ${seq} expires a live grant`)
    if (kind === 'reverse')
      report('C19', !isOver(grant, at), () => `entry ${seq} is into an ended grant`)
    if (kind === 'release') {
      const isRight = to === 'expired' ? hasEnded : !isOver(grant, at)
      report('C18', isRight, () => `entry ${seq} makes ${to} of a grant that ends ${grant.endsAt}`)
    }
    if (kind !== 'expire') checkNothingLeft(replay, entry, index, report)
  })
}

interface Drawn {
  readonly replay: Replay
  readonly grant: Grant
  readonly entry: Entry
  readonly index: number
}

function checkDrawn({ replay, grant, entry, index }: Drawn, report: Report): void {
  const { seq, at } = entry
  report(
    'C8',
    grant.startsAt <= at && !isOver(grant, at),
    () => `entry ${seq} draws on a grant that is not alive`,
  )
  for (const [id, { available }] of replay.books[index] ?? []) {
    const other = replay.grants.get(id)
    if (!other || available === 0 || at < other.startsAt || other.endsAt <= at) continue
    report('C8', id === grant.id || isDrawnBefore(grant, other), () => {
      return `entry ${seq} draws on ${grant.id}, while ${id} comes first`
    })
  }
}

/** What ends first; ties by creation, then id. */
function isDrawnBefore(grant: Grant, other: Grant): boolean {
  const [end, otherEnd] = [termEndOf(grant), termEndOf(other)]
  if (end !== otherEnd) return end < otherEnd
  if (grant.createdAt !== other.createdAt) return grant.createdAt < other.createdAt
  return grant.id < other.id
}

/** Before anything else happens, what ended grants still had has expired. */
function checkNothingLeft(replay: Replay, entry: Entry, index: number, report: Report): void {
  for (const [id, { available }] of replay.books[index] ?? []) {
    const grant = replay.grants.get(id)
    const isLeft = available > 0 && grant !== undefined && isOver(grant, entry.at)
    report('C7', !isLeft, () => `before entry ${entry.seq}, ${id} has ${available} past its end`)
  }
}
