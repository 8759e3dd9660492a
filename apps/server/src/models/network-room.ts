import type { Network } from '@rheos/contract'
import { countText, limits } from '@rheos/preflight'

interface Room {
  readonly max: number
  readonly length: (text: string) => number
}

/** The longest text that a draft takes without a network. */
const roomAnywhere: Room = { max: 20_000, length: (text) => text.length }

/** How long a text may be there, and how long this one is, counted the way the network counts. */
export function roomOf(network: Network | undefined): Room {
  if (network === undefined) return roomAnywhere
  const { max, maxBytes } = limits[network].text
  // Where bytes are bounded too, they take their share of the room.
  const ofBytes = (text: string) =>
    maxBytes === null ? 0 : Math.ceil((Buffer.byteLength(text) / maxBytes) * max)
  return { max, length: (text) => Math.max(countText(text, network), ofBytes(text)) }
}
