import { attribute, selectElement, selectElements } from './html-document.ts'
import type { Page } from './page.ts'
import type { Site } from './site.ts'
import { CustomProperties, type Declaration } from './stylesheet.ts'

/** A declaration that applies to something on the pages that were read. */
export interface UsedDeclaration extends Declaration {
  /** With every `var()` resolved. */
  readonly resolved: string
  /** How many elements it may apply to. */
  readonly uses: number
}

/** The declarations of a site that are in use; frameworks bring thousands that are not. */
export function usedDeclarations(site: Site): UsedDeclaration[] {
  const all = site.sheets.flatMap(({ declarations }) => declarations)
  const properties = new CustomProperties(all)
  const names = new NameCounts(site.pages)
  const matcher = new SelectorMatcher(site.pages)
  return all.flatMap((declaration) => {
    const uses = names.uses(declaration.selector)
    if (uses === 0 || !matcher.mayMatch(declaration)) return []
    return [{ ...declaration, uses, resolved: properties.resolve(declaration.value) }]
  })
}

/** Selectors that are asked of the pages; each costs a walk through them. */
const maxMatched = 600
const maxVisits = 2_000_000

/** How often tags, classes and ids occur. Asking every selector of every page would take seconds. */
class NameCounts {
  readonly #counts = new Map<string, number>()
  readonly #isScriptBuilt: boolean

  constructor(pages: readonly Page[]) {
    let elements = 0
    for (const page of pages) {
      for (const element of selectElements('body, body *', page.document)) {
        elements += 1
        this.#count(element.name)
        for (const name of attribute(element, 'class').split(/\s+/)) this.#count(`.${name}`)
        this.#count(`#${attribute(element, 'id')}`)
      }
    }
    // What a script will build is not there yet, so its classes cannot be found.
    this.#isScriptBuilt = elements < 25
  }

  uses(selector: string): number {
    const bare = selector
      .replace(/::?[\w-]+(\([^)]*\))?/g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/\\./g, (escaped) => escaped.slice(1).replace(/[^\w-]/, '_'))
    const names = bare.match(/[.#]?[a-zA-Z_][\w-]*/g) ?? []
    if (names.length === 0 || /^(:root|html|body)$/.test(selector)) return 1
    if (this.#isScriptBuilt) return 1
    const counts = names.map((name) =>
      /^(html|body)$/.test(name) ? 1 : (this.#counts.get(name) ?? 0),
    )
    return counts.includes(0) ? 0 : (counts.at(-1) ?? 0)
  }

  #count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }
}

/** Asks the pages themselves about selectors that say how elements lie in each other. */
class SelectorMatcher {
  readonly #pages: readonly Page[]
  readonly #known = new Map<string, boolean>()
  #left: number

  constructor(pages: readonly Page[]) {
    this.#pages = pages.slice(0, 3)
    const elements = this.#pages.flatMap(({ document }) => selectElements('*', document)).length
    this.#left = Math.min(maxMatched, Math.floor(maxVisits / Math.max(1, elements)))
  }

  mayMatch({ selector, isVendor }: Declaration): boolean {
    if (isVendor || !/[\s>+~]/.test(selector)) return true
    const known = this.#known.get(selector)
    if (known !== undefined || this.#left <= 0) return known ?? true
    this.#left -= 1
    const matches = this.#ask(selector.replace(/::?[\w-]+(\([^)]*\))?/g, ''))
    this.#known.set(selector, matches)
    return matches
  }

  #ask(selector: string): boolean {
    try {
      return this.#pages.some(({ document }) => selectElement(selector, document) !== undefined)
    } catch {
      // A selector that cannot be understood may still apply.
      return true
    }
  }
}
