import type { Element } from 'domhandler'
import type { Candidate, Evidence } from '../finding.ts'
import { attribute, marks, seenText, selectElement, selectElements } from '../site/html-document.ts'
import { isOrganization, isWebSite, textOf } from '../site/json-ld.ts'
import { meta, type Page, resolveAddress } from '../site/page.ts'
import { pageKey } from '../site/page-address.ts'
import type { Site } from '../site/site.ts'
import {
  cleanName,
  everydayName,
  hostLabel,
  isNameLike,
  nameKey,
  titleSegments,
} from './clean-name.ts'
import { evidence, joinScores, ranked } from './text-evidence.ts'

interface Hint {
  readonly raw: string
  readonly weight: number
  readonly evidence: Evidence
}

/** What the brand is called, by everything that names it. */
export function findName(site: Site): Candidate<string>[] {
  const hints = [
    ...declaredHints(site),
    ...titleHints(site),
    ...headerHints(site.home),
    ...copyrightHints(site),
    ...headingHints(site.home),
  ]
  const makers = makerKeys(site)
  const groups = new Map<string, Hint[]>()
  for (const hint of hints) {
    const name = cleanName(hint.raw)
    const key = nameKey(name)
    if (key === '' || !isNameLike(name) || makers.has(key)) continue
    groups.set(key, [...(groups.get(key) ?? []), { ...hint, raw: name }])
  }
  const label = hostLabel(new URL(site.address).hostname)
  const candidates = [...groups].map(([key, group]) => toCandidate(key, group, label))
  return ranked(candidates.length > 0 ? candidates : hostCandidate(site, label))
}

function toCandidate(key: string, group: readonly Hint[], label: string): Candidate<string> {
  const best = [...group].sort((one, other) => other.weight - one.weight)
  const top = best[0]
  const scores = [...distinctSources(best).values(), hostSupport(key, label)]
  return {
    value: everydayName(preferredSpelling(best)),
    score: joinScores(scores),
    evidence: top === undefined ? [] : best.slice(0, 4).map((hint) => hint.evidence),
  }
}

/** The same title on eight pages is one hint, not eight. */
function distinctSources(hints: readonly Hint[]): Map<string, number> {
  const bySource = new Map<string, number>()
  for (const {
    evidence: { source },
    weight,
  } of hints) {
    bySource.set(source, Math.max(bySource.get(source) ?? 0, weight))
  }
  return bySource
}

/** Of “ACME”, “acme” and “Acme” the mixed one, unless the site itself always writes otherwise. */
function preferredSpelling(hints: readonly Hint[]): string {
  const isMixed = ({ raw }: Hint) => raw !== raw.toLowerCase() && raw !== raw.toUpperCase()
  return (hints.find(isMixed) ?? hints[0])?.raw ?? ''
}

function hostSupport(key: string, label: string): number {
  const host = label.replace(/[^\p{L}\p{N}]/gu, '')
  if (host.length < 2) return 0
  if (host === key) return 0.75
  if (key.length >= 4 && host.includes(key)) return 0.45
  return host.length >= 4 && key.includes(host) && key.length <= host.length * 2.5 ? 0.45 : 0
}

function hostCandidate(site: Site, label: string): Candidate<string>[] {
  const words = label.split('-').filter((word) => word !== '')
  const value = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  if (!isNameLike(value)) return []
  return [
    {
      value,
      score: 0.3,
      evidence: [evidence(site.address, new URL(site.address).hostname, 'address')],
    },
  ]
}

