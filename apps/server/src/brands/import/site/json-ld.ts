import type { Document } from 'domhandler'
import { attribute, scriptText, selectElements } from './html-document.ts'

export type JsonNode = { readonly [key: string]: unknown }

const maxNodes = 300
const maxDepth = 6
const maxScriptLength = 300_000

/** Every typed node of the page's JSON-LD, from the outside in. */
export function readJsonLd(document: Document): JsonNode[] {
  const nodes: JsonNode[] = []
  for (const script of selectElements('script[type]', document)) {
    if (!/^application\/ld\+json/i.test(attribute(script, 'type'))) continue
    collect(parseLoosely(scriptText(script)), 0, nodes)
  }
  return nodes
}

/** JSON as found in the wild: within comments or CDATA, with line breaks in strings, with a last comma or semicolon. */
export function parseLoosely(source: string): unknown {
  if (source.length > maxScriptLength) return undefined
  const bare = source
    .replace(
      /^\s*(<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)|(-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)\s*$/g,
      '',
    )
    .trim()
  return (
    tryParse(bare) ??
    tryParse(
      bare
        .replace(/;+$/, '')
        .replace(/\p{Cc}+/gu, ' ')
        .replace(/,\s*([}\]])/g, '$1'),
    )
  )
}

function tryParse(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

function collect(value: unknown, depth: number, into: JsonNode[]): void {
  if (depth > maxDepth || into.length >= maxNodes) return
  if (Array.isArray(value)) {
    for (const entry of value.slice(0, maxNodes)) collect(entry, depth + 1, into)
  } else if (isNode(value)) {
    if (value['@type'] !== undefined) into.push(value)
    for (const inner of Object.values(value)) {
      if (typeof inner === 'object') collect(inner, depth + 1, into)
    }
  }
}

export function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The types of a node without their vocabulary's address. */
export function typesOf(node: JsonNode): string[] {
  const type = node['@type']
  const list: readonly unknown[] = Array.isArray(type) ? type : [type]
  return list
    .filter((entry) => typeof entry === 'string')
    .map((entry) => entry.replace(/^.*[/:#]/, ''))
}

/** The first text under a key, whatever it is wrapped in. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (Array.isArray(value)) return textOf(value[0])
  if (!isNode(value)) return undefined
  return textOf(value['@value'] ?? value['url'] ?? value['contentUrl'] ?? value['name'])
}

const things =
  /(Organization|Corporation|Business|Store|Shop|Restaurant|Cafe|CafeOrCoffeeShop|Bakery|Hotel|LodgingBusiness|Brand|NGO|School|CollegeOrUniversity|ProfessionalService|Dentist|Physician|MedicalClinic|Salon|Attorney|Agency|Company|Winery|Brewery|Gym|Library|Museum|Agent|Contractor|Plumber|Electrician)$/

/** Whether a node says who stands behind the site. */
export function isOrganization(node: JsonNode): boolean {
  return typesOf(node).some((type) => things.test(type))
}

export function isWebSite(node: JsonNode): boolean {
  return typesOf(node).includes('WebSite')
}
