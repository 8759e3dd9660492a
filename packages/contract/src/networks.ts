import { z } from 'zod'

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
export const networkSchema = z.enum(networks).meta({ id: 'Network' })
export type Network = z.infer<typeof networkSchema>
