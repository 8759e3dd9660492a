import {
  type Atrule,
  type Declaration as CssDeclaration,
  type CssNode,
  generate,
  parse,
  type Rule,
} from 'css-tree'

/** One declaration as it was written, with what it applies to. */
export interface Declaration {
  readonly selector: string
  readonly property: string
  readonly value: string
  /** Address of the sheet or page it was read in. */
  readonly page: string
  /** Came with a framework or a plugin, not written for this site. */
  readonly isVendor: boolean
}

export interface StyleSheet {
  readonly declarations: readonly Declaration[]
  /** Families that the sheet brings along by `@font-face`. */
  readonly fontFaces: readonly string[]
  readonly imports: readonly string[]
}

const maxDeclarations = 30_000
const maxNameLength = 100
const maxValueLength = 2_000
const maxSelectorLength = 300
const maxSheetLength = 1_500_000

const telling =
  /^(--[\w-]+|color|background(-color|-image)?|border(-(top|right|bottom|left))?(-color)?|fill|font(-family)?|outline-color|accent-color)$/

/** Reads what a sheet says of colours and fonts; broken sheets are read as far as a browser would. */
export function readStyleSheet(css: string, page: string, isVendor: boolean): StyleSheet {
  const collector = new SheetCollector(page, isVendor)
  const tree = parseSheet(css.slice(0, maxSheetLength))
  if (tree?.type === 'StyleSheet') collector.visit(tree.children.toArray(), [])
  return collector
}

class SheetCollector implements StyleSheet {
  readonly declarations: Declaration[] = []
  readonly fontFaces: string[] = []
  readonly imports: string[] = []
  readonly #page: string
  readonly #isVendor: boolean

  constructor(page: string, isVendor: boolean) {
    this.#page = page
    this.#isVendor = isVendor
  }

  visit(nodes: readonly CssNode[], selectors: readonly string[]): void {
    for (const node of nodes) {
      if (node.type === 'Rule')
        this.visit(node.block.children.toArray(), selectorsOf(node, selectors))
      else if (node.type === 'Atrule') this.#visitAtRule(node, selectors)
      else if (node.type === 'Declaration') this.#declare(node, selectors)
    }
  }

  #visitAtRule({ name, prelude, block }: Atrule, selectors: readonly string[]): void {
    if (name === 'import') this.imports.push(importOf(prelude))
    if (block === null || isElsewhere(name, prelude)) return
    const inside = block.children.toArray()
    if (name !== 'font-face') this.visit(inside, selectors)
    for (const node of name === 'font-face' ? inside : []) {
      const isFamily = node.type === 'Declaration' && node.property.toLowerCase() === 'font-family'
      if (isFamily) this.fontFaces.push(generate(node.value))
    }
  }

  #declare(node: CssDeclaration, selectors: readonly string[]): void {
    const property = node.property.toLowerCase()
    if (property.length > maxNameLength || !telling.test(property)) return
    const value = generate(node.value).trim()
    if (value.length > maxValueLength || this.declarations.length >= maxDeclarations) return
    for (const selector of selectors) {
      this.declarations.push({
        selector,
        property,
        value,
        page: this.#page,
        isVendor: this.#isVendor,
      })
    }
  }
}

/** Nesting without end overflows the parser's stack; such a sheet is nobody's. */
function parseSheet(css: string): CssNode | undefined {
  try {
    return parse(css, {
      parseValue: false,
      parseCustomProperty: false,
      parseRulePrelude: false,
      parseAtrulePrelude: false,
      onParseError: () => undefined,
    })
  } catch {
    return undefined
  }
}

/** Printed pages and the dark variant are not what the brand looks like by day. */
function isElsewhere(name: string, prelude: CssNode | null): boolean {
  if (name === 'keyframes' || name.endsWith('-keyframes')) return true
  if (name !== 'media' || prelude === null) return false
  const query = generate(prelude)
  return /prefers-color-scheme\s*:\s*dark/.test(query) || /^\s*print/.test(query)
}

function importOf(prelude: CssNode | null): string {
  if (prelude === null) return ''
  return /(?:url\(\s*)?["']?([^"')\s]+)/.exec(generate(prelude))?.[1] ?? ''
}

/** The selectors of a rule; a nested rule's belong to those around it. */
function selectorsOf(rule: Rule, around: readonly string[]): string[] {
  return generate(rule.prelude)
    .split(',')
    .slice(0, 12)
    .map((selector) => selector.trim())
    .filter(({ length }) => length > 0 && length <= maxSelectorLength)
    .filter((selector) => !darkVariant.test(selector))
    .map((selector) => (around[0] === undefined ? selector : nest(selector, around[0])))
}

function nest(selector: string, parent: string): string {
  return selector.includes('&') ? selector.replaceAll('&', parent) : `${parent} ${selector}`
}

const darkVariant =
  /\[data-(theme|mode|color-scheme|bs-theme)=["']?dark|\.(dark|theme-dark|dark-mode|is-dark-theme)([\s.:>]|$)/

/** Custom properties of a site, resolved through each other. */
export class CustomProperties {
  readonly #values = new Map<string, string>()

  constructor(declarations: readonly Declaration[]) {
    for (const { property, value, selector } of declarations) {
      if (!property.startsWith('--')) continue
      // What the root says counts; a later class may narrow it only where the root is silent.
      const isRoot = /^(:root|html|body|:host|\*)$/.test(selector)
      if (isRoot || !this.#values.has(property)) this.#values.set(property, value)
    }
  }

  /** A value with every `var()` replaced; what cannot be resolved becomes empty. */
  resolve(value: string, depth = 0): string {
    if (!value.includes('var(')) return value
    if (depth > 6) return ''
    const replaced = value.replace(
      /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/g,
      (_match, name: string, fallback: string | undefined) =>
        this.#values.get(name) ?? fallback ?? '',
    )
    // Properties made of one another may grow without end.
    const isStuck = replaced === value || replaced.length > maxValueLength
    return isStuck ? '' : this.resolve(replaced, depth + 1)
  }
}

const vendorFiles =
  /bootstrap(?!-theme)|foundation|bulma|font-?awesome|fontawesome|animate|fancybox|prettyphoto|lightbox|swiper|slick|owl\.|owl-|jquery|normalize|reset|sanitize|dashicons|wp-includes|block-library|\/plugins\/|woocommerce|elementor\/assets|camera\.css|isotope|flexslider|magnific|aos\.|select2|icomoon|material-?icons|cookie|consent|recaptcha|uikit|semantic\.|materialize|tailwind\.min|pure-min|video-js|leaflet|mapbox|themify|glyphicon/i

/** Whether a sheet's address is that of a framework or plugin. */
export function isVendorSheet(address: string): boolean {
  return vendorFiles.test(address)
}
