import { isDeepStrictEqual } from 'node:util'
import { type Network, networks, type PostContent } from '@rheos/contract'

const labels: Readonly<Record<Network, string>> = {
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  facebook: 'Facebook',
  x: 'X',
  pinterest: 'Pinterest',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  threads: 'Threads',
  telegram: 'Telegram',
  discord: 'Discord',
}
const partsMax = 3

/** What differs between two states of a post, in a few words; empty when nothing does. */
export function changeSummary(before: PostContent, after: PostContent): string {
  const parts = [
    before.title !== after.title && 'title',
    before.body !== after.body && textChange(before.body, after.body),
    mediaChange(before.media, after.media),
    ...networks.map((network) => versionChange(network, before, after)),
    networksChange(before.networks, after.networks),
    before.type !== after.type && `now a post of type ${after.type}`,
    before.carouselId !== after.carouselId && 'carousel',
  ].filter((part) => typeof part === 'string')
  const shown = parts.slice(0, partsMax)
  if (parts.length > partsMax) shown.push(`${parts.length - partsMax} more`)
  const text = shown.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function textChange(before: string, after: string): string {
  const words = countWords(after) - countWords(before)
  if (words === 0) return 'text'
  const count = `${Math.abs(words)} ${Math.abs(words) === 1 ? 'word' : 'words'}`
  return words > 0 ? `text, ${count} more` : `text, ${count} fewer`
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

function mediaChange(before: PostContent['media'], after: PostContent['media']): string | false {
  if (isDeepStrictEqual(before, after)) return false
  const difference = after.length - before.length
  if (difference === 0) {
    const ids = (media: PostContent['media']) => media.map(({ assetId }) => assetId)
    return isDeepStrictEqual(ids(before), ids(after)) ? 'description of a picture' : 'pictures'
  }
  const count = `${Math.abs(difference)} ${Math.abs(difference) === 1 ? 'picture' : 'pictures'}`
  return difference > 0 ? `${count} added` : `${count} removed`
}

function versionChange(network: Network, before: PostContent, after: PostContent): string | false {
  const [old, next] = [before.versions[network], after.versions[network]]
  if (isDeepStrictEqual(old, next)) return false
  if (old === undefined) return `own version for ${labels[network]}`
  return next === undefined ? `${labels[network]} follows again` : `${labels[network]} version`
}

function networksChange(before: readonly Network[], after: readonly Network[]): string | false {
  const added = after.filter((network) => !before.includes(network))
  const removed = before.filter((network) => !after.includes(network))
  if (added.length + removed.length === 0) return false
  if (removed.length === 0) return `${names(added)} added`
  return added.length === 0 ? `${names(removed)} removed` : 'networks'
}

function names(given: readonly Network[]): string {
  return given.length <= 2
    ? given.map((network) => labels[network]).join(' and ')
    : `${given.length} networks`
}
