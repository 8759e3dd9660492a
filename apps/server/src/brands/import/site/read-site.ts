import { FetchRefusedError } from '../../../fetching/guarded-fetch.ts'
import type { PageKind } from '../finding.ts'
import { ImportFailedError } from '../import-failed-error.ts'
import { type ChosenPage, choosePages } from './choose-pages.ts'
import { attribute, selectElement } from './html-document.ts'
import { readManifest } from './manifest.ts'
import { type Page, pageBase, readPage, resolveAddress } from './page.ts'
import { isSameSite, pageKey } from './page-address.ts'
import { readSheets } from './read-sheets.ts'
import type { Site } from './site.ts'
import type { FetchedPage, SiteReader } from './site-reader.ts'
import { SiteRules } from './site-rules.ts'

export const maxPages = 8
const pagesAtOnce = 3

/** How far the reading is; `n` counts the pages begun. */
export type ImportStep =
  | { readonly kind: 'reading'; readonly url: string; readonly n: number; readonly max: number }
  | {
      readonly kind: 'read'
      readonly url: string
      readonly title: string
      readonly n: number
      readonly max: number
    }
  | { readonly kind: 'failed'; readonly url: string; readonly n: number; readonly max: number }
  | { readonly kind: 'looking'; readonly at: 'styles' | 'pictures' | 'text' }

export interface Reading {
  readonly reader: SiteReader
  readonly signal: AbortSignal
  onProgress(step: ImportStep): void
}

/** Reads the home page, the pages that it leads to, and what they look like. */
export async function readSite(addresses: readonly string[], reading: Reading): Promise<Site> {
  const rules = new SiteRules(reading.reader)
  const home = await readHome(addresses, rules, reading)
  const others = await readOthers(home, rules, reading)
  const pages = withoutDoubles([home, ...others])
  reading.onProgress({ kind: 'looking', at: 'styles' })
  const [sheets, manifest] = await Promise.all([
    readSheets(pages, reading.reader),
    findManifest(home, reading.reader),
  ])
  return { address: home.url, pages, home, sheets, ...(manifest && { manifest }) }
}

/** Tries the addresses in turn; the refusal of the first is the one that is told. */
async function readHome(
  addresses: readonly string[],
  rules: SiteRules,
  reading: Reading,
): Promise<Page> {
  let refusal: FetchRefusedError | undefined
  for (const address of addresses) {
    try {
      return await readHomeAt(address, rules, reading)
    } catch (error) {
      if (!(error instanceof FetchRefusedError)) throw error
      refusal ??= error
      if (error.code !== 'site_unreachable') break
    }
  }
  const { code, detail } =
    refusal ?? new FetchRefusedError('invalid_url', 'This is not the address of a website.')
  throw new ImportFailedError(code, detail, { cause: refusal })
}

async function readHomeAt(address: string, rules: SiteRules, reading: Reading): Promise<Page> {
  reading.onProgress({ kind: 'reading', url: address, n: 1, max: maxPages })
  if (!(await rules.allows(address))) throw disallowed()
  const fetched = await followRefresh(await reading.reader.page(address), reading.reader)
  if (!(await rules.allows(fetched.url))) throw disallowed()
  if (fetched.status < 200 || fetched.status > 299) throw answeredWith(fetched.status)
  const home = readPage(fetched.html, fetched.url, 'home')
  reading.onProgress({ kind: 'read', url: address, title: home.title, n: 1, max: maxPages })
  return home
}

