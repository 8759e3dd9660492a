import { limits, networks } from '@rheos/preflight'

/** How many pictures each network takes in a post, the fewest first. */
const rooms = networks
  .flatMap((network) => {
    const { name, media } = limits[network]
    return media.images === null
      ? []
      : [{ name, max: media.images.carousel?.max ?? media.images.max }]
  })
  .toSorted((a, b) => a.max - b.max)

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** Which networks do not take so many slides, in one sentence. */
export function networkRoomText(slides: number): string {
  const tooSmall = rooms.filter(({ max }) => slides > max)
  if (tooSmall.length === 0) return 'Every network takes as many slides as these.'
  const names = tooSmall.map(({ name, max }) => `${name} (${max})`)
  return `More than ${list.format(names)} ${names.length === 1 ? 'takes' : 'take'}. LinkedIn takes the PDF, as a document.`
}
