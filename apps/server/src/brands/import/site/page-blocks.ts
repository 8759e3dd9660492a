import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler'
import { attribute, clip, isHidden, marks, oneLine } from './html-document.ts'

export type Region = 'header' | 'nav' | 'main' | 'footer'

/** A heading, paragraph or item, as a reader meets it. */
export interface Block {
  readonly kind: 'heading' | 'text' | 'item' | 'button' | 'quote'
  /** 1 to 6 for headings, else 0. */
  readonly level: number
  readonly text: string
  readonly region: Region
}

const maxBlocks = 4_000
const maxBlockLength = 1_500

const ignored = new Set([
  'script',
  'style',
  'template',
  'svg',
  'iframe',
  'object',
  'select',
  'textarea',
  'head',
  'canvas',
  'audio',
  'video',
  'form-associated',
])

const breaking = new Set([
  'address',
  'article',
  'aside',
  'body',
  'blockquote',
  'button',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'li',
  'main',
  'nav',
  'noscript',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
])

interface Around {
  readonly kind: Block['kind']
  readonly level: number
  readonly region: Region
}

/** The readable blocks of a page in order; what is hidden or for machines is left out. */
export function readBlocks(document: Document): Block[] {
  const collector = new BlockCollector()
  collector.walk(document.children, { kind: 'text', level: 0, region: 'main' })
  collector.flush({ kind: 'text', level: 0, region: 'main' })
  return collector.blocks
}

class BlockCollector {
  readonly blocks: Block[] = []
  #text = ''

  walk(nodes: readonly ChildNode[], around: Around): void {
    for (const node of nodes) {
      if (this.blocks.length >= maxBlocks) return
      if (isText(node)) this.#text += node.data
      else if (isTag(node)) this.#enter(node, around)
    }
  }

  flush({ kind, level, region }: Around): void {
    const text = oneLine(this.#text)
    this.#text = ''
    if (text !== '') this.blocks.push({ kind, level, region, text: clip(text, maxBlockLength) })
  }

  #enter(element: Element, around: Around): void {
    if (ignored.has(element.name) || isHidden(element)) return
    if (element.name === 'br') {
      this.#text += ' '
      return
    }
    const inside = aroundOf(element, around)
    const breaks = breaking.has(element.name) || inside.kind === 'button'
    if (breaks) this.flush(around)
    this.walk(element.children, inside)
    if (breaks) this.flush(inside)
  }
}

function aroundOf(element: Element, around: Around): Around {
  const region = regionOf(element) ?? around.region
  const heading = /^h([1-6])$/.exec(element.name)
  if (heading !== null) return { kind: 'heading', level: Number(heading[1]), region }
  if (isButton(element)) return { kind: 'button', level: 0, region }
  if (around.kind === 'heading' || around.kind === 'button') return { ...around, region }
  if (element.name === 'blockquote') return { kind: 'quote', level: 0, region }
  if (element.name === 'li' || element.name === 'dt') return { kind: 'item', level: 0, region }
  if (element.name === 'p' && around.kind === 'item') return { kind: 'text', level: 0, region }
  return { ...around, region }
}

function isButton(element: Element): boolean {
  if (element.name === 'button' || attribute(element, 'role') === 'button') return true
  return element.name === 'a' && /(^|[\s_-])(btn|button|cta)([\s_-]|$)/.test(marks(element))
}

function regionOf(element: Element): Region | undefined {
  const role = attribute(element, 'role')
  if (element.name === 'main' || element.name === 'article' || role === 'main') return 'main'
  if (element.name === 'footer' || role === 'contentinfo') return 'footer'
  if (element.name === 'nav' || role === 'navigation') return 'nav'
  if (element.name === 'header' || role === 'banner') return 'header'
  if (element.name !== 'div' && element.name !== 'section' && element.name !== 'ul')
    return undefined
  const named = marks(element)
  if (/(^|\s)(site-?|page-?|main-?)?footer(\s|$)/.test(named)) return 'footer'
  if (
    /(^|\s)(navbar|nav|menu|main-?menu|navigation|breadcrumbs?|cookie\S*|consent\S*)(\s|$)/.test(
      named,
    )
  )
    return 'nav'
  return undefined
}