/** Some home pages are only a sign to the real one: `<meta http-equiv="refresh">`. */
async function followRefresh(fetched: FetchedPage, reader: SiteReader): Promise<FetchedPage> {
  if (fetched.html.length > 4_000) return fetched
  const page = readPage(fetched.html, fetched.url, 'home')
  const refresh = selectElement('meta[http-equiv=refresh i][content]', page.document)
  const target = refresh && /url\s*=\s*['"]?([^'"]+)/i.exec(attribute(refresh, 'content'))?.[1]
  const address = target && resolveAddress(target.trim(), fetched.url)
  return address === undefined || address === '' || pageKey(address) === pageKey(fetched.url)
    ? fetched
    : await reader.page(address)
}

async function readOthers(home: Page, rules: SiteRules, reading: Reading): Promise<Page[]> {
  const chosen = choosePages(home, maxPages - 1)
  const pages: (Page | undefined)[] = chosen.map(() => undefined)
  const queue = [...chosen.entries()]
  const max = chosen.length + 1
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, page] = next
      pages[index] = await readOther(page, home, rules, reading, { n: index + 2, max })
    }
  }
  await Promise.all(Array.from({ length: pagesAtOnce }, work))
  return pages.filter((page) => page !== undefined)
}

async function readOther(
  { url, kind }: ChosenPage,
  home: Page,
  rules: SiteRules,
  reading: Reading,
  count: { readonly n: number; readonly max: number },
): Promise<Page | undefined> {
  if (reading.signal.aborted || !(await rules.allows(url))) return undefined
  reading.onProgress({ kind: 'reading', url, ...count })
  const page = await tryPage(url, kind, home, reading)
  if (page === undefined) reading.onProgress({ kind: 'failed', url, ...count })
  else reading.onProgress({ kind: 'read', url, title: page.title, ...count })
  return page
}

async function tryPage(
  url: string,
  kind: PageKind,
  home: Page,
  reading: Reading,
): Promise<Page | undefined> {
  try {
    const fetched = await reading.reader.page(url)
    const isGood =
      fetched.status >= 200 && fetched.status <= 299 && isSameSite(fetched.url, home.url)
    return isGood ? readPage(fetched.html, fetched.url, kind) : undefined
  } catch (error) {
    // One page more or less does not decide about the brand; a cancelled import ends after this.
    if (error instanceof FetchRefusedError || reading.signal.aborted) return undefined
    throw error
  }
}

/** The same page under two addresses counts once. */
function withoutDoubles(pages: readonly Page[]): Page[] {
  const seen = new Set<string>()
  return pages.filter((page) => {
    const text = page.blocks.map((block) => block.text).join('\n')
    const keys = [canonicalKey(page), pageKey(page.url), ...(text.length > 80 ? [text] : [])]
    if (keys.some((key) => seen.has(key))) return false
    for (const key of keys) seen.add(key)
    return true
  })
}

/** What a page says its own address is, as long as it speaks of this site. */
function canonicalKey(page: Page): string {
  const link = selectElement('link[rel=canonical i][href]', page.document)
  const canonical = link && resolveAddress(attribute(link, 'href'), page.url)
  if (canonical === undefined || !isSameSite(canonical, page.url)) return pageKey(page.url)
  // A template that names the home page on every page would hide them all.
  return new URL(canonical).pathname === '/' ? pageKey(page.url) : pageKey(canonical)
}

async function findManifest(home: Page, reader: SiteReader) {
  const link = selectElement('link[rel=manifest i][href]', home.document)
  const address = link && resolveAddress(attribute(link, 'href'), pageBase(home))
  if (address === undefined) return undefined
  const accept = [
    'application/manifest+json',
    'application/json',
    'text/*',
    'application/octet-stream',
  ]
  const source = await reader.text(address, { accept, maxBytes: 100_000, timeoutMs: 5_000 })
  return source === undefined ? undefined : readManifest(source, address)
}

function disallowed(): ImportFailedError {
  return new ImportFailedError(
    'robots_disallowed',
    'The site asks not to be read by programs (robots.txt), so it was not; fill the brand in by hand or allow “Rheos” there.',
  )
}

function answeredWith(status: number): FetchRefusedError {
  if (status === 404 || status === 410) {
    return new FetchRefusedError(
      'site_unreachable',
      'There is no page at this address; check it or give the home page.',
    )
  }
  if (status === 401 || status === 403 || status === 429) {
    return new FetchRefusedError(
      'site_unreachable',
      `The site does not let itself be read (it answered ${status}); fill the brand in by hand.`,
    )
  }
  return new FetchRefusedError(
    'site_unreachable',
    `The site answered with an error (${status}); try again later.`,
  )
}
