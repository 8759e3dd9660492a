import { isDeepStrictEqual } from 'node:util'
import { bodyMax, type MediaItem, mediaMax, type Network } from '@rheos/contract'
import { mergeText, mergeThread } from './merge-text.ts'
import type { PostFields } from './post-fields.ts'

/** What becomes of a change: the fields to write, and those where both sides changed the same. */
export interface MergedChange {
  readonly fields: Map<string, unknown>
  readonly conflicts: readonly string[]
}

/**
 * Joins a change with what was changed since it began. Fields that nobody else touched are taken as
 * they are; the others are merged by what they held in the beginning (`base`), where that is known.
 */
export function mergeChange(given: {
  readonly current: PostFields
  readonly change: PostFields
  readonly base: PostFields
  readonly changedSince: (field: string) => boolean
}): MergedChange {
  const { current, change, base } = given
  const fields = new Map<string, unknown>()
  const conflicts: string[] = []
  for (const [name, mine] of change) {
    const theirs = current.get(name)
    if (isDeepStrictEqual(mine, theirs)) continue
    if (!given.changedSince(name)) {
      fields.set(name, mine)
      continue
    }
    const merged = base.has(name) ? mergeValue(name, mine, base.get(name), theirs) : undefined
    if (merged === undefined) conflicts.push(name)
    else if (!isDeepStrictEqual(merged.value, theirs)) fields.set(name, merged.value)
  }
  return { fields, conflicts }
}

function mergeValue(
  name: string,
  mine: unknown,
  base: unknown,
  theirs: unknown,
): { readonly value: unknown } | undefined {
  if (isDeepStrictEqual(theirs, base)) return { value: mine }
  if (isDeepStrictEqual(mine, base)) return { value: theirs }
  if (mine === undefined || base === undefined || theirs === undefined) return undefined
  const value = merge(name.split('.').at(-1) ?? name, mine, base, theirs)
  return value === undefined ? undefined : { value }
}

function merge(part: string, mine: unknown, base: unknown, theirs: unknown): unknown {
  switch (part) {
    case 'title':
    case 'body':
    case 'firstComment':
      return withinLimit(mergeText(mine as string, base as string, theirs as string))
    case 'thread':
      return mergeThread(mine as string[], base as string[], theirs as string[])
    case 'networks':
      return mergeNetworks(mine as Network[], base as Network[], theirs as Network[])
    case 'media':
      return mergeMedia(mine as MediaItem[], base as MediaItem[], theirs as MediaItem[])
    default:
      return undefined
  }
}

function withinLimit(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= bodyMax ? text : undefined
}

/** Theirs, with what I added and without what I took away. */
function mergeNetworks(
  mine: readonly Network[],
  base: readonly Network[],
  theirs: readonly Network[],
): Network[] {
  const kept = theirs.filter((network) => mine.includes(network) || !base.includes(network))
  const added = mine.filter((network) => !base.includes(network) && !theirs.includes(network))
  return [...kept, ...added]
}

/** The same for pictures; where only one side put them in another order, that order stands. */
function mergeMedia(
  mine: readonly MediaItem[],
  base: readonly MediaItem[],
  theirs: readonly MediaItem[],
): MediaItem[] | undefined {
  const inOrder = isDeepStrictEqual(idsOf(theirs), idsOf(base)) ? mine : theirs
  const merged: MediaItem[] = []
  const ids = [...new Set([...idsOf(inOrder), ...idsOf(theirs), ...idsOf(mine)])]
  for (const assetId of ids) {
    const [own, before, other] = [mine, base, theirs].map((items) =>
      items.find((item) => item.assetId === assetId),
    )
    if (before !== undefined && (own === undefined || other === undefined)) continue
    const alt = mergeAlt(own?.alt, before?.alt, other?.alt)
    if (alt === undefined) return undefined
    merged.push({ assetId, alt })
  }
  return merged.length <= mediaMax ? merged : undefined
}

function mergeAlt(
  mine: string | undefined,
  base: string | undefined,
  theirs: string | undefined,
): string | undefined {
  if (mine === undefined || theirs === undefined) return mine ?? theirs
  if (base === undefined) return mine === theirs || theirs === '' ? mine : undefined
  return mergeText(mine, base, theirs)
}

function idsOf(media: readonly MediaItem[]): string[] {
  return media.map(({ assetId }) => assetId)
}
