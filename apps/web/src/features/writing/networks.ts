import type { Intent, Network } from '@rheos/contract'

interface NetworkFacts {
  readonly label: string
}

export const networkFacts: Readonly<Record<Network, NetworkFacts>> = {
  linkedin: { label: 'LinkedIn' },
  instagram: { label: 'Instagram' },
  facebook: { label: 'Facebook' },
  x: { label: 'X' },
  pinterest: { label: 'Pinterest' },
  bluesky: { label: 'Bluesky' },
  mastodon: { label: 'Mastodon' },
  tiktok: { label: 'TikTok' },
  youtube: { label: 'YouTube' },
  threads: { label: 'Threads' },
  telegram: { label: 'Telegram' },
  discord: { label: 'Discord' },
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