/** What the site says of itself for machines. */
function declaredHints(site: Site): Hint[] {
  const hints: Hint[] = []
  const add = (raw: string | undefined, weight: number, page: string, source: string) => {
    if (raw !== undefined) hints.push({ raw, weight, evidence: evidence(page, raw, source) })
  }
  for (const page of site.pages) {
    for (const node of page.jsonLd) {
      if (isOrganization(node)) add(textOf(node['name']), 0.85, page.url, 'json-ld')
      else if (isWebSite(node)) add(textOf(node['name']), 0.8, page.url, 'json-ld WebSite')
    }
    for (const [name, weight] of declaredNames) add(meta(page, name), weight, page.url, name)
  }
  const { manifest, home } = site
  if (manifest !== undefined) {
    add(manifest.name, 0.65, manifest.address, 'manifest name')
    add(manifest.shortName, 0.6, manifest.address, 'manifest short_name')
  }
  for (const { key, text, source } of home.embedded) {
    if (/^(site_?name|brand_?name|company_?name|store_?name|shop_?name|site_?title)$/i.test(key)) {
      add(text, 0.7, home.url, `${source} ${key}`)
    }
  }
  return hints.flatMap(splitSlogan)
}

const declaredNames = [
  ['og:site_name', 0.8],
  ['application-name', 0.65],
  ['apple-mobile-web-app-title', 0.65],
  ['publisher', 0.45],
  ['copyright', 0.4],
] as const

/** A declared name may itself carry a slogan: “Acme – Coffee in Leeds”. */
function splitSlogan(hint: Hint): Hint[] {
  const segments = titleSegments(hint.raw)
  if (segments.length < 2) return [hint]
  return segments
    .slice(0, 2)
    .map((raw, index) => ({ ...hint, raw, weight: hint.weight * (index === 0 ? 0.8 : 0.4) }))
}

function titleHints(site: Site): Hint[] {
  const titles = [site.home.title, ...site.pages.slice(1).map((page) => page.title)]
  const everywhere = repeatedSegments(titles)
  return site.pages.flatMap((page) => {
    const segments = titleSegments(page.title)
    return segments.map((raw, index) => ({
      raw,
      weight: everywhere.has(nameKey(cleanName(raw)))
        ? 0.75
        : segmentWeight(raw, index, segments, page),
      evidence: evidence(page.url, page.title, 'title'),
    }))
  })
}

/** What stands in the titles of several pages is not about one page. */
function repeatedSegments(titles: readonly string[]): Set<string> {
  const counts = new Map<string, number>()
  for (const title of new Set(titles)) {
    for (const key of new Set(titleSegments(title).map((segment) => nameKey(cleanName(segment))))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([key, count]) => key !== '' && count >= 2).map(([key]) => key))
}

/** On a home page the name comes first or last, on other pages last; a name is short, a slogan is not. */
function segmentWeight(
  raw: string,
  index: number,
  segments: readonly string[],
  page: Page,
): number {
  const words = cleanName(raw).split(' ').length
  const isEdge = index === 0 || index === segments.length - 1
  const isRoot = new URL(page.url).pathname.length <= 1
  const position = segments.length === 1 ? 0.5 : isEdge ? 0.42 : 0.15
  const place =
    !isRoot && index === segments.length - 1 && segments.length > 1
      ? 0.18
      : index === 0 && isRoot
        ? 0.06
        : 0
  const brevity = words <= 3 ? 0.1 : words <= 5 ? 0 : -0.2
  return Math.max(0.05, position + place + brevity)
}

const brandMarks =
  /(^|[\s_-])(navbar-brand|brand|site-title|site-name|sitename|logo|custom-logo-link|site-logo|wordmark|header__heading)([\s_-]|$)/

/** The name or the picture at the head of the page, which leads home. */
function headerHints(page: Page): Hint[] {
  const hints: Hint[] = []
  const add = (raw: string, weight: number, source: string) => {
    if (raw !== '') hints.push({ raw, weight, evidence: evidence(page.url, raw, source) })
  }
  for (const element of brandElements(page).slice(0, 6)) {
    const text = seenText(element)
    if (text.length <= 80) add(text, 0.62, 'header')
    for (const picture of selectElements('img[alt]', element).slice(0, 1))
      add(attribute(picture, 'alt'), 0.55, 'logo alt text')
    for (const title of selectElements('svg title', element).slice(0, 1))
      add(seenText(title), 0.5, 'logo title')
    add(
      attribute(element, 'aria-label').replace(
        /\s*[-–,(]?\s*(home ?page|home|go to.*|startseite|zur startseite|accueil|inicio)\)?$/i,
        '',
      ),
      0.5,
      'header label',
    )
  }
  return hints
}

