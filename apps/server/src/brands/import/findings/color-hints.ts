import type { ColorRole, Evidence } from '../finding.ts'
import { meta } from '../site/page.ts'
import type { Site } from '../site/site.ts'
import type { UsedDeclaration } from '../site/used-styles.ts'
import { isGrey, readColor, readColors } from './color-value.ts'
import type { FoundLogo } from './find-logo.ts'
import { evidence } from './text-evidence.ts'

/** One place where a colour is used, and how much that says about the brand. */
export interface ColorHint {
  readonly color: string
  readonly weight: number
  /** The role that the place names, where it names one. */
  readonly role?: ColorRole
  readonly evidence: Evidence
}

/** Colours that come with a framework and mean that nobody chose one. */
const defaults: ReadonlySet<string> = new Set([
  '#337ab7',
  '#428bca',
  '#23527c',
  '#2a6496',
  '#286090',
  '#3276b1',
  '#285e8e',
  '#5cb85c',
  '#5bc0de',
  '#f0ad4e',
  '#d9534f',
  '#3c763d',
  '#31708f',
  '#8a6d3b',
  '#a94442',
  '#66afe9',
  '#2e6da4',
  '#204d74',
  '#269abc',
  '#c9302c',
  '#0d6efd',
  '#0b5ed7',
  '#0a58ca',
  '#6610f2',
  '#6f42c1',
  '#d63384',
  '#dc3545',
  '#fd7e14',
  '#ffc107',
  '#198754',
  '#20c997',
  '#0dcaf0',
  '#6c757d',
  '#007bff',
  '#0056b3',
  '#0069d9',
  '#28a745',
  '#17a2b8',
  '#86b7fe',
  '#80bdff',
  '#cf2e2e',
  '#ff6900',
  '#fcb900',
  '#7bdcb5',
  '#00d084',
  '#8ed1fc',
  '#0693e3',
  '#9b51e0',
  '#f78da7',
  '#abb8c3',
  '#32373c',
  '#007cba',
  '#006ba1',
  '#0073aa',
  '#0000ee',
  '#0000ff',
  '#551a8b',
  '#ff0000',
  '#008000',
  '#ffff00',
  '#3b5998',
  '#1877f2',
  '#1da1f2',
  '#55acee',
  '#25d366',
  '#0077b5',
  '#0a66c2',
  '#e1306c',
  '#bd081c',
  '#dd4b39',
  '#cc181e',
])

export function colorHints(
  site: Site,
  used: readonly UsedDeclaration[],
  logos: readonly FoundLogo[],
): ColorHint[] {
  return [...used.flatMap(declarationHints), ...declaredHints(site), ...logoHints(logos)]
}

function declarationHints(declaration: UsedDeclaration): ColorHint[] {
  const { property, resolved, selector, page } = declaration
  if (property.startsWith('font')) return []
  const named = property.startsWith('--') ? namedRole(property) : undefined
  if (property.startsWith('--') && named === undefined) return []
  const weight = named?.weight ?? useWeight(declaration)
  if (weight === 0) return []
  const source = named === undefined ? `css ${selector}` : `css ${property}`
  const snippet =
    named === undefined
      ? `${selector} { ${property}: ${declaration.value} }`
      : `${property}: ${declaration.value}`
  const colors =
    named === undefined
      ? readColors(resolved)
      : [readColor(resolved)].filter((color) => color !== undefined)
  return colors.slice(0, 4).map((color, index) => ({
    color,
    weight: (weight * origin(declaration, color)) / (index + 1),
    ...(named !== undefined && { role: named.role }),
    evidence: evidence(page, snippet, source.slice(0, 80)),
  }))
}

function origin({ isVendor }: UsedDeclaration, color: string): number {
  return (isVendor ? 0.06 : 1) * (defaults.has(color) ? 0.12 : 1)
}

