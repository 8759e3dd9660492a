import type { Element } from 'domhandler'
import { attribute, marks, markup, selectElement, selectElements } from '../site/html-document.ts'
import { isNode, isOrganization, textOf } from '../site/json-ld.ts'
import { isWithinMenu, meta, type Page, pageBase, resolveAddress } from '../site/page.ts'
import type { Site } from '../site/site.ts'
import { nameKey } from './clean-name.ts'
import { brandElements } from './find-name.ts'

/** A place where a logo may be had. */
export interface LogoSource {
  /** Address of the picture; for drawings within the page, the page's own with a fragment. */
  readonly url: string
  /** The drawing itself, when it lies in the page. */
  readonly inline?: string
  readonly score: number
  readonly source: string
  readonly page: string
  readonly snippet: string
}

/** Everything that may be the logo, best first, each address once. */
export function findLogoSources(site: Site, name: string | undefined): LogoSource[] {
  const key = name === undefined ? '' : nameKey(name)
  const all = [
    ...declaredLogos(site),
    ...site.pages.slice(0, 2).flatMap((page) => headerLogos(page, key)),
    ...styledLogos(site),
    ...icons(site),
  ]
  const best = new Map<string, LogoSource>()
  for (const entry of all) {
    const known = best.get(entry.url)
    if (known === undefined || known.score < entry.score) best.set(entry.url, entry)
  }
  return [...best.values()].sort((one, other) => other.score - one.score)
}

function declaredLogos({ pages }: Site): LogoSource[] {
  const logos: LogoSource[] = []
  for (const page of pages) {
    for (const node of page.jsonLd.filter(isOrganization)) {
      const logo = node['logo']
      const reference = isNode(logo)
        ? textOf(logo['url'] ?? logo['contentUrl'] ?? logo['@id'])
        : textOf(logo)
      const url = reference && resolveAddress(reference, pageBase(page))
      if (url)
        logos.push({ url, score: 0.86, source: 'json-ld logo', page: page.url, snippet: url })
    }
    const picture =
      meta(page, 'og:logo') ??
      (/logo/i.test(meta(page, 'og:image') ?? '') ? meta(page, 'og:image') : undefined)
    const url = picture && resolveAddress(picture, pageBase(page))
    if (url) logos.push({ url, score: 0.5, source: 'og:image', page: page.url, snippet: url })
  }
  return logos
}

const foreign =
  /client|partner|sponsor|customer|payment|award|badge|testimonial|review|press|social|flag|footer|avatar|author|app-?store|google-?play/i

function headerLogos(page: Page, key: string): LogoSource[] {
  const logos: LogoSource[] = []
  const brand = brandElements(page)
  for (const element of brand) {
    for (const picture of [
      ...(element.name === 'img' ? [element] : []),
      ...selectElements('img', element),
    ].slice(0, 2)) {
      logos.push(...pictureSource(picture, page, key, 0.88))
    }
    const drawing = selectElement('svg', element)
    if (drawing !== undefined) logos.push(drawingSource(drawing, page))
  }
  for (const picture of selectElements('img', page.document).slice(0, 120)) {
    const said =
      `${marks(picture)} ${attribute(picture, 'alt')} ${pictureReference(picture)}`.toLowerCase()
    if (!/logo|wordmark|brand/.test(said) || foreign.test(said) || isWithinForeign(picture))
      continue
    logos.push(...pictureSource(picture, page, key, isWithinMenu(picture) ? 0.84 : 0.5))
  }
  return logos
}

function isWithinForeign(element: Element): boolean {
  for (
    let up = element.parent, steps = 0;
    up?.type === 'tag' && steps < 6;
    up = up.parent, steps += 1
  ) {
    if (foreign.test(marks(up)) || up.name === 'footer') return true
  }
  return false
}

function pictureSource(picture: Element, page: Page, key: string, base: number): LogoSource[] {
  const reference = pictureReference(picture)
  const alt = attribute(picture, 'alt')
  const altKey = nameKey(alt.replace(/\blogo\b/gi, ''))
  const isNamed = /logo|brand|wordmark/i.test(`${reference} ${alt} ${marks(picture)}`)
  const isOwn = key !== '' && (altKey === key || nameKey(reference).includes(key))
  const score = Math.min(0.97, base + (isNamed ? 0.04 : -0.12) + (isOwn ? 0.05 : 0))
  const snippet = `<img src="${reference.slice(0, 120)}" alt="${alt}">`
  const drawn = inlinePicture(reference)
  if (drawn !== undefined) {
    return [
      {
        url: `${page.url}#logo-image`,
        inline: drawn,
        score,
        source: 'header image',
        page: page.url,
        snippet,
      },
    ]
  }
  const url = resolveAddress(reference, pageBase(page))
  return url === undefined ? [] : [{ url, score, source: 'header image', page: page.url, snippet }]
}