/** The elements at the head of a page that stand for the brand. */
export function brandElements(page: Page): Element[] {
  const home = pageKey(page.url)
  const root = pageKey(new URL('/', page.url).href)
  const named = selectElements('a, div, p, span, h1, h2, strong', page.document)
    .slice(0, 400)
    .filter(
      (element) =>
        brandMarks.test(` ${marks(element)} `) &&
        !/footer|partner|client|sponsor|payment|customer|carousel|slider/.test(marks(element)),
    )
  const leadsHome = selectElements(
    'header a[href], nav a[href], [class*=header] a[href]',
    page.document,
  )
    .slice(0, 40)
    .filter((anchor) => {
      const href = attribute(anchor, 'href')
      // “#services” stays on the page and names a part of it.
      if (href.startsWith('#') && selectElement('img, svg', anchor) === undefined) return false
      const address = resolveAddress(href, page.url)
      return address !== undefined && [home, root].includes(pageKey(address))
    })
  return [...new Set([...named.slice(0, 5), ...leadsHome.slice(0, 3)])]
}

const notice =
  /(?:©|&copy;|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:copyright)?\s*(?:by\s+)?(?:\d{4}(?:\s*[-–—/]\s*(?:\d{2,4}|present|heute))?)?[\s,.:|-]*(?:by\s+)?([^©|•·\n]{2,80})/iu

const afterNotice =
  /[.,|。，·]?\s*(?:\b(?:all rights|alle rechte|tous droits|todos los|tutti i|todos os|alle rettigheder|reserved|designed|design|template|theme|powered|built|website|made|privacy|terms|impressum|datenschutz)\b|все права|версия|جميع الحقوق|כל הזכויות|版权|保留|无断|無断|모든 권리).*$/iu

function copyrightHints(site: Site): Hint[] {
  return site.pages.slice(0, 3).flatMap((page) => {
    const line = page.blocks.findLast(({ text }) => /©|\(c\)\s*\d{4}|copyright/i.test(text))
    const owner =
      line &&
      notice
        .exec(line.text)?.[1]
        ?.replace(afterNotice, '')
        .replace(/\b\d{4}\b.*$/, '')
        .replace(/[\s.,]+$/, '')
    return owner === undefined || owner === ''
      ? []
      : [
          {
            raw: owner,
            weight: 0.5,
            evidence: evidence(page.url, line?.text ?? owner, 'copyright'),
          },
        ]
  })
}

/** Who made the template or the site is not whose site it is. */
function makerKeys(site: Site): Set<string> {
  const keys = new Set<string>()
  const credit =
    /\b(?:template|theme|design(?:ed)?|website|webdesign|made|built|powered|erstellt|umgesetzt|réalis\w+)\s*(?:by|von|par|:)\s+(?:<[^>]+>)?([\w.\- ]{2,40})/giu
  for (const { text } of site.home.blocks
    .filter(({ region }) => region === 'footer' || region === 'main')
    .slice(-40)) {
    for (const [, maker] of text.matchAll(credit)) {
      if (maker !== undefined) keys.add(nameKey(maker.replace(/\.(com|net|org|io|de)\b.*$/i, '')))
    }
  }
  return keys
}

function headingHints(page: Page): Hint[] {
  const first = page.blocks.find(({ kind, level }) => kind === 'heading' && level === 1)
  if (first === undefined) return []
  const isGreeting = /^(welcome to|willkommen bei|bienvenue chez|bienvenidos a)/i.test(first.text)
  const weight = isGreeting ? 0.55 : first.text.split(' ').length <= 4 ? 0.3 : 0.1
  return [{ raw: first.text, weight, evidence: evidence(page.url, first.text, 'h1') }]
}
