import { isNode, type JsonNode, parseLoosely } from './json-ld.ts'
import { resolveAddress } from './page.ts'
import type { Manifest, ManifestIcon } from './site.ts'

/** Reads a web app manifest; what is not as it should be is left out. */
export function readManifest(source: string, address: string): Manifest | undefined {
  const json = parseLoosely(source)
  if (!isNode(json)) return undefined
  const text = (key: string) => {
    const value = json[key]
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 500) : undefined
  }
  const entries = {
    name: text('name'),
    shortName: text('short_name'),
    description: text('description'),
    themeColor: text('theme_color'),
    backgroundColor: text('background_color'),
  }
  const present = Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined),
  )
  return { address, ...present, icons: readIcons(json, address) }
}

function readIcons(json: JsonNode, address: string): ManifestIcon[] {
  const list: readonly unknown[] = Array.isArray(json['icons']) ? json['icons'] : []
  return list.slice(0, 20).flatMap((icon) => {
    if (!isNode(icon) || typeof icon['src'] !== 'string') return []
    const url = resolveAddress(icon['src'], address)
    if (url === undefined) return []
    const size = Number.parseInt(String(icon['sizes'] ?? ''), 10)
    const isMaskable = /\bmaskable\b/.test(String(icon['purpose'] ?? ''))
    return [{ url, size: Number.isFinite(size) ? size : 0, isMaskable }]
  })
}
