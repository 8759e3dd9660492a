import type { Document, Element } from 'domhandler'
import { attribute, marks, scriptText, selectElements } from './html-document.ts'
import { type Page, pageBase, resolveAddress } from './page.ts'
import type { SiteReader } from './site-reader.ts'
import { isVendorSheet, readStyleSheet, type StyleSheet } from './stylesheet.ts'

const maxFiles = 10
const maxFileBytes = 1_000_000
const maxStyledElements = 400

/** The style sheets of the pages: files, `<style>` and `style=""`. */
export async function readSheets(
  pages: readonly Page[],
  reader: SiteReader,
): Promise<StyleSheet[]> {
  const files = sheetAddresses(pages)
  const first = await readFiles(files.slice(0, maxFiles), reader)
  const imported = first
    .flatMap(({ address, sheet }) => sheet.imports.map((entry) => resolveAddress(entry, address)))
    .filter(
      (address) => address !== undefined && !isFontService(address) && !files.includes(address),
    )
    .filter((address) => address !== undefined)
  const second = await readFiles(imported.slice(0, Math.max(0, maxFiles - first.length)), reader)
  const inline = pages.slice(0, 3).flatMap(inlineSheets)
  return [...first, ...second].map(({ sheet }) => sheet).concat(inline)
}

/** Fonts are read off the address of such a sheet; its content differs by browser. */
export function isFontService(address: string): boolean {
  return /^https?:\/\/(fonts\.googleapis\.com|fonts\.bunny\.net|use\.typekit\.net|api\.fontshare\.com)\//.test(
    address,
  )
}

/** Every sheet a page links to, with what was written for the site before what was taken along. */
function sheetAddresses(pages: readonly Page[]): string[] {
  const addresses = new Set<string>()
  for (const page of pages.slice(0, 3)) {
    for (const link of selectElements('link[href]', page.document)) {
      const address = isSheet(link)
        ? resolveAddress(attribute(link, 'href'), pageBase(page))
        : undefined
      if (address !== undefined && !isFontService(address)) addresses.add(address)
    }
  }
  const all = [...addresses]
  return [...all.filter((one) => !isVendorSheet(one)), ...all.filter(isVendorSheet)]
}

function isSheet(link: Element): boolean {
  const rel = attribute(link, 'rel').toLowerCase().split(/\s+/)
  const isPreloaded = rel.includes('preload') && attribute(link, 'as') === 'style'
  return (rel.includes('stylesheet') || isPreloaded) && !/^print$/i.test(attribute(link, 'media'))
}

async function readFiles(addresses: readonly string[], reader: SiteReader) {
  const read = await Promise.all(
    addresses.map(async (address) => {
      const css = await reader.text(address, {
        accept: ['text/css', 'text/plain'],
        maxBytes: maxFileBytes,
      })
      return css === undefined
        ? undefined
        : { address, sheet: readStyleSheet(css, address, isVendorSheet(address)) }
    }),
  )
  return read.filter((entry) => entry !== undefined)
}

function inlineSheets(page: Page): StyleSheet[] {
  const sheets = selectElements('style', page.document).map((style) =>
    readStyleSheet(scriptText(style), page.url, isVendorStyle(style)),
  )
  return [...sheets, readStyleSheet(styledElements(page.document), page.url, false)]
}

/** WordPress core prints its own presets and block styles into every page. */
function isVendorStyle(style: Element): boolean {
  return /^(wp-block-library|classic-theme-styles|wp-emoji|core-block|wp-img|woocommerce)/.test(
    attribute(style, 'id'),
  )
}

/** `style=""` written as rules, so that it is read like any other. */
function styledElements(document: Document): string {
  return selectElements('[style]', document)
    .slice(0, maxStyledElements)
    .map((element) => `${selectorOf(element)}{${attribute(element, 'style').replace(/[{}]/g, '')}}`)
    .join('\n')
}

function selectorOf(element: Element): string {
  const names = marks(element)
    .split(/\s+/)
    .filter((name) => /^[a-z][\w-]*$/.test(name))
  return `${element.name}${names
    .slice(0, 2)
    .map((name) => `.${name}`)
    .join('')}`
}
