import type { Document } from 'domhandler'
import { attribute, oneLine, scriptText, selectElements } from './html-document.ts'
import { isNode, parseLoosely } from './json-ld.ts'

/** A text that a script-built page carries as data. */
export interface EmbeddedText {
  readonly key: string
  readonly text: string
  /** Which script it lay in, as `__NEXT_DATA__`. */
  readonly source: string
}

const maxTexts = 400
const maxDepth = 14

/** State that frameworks assign to a global: `window.__NUXT__ = {…}`. */
const assignment = /\b(__[A-Z][A-Z_]{1,40}__|initialState)\s{0,9}=\s{0,9}(?=\{)/

export function readEmbeddedTexts(document: Document): EmbeddedText[] {
  const texts: EmbeddedText[] = []
  for (const script of selectElements('script', document)) {
    const type = attribute(script, 'type').toLowerCase()
    if (type === 'application/json') {
      gather(parseLoosely(scriptText(script)), '', attribute(script, 'id') || 'json', 0, texts)
    } else if (type === '' || type === 'text/javascript') {
      gatherAssigned(scriptText(script), texts)
    }
  }
  return texts
}

function gatherAssigned(script: string, into: EmbeddedText[]): void {
  const found = script.length > 400_000 ? null : assignment.exec(script)
  if (found === null) return
  const state = script.slice(found.index + found[0].length, script.lastIndexOf('}') + 1)
  gather(parseLoosely(state), '', found[1] ?? 'json', 0, into)
}

function gather(
  value: unknown,
  key: string,
  source: string,
  depth: number,
  into: EmbeddedText[],
): void {
  if (depth > maxDepth || into.length >= maxTexts) return
  if (typeof value === 'string') {
    const text = oneLine(value.slice(0, 4_000).replace(/<[^>]{0,300}>/g, ' '))
    if (text !== '' && text.length <= 2_000 && !isMachineText(text))
      into.push({ key, text, source })
  } else if (Array.isArray(value)) {
    for (const entry of value.slice(0, 200)) gather(entry, key, source, depth + 1, into)
  } else if (isNode(value)) {
    for (const [name, inner] of Object.entries(value).slice(0, 200))
      gather(inner, name, source, depth + 1, into)
  }
}

/** Addresses, keys, dates, class names: not written for a reader. */
function isMachineText(text: string): boolean {
  return (
    /^(https?:|\/|data:|#[0-9a-f]{3,8}$|[\w.-]*[\d_][\w.-]*$|[a-z]+([A-Z][a-z]*)+$|[\d\s:.,TZ+-]+$)/.test(
      text,
    ) || /[{}<>;]|=>|\bfunction\b/.test(text)
  )
}
