/** The networks whose rules are known; the first ten are those that posts are written for. */
export const networks = [
  'linkedin',
  'instagram',
  'facebook',
  'x',
  'pinterest',
  'bluesky',
  'mastodon',
  'tiktok',
  'youtube',
  'threads',
  'telegram',
  'discord',
] as const

export type Network = (typeof networks)[number]

export function isNetwork(name: string): name is Network {
  return (networks as readonly string[]).includes(name)
}
