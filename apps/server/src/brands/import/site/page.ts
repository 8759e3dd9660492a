import type { Document, Element } from 'domhandler'
import type { PageKind } from '../finding.ts'
import { type EmbeddedText, readEmbeddedTexts } from './embedded-data.ts'
import {
  attribute,
  clip,
  oneLine,
  parseHtml,
  seenText,
  selectElement,
  selectElements,
} from './html-document.ts'
import { type JsonNode, readJsonLd } from './json-ld.ts'
import { type Block, readBlocks } from './page-blocks.ts'

/** One page as it was read. */
export interface Page {
  readonly url: string
  readonly kind: PageKind
  readonly title: string
  readonly document: Document
  readonly blocks: readonly Block[]
  readonly links: readonly PageLink[]
  readonly jsonLd: readonly JsonNode[]
  /** Prose that a page built by scripts carries as data. */
  readonly embedded: readonly EmbeddedText[]
}

export interface PageLink {
  readonly url: string
  readonly text: string
  /** Within a header or a menu. */
  readonly isMenu: boolean
}

/** More links than this are a catalogue, and the first ones are the menus. */
const maxLinks = 3_000
const maxAncestors = 25

export function readPage(html: string, url: string, kind: PageKind): Page {
  const document = parseHtml(html)
  const base = baseAddress(document, url)
  return {
    url,
    kind,
    title: titleOf(document),
    document,
    blocks: readBlocks(document),
    links: readLinks(document, base),
    jsonLd: readJsonLd(document),
    embedded: readEmbeddedTexts(document),
  }
}

function titleOf(document: Document): string {
  const head = selectElement('head > title', document) ?? selectElement('title', document)
  return head === undefined ? '' : clip(oneLine(seenText(head)), 300)
}

function baseAddress(document: Document, url: string): string {
  const base = selectElement('base[href]', document)
  return (base && resolveAddress(attribute(base, 'href'), url)) ?? url
}

/** The base of a page's relative addresses. */
export function pageBase(page: Page): string {
  return baseAddress(page.document, page.url)
}

/** An absolute web address, or nothing when there is none in it. */
export function resolveAddress(reference: string, base: string): string | undefined {
  if (reference === '' || !URL.canParse(reference, base)) return undefined
  const url = new URL(reference, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}

function readLinks(document: Document, base: string): PageLink[] {
  const links: PageLink[] = []
  for (const anchor of selectElements('a[href]', document).slice(0, maxLinks)) {
    const href = attribute(anchor, 'href')
    if (href.startsWith('#')) continue
    const url = resolveAddress(href, base)
    if (url === undefined) continue
    links.push({ url, text: linkText(anchor), isMenu: isWithinMenu(anchor) })
  }
  return links
}

function linkText(anchor: Element): string {
  const text = seenText(anchor)
  if (text !== '') return clip(text, 120)
  const picture = selectElement('img[alt]', anchor)
  return clip(
    oneLine((picture && attribute(picture, 'alt')) || attribute(anchor, 'aria-label')),
    120,
  )
}

export function isWithinMenu(element: Element): boolean {
  let steps = 0
  for (let up = element.parent; up?.type === 'tag' && steps < maxAncestors; up = up.parent) {
    steps += 1
    if (up.name === 'nav' || up.name === 'header') return true
    if (
      /(^|[\s_-])(nav|navbar|menu|header|masthead)([\s_-]|$)/.test(
        ` ${attribute(up, 'class')} ${attribute(up, 'id')}`.toLowerCase(),
      )
    )
      return true
  }
  return false
}

/** All contents of a `<meta>` by its name, property or http-equiv, in order. */
export function metas(page: Page, name: string): string[] {
  const wanted = name.toLowerCase()
  return selectElements('meta[content]', page.document)
    .filter((meta) =>
      [
        meta.attribs['name'],
        meta.attribs['property'],
        meta.attribs['itemprop'],
        meta.attribs['http-equiv'],
      ].some((given) => given?.toLowerCase() === wanted),
    )
    .map((meta) => oneLine(attribute(meta, 'content')))
    .filter((content) => content !== '')
}

export function meta(page: Page, name: string): string | undefined {
  return metas(page, name)[0]
}
