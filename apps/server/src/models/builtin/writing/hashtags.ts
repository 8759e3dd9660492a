import type { BrandBrief } from '../../brand-brief.ts'

const wordsMax = 3

/** Tags out of what is known: the brand, its themes, what it is about. Never a made-up campaign. */
export function hashtags(
  brand: BrandBrief | undefined,
  said: readonly string[],
  count: number,
): readonly string[] {
  const sources = [...(brand ? [brand.name] : []), ...said, ...(brand?.themes ?? [])]
  const tags = sources.map(tagOf).filter((tag) => tag !== undefined)
  const unique = tags.filter(
    (tag, at) => tags.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === at,
  )
  return unique.slice(0, count)
}

/** One readable word: capitals where words met, so that it can be read aloud. */
function tagOf(text: string): string | undefined {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0 || words.length > wordsMax) return undefined
  const joined = words.map((word) => word[0]?.toLocaleUpperCase() + word.slice(1)).join('')
  return /^\d+$/.test(joined) || joined.length > 30 ? undefined : `#${joined}`
}
