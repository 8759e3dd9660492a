import type { Network } from '@rheos/contract'

interface Room {
  readonly max: number
  readonly length: (text: string) => number
}

/** What a network takes, counted the way it counts. */
const rooms: Readonly<Record<Network, Room>> = {
  linkedin: { max: 3000, length: units },
  instagram: { max: 2200, length: units },
  facebook: { max: 63_206, length: units },
  x: { max: 280, length: weighted },
  pinterest: { max: 500, length: units },
  bluesky: { max: 300, length: units },
  mastodon: { max: 500, length: withShortLinks },
  tiktok: { max: 2200, length: units },
  youtube: { max: 5000, length: units },
  threads: { max: 500, length: units },
  telegram: { max: 4096, length: units },
  discord: { max: 2000, length: units },
}

/** The longest text that a draft takes without a network. */
const roomAnywhere: Room = { max: 20_000, length: units }

/** How long a text may be there, and how long this one is. */
export function roomOf(network: Network | undefined): Room {
  return network === undefined ? roomAnywhere : rooms[network]
}

/** UTF-16, which no network counts beyond: what fits by it fits by graphemes too. */
function units(text: string): number {
  return text.length
}

/** A link counts as 23, however long it is. */
function withShortLinks(text: string): number {
  return shortLinks(text).length
}

/** X counts most scripts as one and the rest, emoji among them, as two; a link as 23. */
function weighted(text: string): number {
  let length = 0
  for (const character of shortLinks(text)) length += isLight(character.codePointAt(0) ?? 0) ? 1 : 2
  return length
}

function shortLinks(text: string): string {
  return text.replace(/https?:\/\/\S+/g, 'x'.repeat(23))
}

function isLight(point: number): boolean {
  return (
    point <= 0x10ff ||
    (point >= 0x2000 && point <= 0x200d) ||
    (point >= 0x2010 && point <= 0x201f) ||
    (point >= 0x2032 && point <= 0x2037)
  )
}
