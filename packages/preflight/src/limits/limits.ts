import type { Network } from '../networks.ts'
import bluesky from './bluesky.json' with { type: 'json' }
import discord from './discord.json' with { type: 'json' }
import facebook from './facebook.json' with { type: 'json' }
import instagram from './instagram.json' with { type: 'json' }
import linkedin from './linkedin.json' with { type: 'json' }
import mastodon from './mastodon.json' with { type: 'json' }
import type { NetworkLimits } from './network-limits.ts'
import pinterest from './pinterest.json' with { type: 'json' }
import telegram from './telegram.json' with { type: 'json' }
import threads from './threads.json' with { type: 'json' }
import tiktok from './tiktok.json' with { type: 'json' }
import x from './x.json' with { type: 'json' }
import youtube from './youtube.json' with { type: 'json' }

/**
 * What every network accepts. The compiler knows strings of a JSON file as strings alone; a test
 * holds each file to its schema.
 */
export const limits = {
  linkedin,
  instagram,
  facebook,
  x,
  pinterest,
  bluesky,
  mastodon,
  tiktok,
  youtube,
  threads,
  telegram,
  discord,
} as Readonly<Record<Network, NetworkLimits>>

const staleAfterDays = 180
const dayMs = 86_400_000

/** The networks whose limits were compared more than 180 days before `now`: somebody should look. */
export function staleLimits(now: Date): readonly { network: Network; days: number }[] {
  return Object.values(limits)
    .map(({ network, checked }) => ({
      network,
      days: Math.floor((now.getTime() - Date.parse(`${checked}T00:00:00Z`)) / dayMs),
    }))
    .filter(({ days }) => days > staleAfterDays)
}