/** Pictures that load late keep their address in another attribute. */
function pictureReference(picture: Element): string {
  const [src = '', ...others] = ['src', 'data-src', 'data-lazy-src', 'data-original'].map((name) =>
    attribute(picture, name),
  )
  const late = others.find((reference) => reference !== '')
  if (src !== '' && !(src.startsWith('data:') && late !== undefined)) return src
  const widest = (attribute(picture, 'srcset') || attribute(picture, 'data-srcset'))
    .split(',')
    .at(-1)
    ?.trim()
    .split(/\s/)[0]
  return late ?? widest ?? src
}

function inlinePicture(reference: string): string | undefined {
  const data = /^data:image\/[\w.+-]+(;[\w=-]+)*?(;base64)?,([\s\S]*)$/i.exec(reference)
  if (data === null || reference.length > 300_000) return undefined
  const isBase64 = /;base64,/i.test(reference.slice(0, 80))
  return isBase64
    ? Buffer.from(data[3] ?? '', 'base64').toString('latin1')
    : Buffer.from(decodeURIComponentSafely(data[3] ?? '')).toString('latin1')
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A drawing in the page, with the symbols it refers to and a colour where it takes the text's. */
function drawingSource(drawing: Element, page: Page): LogoSource {
  const referred = selectElements('use', drawing)
    .map((use) => attribute(use, 'href') || attribute(use, 'xlink:href'))
    .filter((reference) => /^#[\w-]+$/.test(reference))
    .map((reference) => selectElement(`[id="${reference.slice(1)}"]`, page.document))
    .filter((symbol) => symbol !== undefined)
    .map(markup)
  const svg = markup(drawing)
    .replace(/(<svg[^>]*>)/i, `$1<defs>${referred.join('')}</defs>`)
    .replace(/currentcolor/gi, '#1a1a1a')
    .replace(/\s(width|height)="(auto|100%|[\d.]*(em|rem|vw|vh|%))"/gi, '')
  return {
    url: `${page.url}#logo-drawing`,
    inline: Buffer.from(svg).toString('latin1'),
    score: referred.length > 0 || svg.length > 200 ? 0.83 : 0.5,
    source: 'header drawing',
    page: page.url,
    snippet: svg.slice(0, 160),
  }
}

/** `.logo { background: url(logo.png) }` */
function styledLogos({ sheets, home }: Site): LogoSource[] {
  return sheets
    .flatMap(({ declarations }) => declarations)
    .filter(
      ({ selector, property }) =>
        property.startsWith('background') &&
        /logo|brand/i.test(selector) &&
        !foreign.test(selector),
    )
    .flatMap(({ selector, value, page }) => {
      const reference = /url\(\s*["']?([^"')]+)/.exec(value)?.[1]
      const url =
        reference === undefined || reference.startsWith('data:')
          ? undefined
          : resolveAddress(reference, page)
      return url === undefined
        ? []
        : [
            {
              url,
              score: 0.72,
              source: `css ${selector}`.slice(0, 60),
              page: home.url,
              snippet: url,
            },
          ]
    })
    .slice(0, 3)
}

function icons({ home, manifest }: Site): LogoSource[] {
  const linked = selectElements('link[rel][href]', home.document).flatMap((link) => {
    const rel = attribute(link, 'rel').toLowerCase()
    if (!/\bicon\b|apple-touch-icon|fluid-icon/.test(rel) || /mask-icon/.test(rel)) return []
    const url = resolveAddress(attribute(link, 'href'), pageBase(home))
    if (url === undefined) return []
    const score = iconScore(rel, Number.parseInt(attribute(link, 'sizes'), 10), url)
    return [
      {
        url,
        score,
        source: rel.includes('apple') ? 'apple-touch-icon' : 'icon',
        page: home.url,
        snippet: url,
      },
    ]
  })
  const tile = meta(home, 'msapplication-TileImage')
  const tileUrl = tile && resolveAddress(tile, pageBase(home))
  const fromManifest = (manifest?.icons ?? []).map(({ url, size, isMaskable }) => ({
    url,
    score: 0.42 + Math.min(size, 512) / 5120 - (isMaskable ? 0.08 : 0),
    source: 'manifest icon',
    page: manifest?.address ?? home.url,
    snippet: url,
  }))
  return [
    ...linked,
    ...(tileUrl
      ? [
          {
            url: tileUrl,
            score: 0.4,
            source: 'msapplication-TileImage',
            page: home.url,
            snippet: tileUrl,
          },
        ]
      : []),
    ...fromManifest,
    {
      url: new URL('/favicon.ico', home.url).href,
      score: 0.12,
      source: 'favicon',
      page: home.url,
      snippet: '/favicon.ico',
    },
  ]
}

function iconScore(rel: string, size: number, url: string): number {
  if (rel.includes('apple')) return 0.5 + Math.min(Number.isFinite(size) ? size : 120, 180) / 4000
  if (/\.svg([?#]|$)/i.test(url)) return 0.52
  return 0.25 + Math.min(Number.isFinite(size) ? size : 16, 256) / 1500
}
