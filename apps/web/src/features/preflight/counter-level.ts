import type { Network } from '@rheos/contract'
import { limits, plainRoom, type TextRoom, textRoom } from '@rheos/preflight'

/** How near a text is to what the network takes: `near` from nine tenths on. */
export type CounterLevel = 'fine' | 'near' | 'over'

export interface Counter {
  readonly count: number
  readonly max: number
  /** From 0 to 1, for the ring. */
  readonly share: number
  readonly level: CounterLevel
}

const nearShare = 0.9

export function counterFor(
  network: Network,
  text: string,
  of: 'text' | 'comment' = 'text',
): Counter {
  const room = roomFor(network, of)
  const count = room.count(text)
  const share = Math.min(1, count / room.max)
  // A text may be short enough in characters and still take too many bytes.
  if (!room.fits(text)) return { count, max: room.max, share: 1, level: 'over' }
  return { count, max: room.max, share, level: share >= nearShare ? 'near' : 'fine' }
}

function roomFor(network: Network, of: 'text' | 'comment'): TextRoom {
  const { comment } = limits[network]
  if (of === 'comment' && comment !== null) return plainRoom(comment)
  return textRoom(limits[network], { type: 'text', media: [] })
}

/** Told to screen readers when the level changes, and not with each key. */
export function levelText(level: CounterLevel, network: Network): string {
  const { name } = limits[network]
  if (level === 'fine') return ''
  return level === 'near' ? `Close to the limit of ${name}.` : `Too long for ${name}.`
}
