import { otherScriptDomains, topLevelDomains } from './top-level-domains.ts'

/** A web address in a text: where it stands, and whether it is written with `https://`. */
export interface Link {
  readonly start: number
  readonly end: number
  readonly hasScheme: boolean
}

/**
 * Web addresses as X finds them (twitter-text 3), with or without a scheme, in order. Written anew
 * to walk from dot to dot: the reference tries its patterns at every character, which takes a third
 * of a second where a long text is pasted.
 */
export function findLinks(text: string): readonly Link[] {
  const links: Link[] = []
  let from = 0
  for (let dot = text.indexOf('.'); dot !== -1; dot = text.indexOf('.', Math.max(dot + 1, from))) {
    const token = tokenAround(text, dot, from)
    from = token.next
    const found = linksOf(text, token)
    links.push(...found)
    const last = found.at(-1)
    if (last !== undefined && last.end > from) from = last.end
  }
  return links
}

interface Span {
  readonly start: number
  readonly end: number
}

/** What separates domains in running text: punctuation, spaces, marks of direction. */
const separator =
  /[!'#%&()*+,\\/:;<=>?@[\]^{|}~$\t-\r \u0085\u00A0\u061C\u1680\u180E\u2000-\u200A\u200E\u200F\u2028\u2029\u202A-\u202F\u205F\u2066-\u2069\u3000\uFFFE\uFEFF\uFFFF]/

/** No domain is longer than this; a text without spaces is looked at in pieces. */
const reach = 256
const labelMax = 63

/** The word with this dot, as far as a domain could reach, and where to look on. */
function tokenAround(text: string, dot: number, from: number): Span & { readonly next: number } {
  const first = Math.max(from, dot - reach)
  let start = dot
  while (start > first && !separator.test(text.charAt(start - 1))) start -= 1
  const last = Math.min(text.length, dot + reach)
  let end = dot + 1
  while (end < last && !separator.test(text.charAt(end))) end += 1
  return { start, end, next: end === last && end < text.length ? end - labelMax - 1 : end }
}

function linksOf(text: string, token: Span): readonly Link[] {
  const scheme = schemeBefore(text, token.start)
  if (scheme !== '' && mayFollow(text.charAt(token.start - scheme.length - 1))) {
    const domain = domainIn(text, token)
    if (domain?.start === token.start) {
      const start = token.start - scheme.length
      const end = endOfShortLink(text, start, endOfAddress(text, domain.end))
      return [{ start, end, hasScheme: true }]
    }
  }
  return bareDomains(text, token)
}

function schemeBefore(text: string, at: number): string {
  return /https?:\/\/$/i.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? ''
}

/** An address does not begin within a word, a mention, a hashtag or a cashtag. */
function mayFollow(before: string): boolean {
  return !/[A-Za-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF]/.test(before)
}

/** The longest domain of a word: labels, and an ending that is known. */
function domainIn(text: string, token: Span): Span | undefined {
  const word = text.slice(token.start, token.end)
  for (let dot = word.lastIndexOf('.'); dot > 0; dot = word.lastIndexOf('.', dot - 1)) {
    const ending = endingLength(word.slice(dot + 1))
    const end = dot + 1 + ending
    if (ending === 0 || /[@+]/.test(text.charAt(token.start + end))) continue
    const start = startOfDomain(word, dot)
    if (start < dot) return { start: token.start + start, end: token.start + end }
  }
  return undefined
}

/** Labels neither begin nor end with a hyphen, and take 63 characters at most. */
function startOfDomain(word: string, dot: number): number {
  let start = dot
  for (let end = dot; end > 0; end = start - 1) {
    const from = word.lastIndexOf('.', end - 1) + 1
    const label = word.slice(from, end)
    const isName = end === dot
    if (label === '' || label.length > labelMax || (isName && label.includes('_'))) break
    if (/^[-_]|[-_]$/.test(label)) break
    start = from
    if (from === 0) break
  }
  return start
}

/** How much of what stands after a dot is a known ending; 0 when none is. */
function endingLength(rest: string): number {
  const latin = /^[a-z0-9-]+/i.exec(rest)?.[0] ?? ''
  if (latin === '') {
    const lower = rest.toLowerCase()
    const known = otherScriptDomains.find((ending) => lower.startsWith(ending))
    return known !== undefined && !/^[0-9a-z@+-]/i.test(rest.slice(known.length)) ? known.length : 0
  }
  const isKnown = topLevelDomains.has(latin.toLowerCase()) || /^xn--[-0-9a-z]+$/i.test(latin)
  return isKnown ? latin.length : 0
}

const latinLabels = /(?:[-a-z0-9\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]+\.)+/gi

/** Without a scheme only Latin names count; a word without spaces may hold them between others. */
function bareDomains(text: string, token: Span): readonly Link[] {
  const domain = domainIn(text, { start: startOfWord(text, token), end: token.end })
  if (domain === undefined || /[-_./]/.test(text.charAt(domain.start - 1))) return []
  const links: Link[] = []
  for (const { index, 0: labels } of text.slice(domain.start, domain.end).matchAll(latinLabels)) {
    const start = domain.start + index
    const end = endOfLatin(text, start, start + labels.length, domain.end)
    if (end !== undefined) links.push({ start, end, hasScheme: false })
  }
  const last = links.at(-1)
  if (last === undefined) return links
  return [...links.slice(0, -1), { ...last, end: endOfAddress(text, last.end) }]
}

/** The end of the domain whose labels are at `start`: after the last dot that a known ending follows. */
function endOfLatin(text: string, start: number, labelsEnd: number, last: number) {
  for (let dot = labelsEnd - 1; dot > start; dot = text.lastIndexOf('.', dot - 1)) {
    const ending = endingLength(text.slice(dot + 1, last).split('.')[0] ?? '')
    if (ending > 0) return dot + 1 + ending
  }
  return undefined
}

/** Past a letter that belongs to a mention or a hashtag. */
function startOfWord(text: string, token: Span): number {
  let start = token.start
  while (start < token.end && !mayFollow(text.charAt(start - 1))) start += 1
  return start
}

const letters =
  'a-z0-9\\u0400-\\u04FF\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u0300-\\u036F\\u1E00-\\u1EFF'
const pathCharacter = new RegExp(`[${letters}!*';:=+,.$/%#[\\]\\-\\u2013_~@|&]`, 'i')
const pathEnding = new RegExp(`[${letters}+\\-=_#/]`, 'i')

/** The end of an address whose domain ends at `at`: port, path and query, without a last full stop. */
function endOfAddress(text: string, at: number): number {
  const port = /^:[0-9]+/.exec(text.slice(at, at + 12))?.[0].length ?? 0
  const path = endOfPath(text, at + port)
  return endOfQuery(text, path)
}

function endOfPath(text: string, at: number): number {
  if (text.charAt(at) !== '/') return at
  let end = at + 1
  for (let here = at + 1; here < text.length; ) {
    const parens = balancedParens(text, here)
    if (parens > 0) {
      here += parens
      end = here
      continue
    }
    const character = text.charAt(here)
    if (!pathCharacter.test(character)) break
    here += 1
    if (pathEnding.test(character)) end = here
  }
  return end
}

/** The length of `(…)` at this place, with one level inside, as in a Wikipedia address; or 0. */
function balancedParens(text: string, at: number): number {
  if (text.charAt(at) !== '(') return 0
  let depth = 1
  for (let here = at + 1; here < text.length; here += 1) {
    const character = text.charAt(here)
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    else if (!pathCharacter.test(character)) return 0
    if (depth === 0) return here - at > 1 ? here - at + 1 : 0
    if (depth > 2) return 0
  }
  return 0
}

function endOfQuery(text: string, at: number): number {
  if (text.charAt(at) !== '?') return at
  let end = at
  for (let here = at + 1; here < text.length; here += 1) {
    const character = text.charAt(here)
    if (!/[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]/i.test(character)) break
    if (/[a-z0-9\-_&=#/]/i.test(character)) end = here + 1
  }
  return end
}

/** X's own short links end with their code, whatever is written behind it. */
function endOfShortLink(text: string, start: number, end: number): number {
  const short =
    /^https?:\/\/t\.co\/[a-z0-9]+(?:\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*[a-z0-9\-_&=#/])?/i
  return start + (short.exec(text.slice(start, end))?.[0].length ?? end - start)
}