const roleNames: readonly (readonly [ColorRole, RegExp, number])[] = [
  [
    'primary',
    /^--(?!bs-|wp--preset--color--vivid)(?:[\w-]*-)?(primary|brand|main|theme|key|corporate|signature)(-?(colou?r|base|default|main|500|600|1))*$/,
    6,
  ],
  [
    'secondary',
    /^--(?!bs-)(?:[\w-]*-)?(secondary|tertiary)(-?(colou?r|base|default|main|500|600|1))*$/,
    5,
  ],
  [
    'accent',
    /^--(?!bs-)(?:[\w-]*-)?(accent|highlight|cta|action|button|button-background|contrast-accent|link)(-?(colou?r|bg|base|default|main|500|600|1|2))*$/,
    4.5,
  ],
  [
    'background',
    /^--(?!bs-)(?:(color|colour|base|page|body|site|global|wp--preset--color)-*)*(background|bg|base|surface|paper|canvas)(-?(colou?r|base|default|body|page|1))*$/,
    2,
  ],
  [
    'text',
    /^--(?!bs-)(?:(color|colour|base|page|body|site|global|wp--preset--color)-*)*(text|foreground|fg|body|ink|contrast|body-text|font-color)(-?(colou?r|base|default|body|1))*$/,
    2,
  ],
]

function namedRole(property: string): { role: ColorRole; weight: number } | undefined {
  // “--primary-foreground”, “--text-on-primary”, “--primary-hover” are about something else.
  if (
    /hover|focus|active|disabled|border|shadow|ring|on-|-text-|inverse|dark|rgb$|-(50|100|200|300|400|700|800|900)$|contrast-text|-foreground$/.test(
      property,
    ) &&
    !/^--(color-)?(foreground|text)/.test(property)
  ) {
    return undefined
  }
  const found = roleNames.find(([, pattern]) => pattern.test(property))
  return found && { role: found[0], weight: found[2] }
}

const buttons =
  /(^|[\s.#_-])(btn|button|cta|submit|add-to-cart|wp-element-button|wp-block-button__link|sqs-block-button|elementor-button|shopify-payment)/i
const heads =
  /(^|[\s.#_-])(header|navbar|nav|masthead|topbar|hero|banner|jumbotron|brand|logo|site-title)/i
const foreign =
  /facebook|twitter|instagram|youtube|linkedin|pinterest|whatsapp|google|social|error|danger|warning|success|alert|invalid|rating|star|cookie|consent|swiper|slick|select2|mfp|calendar|placeholder|selection/i

/** How much a use says: what people press and what stands at the head is chosen with care. */
function useWeight({ property, selector, uses }: UsedDeclaration): number {
  if (foreign.test(selector)) return 0.05
  const isGround = property.startsWith('background')
  const isState = /:(hover|focus|active|visited|disabled)/.test(selector)
  const base = isGround ? groundWeight(selector) : inkWeight(property, selector)
  return base * (isState ? 0.3 : 1) * (1 + Math.log2(uses + 1) / 4)
}

function groundWeight(selector: string): number {
  if (buttons.test(selector)) return 3.2
  if (heads.test(selector)) return 1.8
  return /footer/i.test(selector) ? 1.1 : 1
}

function inkWeight(property: string, selector: string): number {
  if (property === 'color' && /(^|[\s>])a$|(^|[\s>])a:/.test(selector)) return 2
  if (property === 'color' && /(^|[\s>])h[1-4]$|title|heading/i.test(selector)) return 1.5
  if (property === 'color') return 0.8
  return property === 'fill' ? 0.5 : 0.4
}

/** What the site tells browsers and systems of its colour. */
function declaredHints({ home, manifest }: Site): ColorHint[] {
  const given = [
    [meta(home, 'theme-color'), 3.5, home.url, 'theme-color'],
    [meta(home, 'msapplication-TileColor'), 1, home.url, 'msapplication-TileColor'],
    [manifest?.themeColor, 2.5, manifest?.address ?? '', 'manifest theme_color'],
  ] as const
  return given.flatMap(([value, weight, page, source]) => {
    const color = value === undefined ? undefined : readColor(value)
    // Icon generators fill these two in by themselves.
    if (color === undefined || color === '#2d89ef' || color === '#da532c' || isGrey(color))
      return []
    return [
      {
        color,
        weight: weight * (defaults.has(color) ? 0.3 : 1),
        evidence: evidence(page, `${source}: ${value}`, source),
      },
    ]
  })
}

/** The colours that the logo itself is drawn in. */
function logoHints(logos: readonly FoundLogo[]): ColorHint[] {
  const [logo] = logos
  if (logo === undefined || logo.score < 0.3) return []
  return logo.picture.colors
    .filter(({ color, share }) => share > 0.08 && !isGrey(color))
    .slice(0, 3)
    .map(({ color, share }) => ({
      color,
      weight: 1.5 + 3 * share * logo.score,
      evidence: evidence(
        logo.source.page,
        `${Math.round(share * 100)} % of the logo is ${color}`,
        'logo',
      ),
    }))
}
