import type { Intent, Network } from '@rheos/contract'

interface NetworkFacts {
  readonly label: string
  /** How many characters a post may have there, counted as that network counts. */
  readonly limit: number
  readonly count: (text: string) => number
}

export const networkFacts: Readonly<Record<Network, NetworkFacts>> = {
  linkedin: { label: 'LinkedIn', limit: 3000, count: countUnits },
  instagram: { label: 'Instagram', limit: 2200, count: countUnits },
  facebook: { label: 'Facebook', limit: 63_206, count: countUnits },
  x: { label: 'X', limit: 280, count: countWeighted },
  pinterest: { label: 'Pinterest', limit: 500, count: countUnits },
  bluesky: { label: 'Bluesky', limit: 300, count: countGraphemes },
  mastodon: { label: 'Mastodon', limit: 500, count: countWithShortLinks },
  tiktok: { label: 'TikTok', limit: 2200, count: countUnits },
  youtube: { label: 'YouTube', limit: 5000, count: countUnits },
  threads: { label: 'Threads', limit: 500, count: countUnits },
}

export const networkNames = Object.keys(networkFacts) as readonly Network[]

export const intentLabels: Readonly<Record<Intent, string>> = {
  sell: 'Sell',
  educate: 'Educate',
  prove: 'Prove',
  connect: 'Connect',
  provoke: 'Provoke',
  inspire: 'Inspire',
  announce: 'Announce',
  entertain: 'Entertain',
}

export const intentNames = Object.keys(intentLabels) as readonly Intent[]

export function isNetwork(value: string | null | undefined): value is Network {
  return value !== null && value !== undefined && value in networkFacts
}

export function isIntent(value: string | null | undefined): value is Intent {
  return value !== null && value !== undefined && value in intentLabels
}

const link = /https?:\/\/\S+/g
/** Every link counts as this many on X and Mastodon, however long it is. */
const linkLength = 23

function countUnits(text: string): number {
  return text.length
}

function countGraphemes(text: string): number {
  let count = 0
  for (const _ of graphemes(text)) count += 1
  return count
}

function countWithShortLinks(text: string): number {
  return countGraphemes(text.replace(link, 'x'.repeat(linkLength)))
}

/** X counts most scripts as one and the rest, emoji among them, as two. */
function countWeighted(text: string): number {
  let count = 0
  for (const { segment } of graphemes(text.replace(link, 'x'.repeat(linkLength)))) {
    count += /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment)
      ? 2
      : Array.from(segment).reduce((sum, character) => sum + weightOf(character), 0)
  }
  return count
}

function weightOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  const isLight =
    point <= 0x10ff ||
    (point >= 0x2000 && point <= 0x200d) ||
    (point >= 0x2010 && point <= 0x201f) ||
    (point >= 0x2032 && point <= 0x2037)
  return isLight ? 1 : 2
}

function graphemes(text: string): Intl.Segments {
  return new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
}
