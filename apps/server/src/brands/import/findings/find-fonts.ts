import type { Candidate, Evidence, FontsByUse } from '../finding.ts'
import { attribute, selectElements } from '../site/html-document.ts'
import { pageBase, resolveAddress } from '../site/page.ts'
import { isFontService } from '../site/read-sheets.ts'
import type { Site } from '../site/site.ts'
import type { UsedDeclaration } from '../site/used-styles.ts'
import { evidence } from './text-evidence.ts'

interface FoundFont {
  readonly family: string
  readonly score: number
  readonly evidence: Evidence
}

/** What headings and text are set in. */
export function findFonts(
  site: Site,
  used: readonly UsedDeclaration[],
): Candidate<FontsByUse> | undefined {
  const loaded = loadedFamilies(site)
  const body =
    styledFont(used, /^(body|html|:root|html body|body,html|p|body p|main)$/) ??
    namedFont(used, /body|base|text|sans|primary|default/) ??
    asFont(loaded[0], 0.5)
  const heading =
    styledFont(used, /(^|[\s>])h[1-3]$|^\.h[1-3]$/) ??
    namedFont(used, /head|title|display/) ??
    asFont(
      loaded.find(({ family }) => family !== body?.family),
      0.45,
    )
  const found = [heading, body].filter((font) => font !== undefined)
  if (found.length === 0) return undefined
  return {
    value: {
      ...((heading ?? body) && { heading: (heading ?? body)?.family ?? '' }),
      ...(body && { body: body.family }),
    },
    score: Math.max(...found.map(({ score }) => score)),
    evidence: [
      ...(heading ? [{ ...heading.evidence, source: `heading: ${heading.evidence.source}` }] : []),
      ...(body ? [{ ...body.evidence, source: `body: ${body.evidence.source}` }] : []),
    ],
  }
}

function styledFont(used: readonly UsedDeclaration[], selector: RegExp): FoundFont | undefined {
  const fitting = used.filter(
    (one) =>
      /^font(-family)?$/.test(one.property) &&
      selector.test(one.selector) &&
      familyIn(one) !== undefined,
  )
  const last = fitting.findLast(({ isVendor }) => !isVendor) ?? fitting.at(-1)
  const family = last && familyIn(last)
  if (last === undefined || family === undefined) return undefined
  const isPlain = systemFamilies.has(family.toLowerCase())
  if (last.isVendor && isPlain) return undefined
  return {
    family,
    score: last.isVendor ? 0.4 : isPlain ? 0.6 : 0.9,
    evidence: evidence(
      last.page,
      `${last.selector} { ${last.property}: ${last.value} }`,
      `css ${last.selector}`,
    ),
  }
}

/** Builders keep families in custom properties: `--font-heading-family`. */
function namedFont(used: readonly UsedDeclaration[], use: RegExp): FoundFont | undefined {
  for (const one of used) {
    if (
      !/^--[\w-]*(font|typeface|typography)[\w-]*$/.test(one.property) ||
      !use.test(one.property) ||
      one.isVendor
    )
      continue
    if (/size|weight|height|style|spacing|scale|smooth|icon/.test(one.property)) continue
    const family = firstFamily(one.resolved)
    if (family !== undefined)
      return {
        family,
        score: 0.7,
        evidence: evidence(one.page, `${one.property}: ${one.value}`, `css ${one.property}`),
      }
  }
  return undefined
}

function asFont(
  font: { family: string; evidence: Evidence } | undefined,
  score: number,
): FoundFont | undefined {
  return font && { ...font, score }
}

function familyIn({ property, resolved }: UsedDeclaration): string | undefined {
  // The shorthand ends with the families, after the size.
  return firstFamily(
    property === 'font'
      ? resolved.replace(/^.*?[\d.]+(px|r?em|%|pt|vw)(\/[\w.%]+)?\s+/, '')
      : resolved,
  )
}

const systemFamilies = new Set([
  'arial',
  'helvetica',
  'helvetica neue',
  'verdana',
  'tahoma',
  'times',
  'times new roman',
  'georgia',
  'courier',
  'courier new',
  'trebuchet ms',
  'lucida grande',
  'segoe ui',
  'roboto',
])
const noFamily =
  /^(inherit|initial|unset|revert|none|normal|sans-serif|serif|monospace|cursive|fantasy|system-ui|ui-[\w-]+|-apple-system|blinkmacsystemfont|emoji|math|fangsong|var\(.*|menlo|monaco|consolas|sfmono-regular|liberation mono)$/i
const iconFamily =
  /awesome|icon|glyph|dashicons|material symbols|material icons|swiper|slick|star|woocommerce|emoji|symbol|fontello|typicons|feather|bootstrap-icons|eicons|genericons|linearicons|themify/i

/** The first family of a list that somebody chose; the others stand in for it. */
export function firstFamily(list: string): string | undefined {
  for (const raw of list.replace(/\s*!important$/i, '').split(',')) {
    const family = cleanFamily(raw)
    if (family !== '' && !noFamily.test(family) && !iconFamily.test(family) && family.length <= 60)
      return family
  }
  return undefined
}

/** `__Inter_a1b2c3` and `"Inter var"` are Inter. */
function cleanFamily(raw: string): string {
  const family = raw
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/\\/g, '')
  if (/fallback|placeholder/i.test(family)) return ''
  return family
    .replace(/^__(.+)_[0-9a-f]{4,}$/, '$1')
    .replaceAll('_', ' ')
    .replace(/[\s-]+(var|variable|vf|webfont|web)$/i, '')
    .trim()
}

/** Families that a font service or a sheet brings along, in order. */
function loadedFamilies(site: Site): { family: string; evidence: Evidence }[] {
  const { home } = site
  const links = selectElements('link[href]', home.document)
    .map((link) => resolveAddress(attribute(link, 'href'), pageBase(home)))
    .filter((address) => address !== undefined)
  const imports = site.sheets
    .flatMap((sheet) => sheet.imports)
    .map((entry) => resolveAddress(entry, home.url))
    .filter((address) => address !== undefined)
  const services = [...links, ...imports].filter((address) => isFontService(address))
  const served = services.flatMap((address) =>
    familiesOf(address).map((family) => ({
      family,
      evidence: evidence(home.url, address, 'font service'),
    })),
  )
  const faces = site.sheets.flatMap(({ fontFaces, declarations }) =>
    fontFaces.map((face) => ({
      family: firstFamily(face) ?? '',
      evidence: evidence(declarations[0]?.page ?? home.url, `@font-face ${face}`, 'css @font-face'),
    })),
  )
  return [...served, ...faces].filter(({ family }) => family !== '')
}

/** `family=Lora:wght@400|Open+Sans:300` of a font service's address. */
export function familiesOf(address: string): string[] {
  return new URL(address).searchParams
    .getAll('family')
    .flatMap((entry) => entry.split('|'))
    .map((entry) => firstFamily(entry.split(':')[0] ?? ''))
    .filter((family) => family !== undefined)
}
