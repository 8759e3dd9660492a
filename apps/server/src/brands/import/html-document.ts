import { selectAll, selectOne } from 'css-select'
import { type ChildNode, type Document, DomHandler, type Element, isTag, isText } from 'domhandler'
import { DomUtils, Parser } from 'htmlparser2'

/** Nobody writes pages nested deeper; the parser's time grows with the square of the depth. */
const maxDepth = 400
const maxNodes = 120_000
const chunkLength = 8_192

/** Parses any text as HTML, and stops where a page is built to be expensive. */
export function parseHtml(html: string): Document {
  const handler = new BoundedHandler()
  const parser = new Parser(handler, { decodeEntities: true, recognizeSelfClosing: false })
  for (let at = 0; at < html.length && !handler.isFull; at += chunkLength) {
    parser.write(html.slice(at, at + chunkLength))
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

/** The text of an element as a reader sees it, on one line. */
export function seenText(element: Element | Document): string {
  return oneLine(rawText(element.children))
}

function rawText(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.data
      if (!isTag(node) || unseen.has(node.name) || isHidden(node)) return ''
      return node.name === 'br' ? ' ' : rawText(node.children)
    })
    .join('')
}

export function scriptText(element: Element): string {
  return DomUtils.textContent(element)
}

/** An element as markup; SVG names get their capitals back. */
export function markup(element: Element): string {
  return DomUtils.getOuterHTML(element)
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
