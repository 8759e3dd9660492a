import type { PageKind } from '../finding.ts'
import { homeWords, menuWords } from './menu-words.ts'

const kindByWord: ReadonlyMap<string, PageKind> = new Map([
  ...menuWords.flatMap(([kind, words]) => words.split(', ').map((word) => [word, kind] as const)),
  ...homeWords.split(', ').map((word) => [word, 'home'] as const),
])

/** What a link leads to, by what it says and by its path. */
export function pageKindOf(text: string, path: string): PageKind {
  return kindByWord.get(plainWords(text)) ?? kindOfPath(path) ?? kindOfPhrase(text) ?? 'other'
}

/** Whether a text is only the name of a kind of page, as “About us” or “Startseite”. */
export function isMenuWord(text: string): boolean {
  return kindByWord.has(plainWords(text))
}

function kindOfPath(path: string): PageKind | undefined {
  const parts = safeDecode(path)
    .replace(/\.(html?|php|aspx?|jsp)$/i, '')
    .split('/')
    .map(plainWords)
    .filter((part) => part !== '' && !/^[a-z]{2}( [a-z]{2})?$/.test(part))
  if (parts.length === 0 || parts.length > 2) return undefined
  return kindByWord.get(parts.join(' ')) ?? (parts.length === 1 ? undefined : articleKind(parts))
}

/** A page below “blog” is an article; a page below “services” is a product page. */
function articleKind(parts: readonly string[]): PageKind | undefined {
  const kind = kindByWord.get(parts[0] ?? '')
  return kind === 'product' ? 'product' : undefined
}

/** “About Acme”, “Unsere Leistungen”: a known word within a short phrase. */
function kindOfPhrase(text: string): PageKind | undefined {
  const said = plainWords(text).split(' ')
  if (said.length > 4) return undefined
  for (const word of said) {
    const kind = kindByWord.get(word)
    if (kind !== undefined && kind !== 'home') return kind
  }
  return undefined
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
