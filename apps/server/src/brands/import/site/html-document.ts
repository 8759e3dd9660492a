import { selectAll, selectOne } from 'css-select'
import { type ChildNode, type Document, DomHandler, type Element, isTag, isText } from 'domhandler'
import { DomUtils, Parser, type ParserOptions } from 'htmlparser2'

/** Nobody writes pages nested deeper; the parser's time grows with the square of the depth. */
const maxDepth = 400
const maxNodes = 60_000
const maxMarkLength = 1_000
const maxTextLength = 4_000
const chunkLength = 8_192

/** Parses any text as HTML, and stops where a page is built to be expensive. */
export function parseHtml(html: string): Document {
  return parseBounded(html, {})
}

/** The same for XML, as drawings are. */
export function parseXml(xml: string): Document {
  return parseBounded(xml, { xmlMode: true })
}

function parseBounded(source: string, options: ParserOptions): Document {
  const handler = new BoundedHandler()
  const parser = new Parser(handler, options)
  for (let at = 0; at < source.length && !handler.isFull; at += chunkLength) {
    parser.write(source.slice(at, at + chunkLength))
  }
  parser.end()
  return handler.root
}

class BoundedHandler extends DomHandler {
  #nodes = 0

  get isFull(): boolean {
    return this.#nodes > maxNodes || this.tagStack.length > maxDepth
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#nodes += 1
    // Classes are compared over and over; addresses and contents may be long.
    for (const key of ['class', 'id', 'style', 'alt', 'title']) {
      const value = attributes[key]
      if (value !== undefined && value.length > maxMarkLength) {
        attributes[key] = value.slice(0, maxMarkLength)
      }
    }
    super.onopentag(name, attributes)
  }
}

export function selectElements(selector: string, within: Document | Element): Element[] {
  return selectAll(selector, within.children).filter(isTag)
}

export function selectElement(selector: string, within: Document | Element): Element | undefined {
  const found = selectOne(selector, within.children)
  return found !== null && isTag(found) ? found : undefined
}

export function attribute(element: Element, name: string): string {
  return (element.attribs[name] ?? '').trim()
}

/** Class and id, as one searchable line. */
export function marks(element: Element): string {
  return `${attribute(element, 'class')} ${attribute(element, 'id')}`.toLowerCase()
}

const unseen = new Set(['script', 'style', 'template', 'svg', 'iframe', 'object', 'noscript'])

/** The text of an element as a reader sees it, on one line; the rest of a very long one is left. */
export function seenText(element: Element | Document): string {
  const parts: string[] = []
  gatherText(element.children, parts, maxTextLength)
  return oneLine(parts.join(''))
}

/** Returns how much may still be taken. Links within links would repeat a text without end. */
function gatherText(nodes: readonly ChildNode[], parts: string[], room: number): number {
  let left = room
  for (const node of nodes) {
    if (left <= 0) return 0
    if (isText(node)) {
      parts.push(node.data)
      left -= node.data.length
    } else if (isTag(node) && !unseen.has(node.name) && !isHidden(node)) {
      if (node.name === 'br') parts.push(' ')
      left = gatherText(node.children, parts, left)
    }
  }
  return left
}

export function scriptText(element: Element): string {
  return DomUtils.textContent(element)
}

/** An element as markup; SVG names get their capitals back. */
export function markup(element: Element): string {
  return DomUtils.getOuterHTML(element, { xmlMode: 'foreign' })
}

export function isHidden(element: Element): boolean {
  if (element.attribs['hidden'] !== undefined) return true
  if (attribute(element, 'aria-hidden') === 'true') return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.attribs['style'] ?? '')
}

/** Whitespace and invisible characters collapsed. */
export function oneLine(text: string): string {
  // Zero-width and direction marks hide words from a reader and break comparisons.
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Cut to a length, at a word where words are parted by spaces. */
export function clip(text: string, max: number): string {
  const characters = [...text]
  if (characters.length <= max) return text
  const cut = characters.slice(0, max - 1).join('')
  const atWord = cut.replace(/\s+\S*$/, '')
  return `${atWord.length > cut.length / 2 ? atWord : cut}…`
}
