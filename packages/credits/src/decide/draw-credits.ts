import type { Actor } from '../actor.ts'
import { assert } from '../assert.ts'
import type { Credits } from '../credits.ts'
import { compareDrawingOrder, isLive } from '../grant.ts'
import type { Journal } from '../journal.ts'
import type { HoldLine } from '../operation.ts'

interface Drawing {
  readonly credits: Credits
  readonly operationId: string
  readonly actor: Actor
}

/** Sets credits of the live grants aside, what ends first before the rest. */
export function drawCredits(journal: Journal, drawing: Drawing): readonly HoldLine[] {
  const lines: HoldLine[] = []
  const live = journal.grants.filter((grant) => isLive(grant, journal.now))
  let missing = drawing.credits
  for (const { id, available } of live.sort(compareDrawingOrder)) {
    const amount = Math.min(available, missing)
    if (amount === 0) continue
    const { operationId, actor } = drawing
    const move = { kind: 'hold', from: 'available', to: 'held', operationId, actor } as const
    journal.move({ ...move, grantId: id, amount })
    lines.push({ grantId: id, amount })
    missing -= amount
  }
  assert(missing === 0, 'A hold must not draw more than is available.')
  return lines
}
