import type { Network } from '@rheos/contract'

/** How many pictures a post may have where several are shown as a carousel. */
const room: readonly { readonly network: Network; readonly label: string; readonly max: number }[] =
  [
    { network: 'x', label: 'X', max: 4 },
    { network: 'bluesky', label: 'Bluesky', max: 4 },
    { network: 'mastodon', label: 'Mastodon', max: 4 },
    { network: 'pinterest', label: 'Pinterest', max: 5 },
    { network: 'instagram', label: 'Instagram', max: 10 },
    { network: 'threads', label: 'Threads', max: 20 },
    { network: 'tiktok', label: 'TikTok', max: 35 },
  ]

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** Which networks do not take so many slides, in one sentence. */
export function networkRoomText(slides: number): string {
  const tooSmall = room.filter(({ max }) => slides > max)
  if (tooSmall.length === 0) return 'Every network takes as many slides as these.'
  const names = tooSmall.map(({ label, max }) => `${label} (${max})`)
  return `More than ${list.format(names)} ${names.length === 1 ? 'takes' : 'take'}. LinkedIn takes the PDF, as a document.`
}
