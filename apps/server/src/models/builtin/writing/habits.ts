import type { Network } from '@rheos/contract'

/** How long posts usually are on a network, and how many hashtags they have. */
export interface Habits {
  readonly charactersMax: number
  readonly tags: number
}

export const habits: Readonly<Record<Network, Habits>> = {
  linkedin: { charactersMax: 1500, tags: 3 },
  instagram: { charactersMax: 1200, tags: 6 },
  facebook: { charactersMax: 800, tags: 1 },
  x: { charactersMax: 275, tags: 1 },
  pinterest: { charactersMax: 480, tags: 2 },
  bluesky: { charactersMax: 295, tags: 1 },
  mastodon: { charactersMax: 490, tags: 3 },
  tiktok: { charactersMax: 300, tags: 3 },
  youtube: { charactersMax: 1200, tags: 2 },
  threads: { charactersMax: 490, tags: 1 },
  telegram: { charactersMax: 900, tags: 0 },
  discord: { charactersMax: 900, tags: 0 },
}
