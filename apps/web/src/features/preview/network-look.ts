import type { Network } from '@rheos/contract'
import type { FoldRule } from './fold-text.ts'

/** How a network shows a post, where that can be said in data. */
export interface NetworkLook {
  /** After how much a text is folded, and the words that unfold it; some show all of it. */
  readonly fold: (FoldRule & { readonly more: string }) | null
  /** What of a text stands out: not every network makes links of addresses. */
  readonly coloured: readonly ('link' | 'hashtag' | 'mention')[]
  /** Addresses are shown without `https://` and cut after so many characters. */
  readonly linkMax: number | null
  readonly handle: (name: string) => string
}

const at = (name: string) => `@${name}`
const plain = (name: string) => name
const everything = ['link', 'hashtag', 'mention'] as const

export const networkLooks: Readonly<Record<Network, NetworkLook>> = {
  linkedin: {
    fold: { characters: 210, lines: 3, lineWidth: 70, more: '…more' },
    coloured: everything,
    linkMax: null,
    handle: plain,
  },
  instagram: {
    fold: { characters: 125, lines: 2, lineWidth: 60, more: 'more' },
    coloured: ['hashtag', 'mention'],
    linkMax: null,
    handle: plain,
  },
  facebook: {
    fold: { characters: 477, lines: 5, lineWidth: 70, more: 'See more' },
    coloured: everything,
    linkMax: null,
    handle: plain,
  },
  x: { fold: null, coloured: everything, linkMax: 33, handle: at },
  pinterest: {
    fold: { characters: 140, lines: 3, lineWidth: 50, more: 'more' },
    coloured: ['hashtag'],
    linkMax: null,
    handle: plain,
  },
  bluesky: {
    fold: null,
    coloured: everything,
    linkMax: 29,
    handle: (name) => `@${name}.bsky.social`,
  },
  mastodon: {
    fold: null,
    coloured: everything,
    linkMax: 30,
    handle: (name) => `@${name}@example.social`,
  },
  tiktok: {
    fold: { characters: 90, lines: 2, lineWidth: 45, more: 'more' },
    coloured: ['hashtag', 'mention'],
    linkMax: null,
    handle: plain,
  },
  youtube: {
    fold: { characters: 130, lines: 3, lineWidth: 60, more: '…more' },
    coloured: everything,
    linkMax: 38,
    handle: at,
  },
  threads: { fold: null, coloured: everything, linkMax: 34, handle: plain },
  telegram: { fold: null, coloured: everything, linkMax: null, handle: plain },
  discord: { fold: null, coloured: ['link'], linkMax: null, handle: plain },
}
