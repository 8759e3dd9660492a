import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import decompress from 'woff2-encoder/decompress'
import { clustersOf, isIgnorable } from './clusters.ts'

/** Fonts for letters that the studio's own families lack. */
export interface ScriptFonts {
  /** The font that draws a whole grapheme; undefined when none does. */
  fontFor(cluster: string, weight: number): fontkit.Font | undefined
}

type ScriptFamily =
  | 'noto-sans-arabic'
  | 'noto-sans-hebrew'
  | 'noto-sans-thai'
  | 'noto-sans-devanagari'
  | 'noto-sans-jp'
  | 'noto-sans-sc'
  | 'noto-sans-tc'
  | 'noto-sans-kr'
  | 'noto-emoji'

const locate = createRequire(import.meta.url)

/** A family comes in slices by range of code points, each a variable font. */
interface Slice {
  readonly file: string
  readonly ranges: readonly (readonly [number, number])[]
}

const fontsMax = 160

/** Opens slices of script fonts when a text needs them, and keeps those used last. */
export class ScriptFontLibrary {
  readonly #slices = new Map<ScriptFamily, readonly Slice[]>()
  readonly #files = new Map<string, Promise<fontkit.Font>>()

  /** All that `text` needs beyond the letters that `has` knows; what is found is drawn at once. */
  async open(
    text: string,
    wish: {
      readonly language: string | undefined
      readonly weights: readonly number[]
      readonly has: (cluster: string) => boolean
    },
  ): Promise<ScriptFonts> {
    const found = new Map<string, fontkit.Font>()
    const families = familiesFor(text, wish.language)
    for (const cluster of new Set(clustersOf(text))) {
      if (wish.has(cluster)) continue
      for (const weight of wish.weights) {
        const font = await this.#fontFor(cluster, families, weight)
        if (font) found.set(`${weight} ${cluster}`, font)
      }
    }
    return { fontFor: (cluster, weight) => found.get(`${weight} ${cluster}`) }
  }

  async #fontFor(
    cluster: string,
    families: readonly ScriptFamily[],
    weight: number,
  ): Promise<fontkit.Font | undefined> {
    const points = [...cluster].map((letter) => letter.codePointAt(0) ?? 0)
    const needed = points.filter((point) => !isIgnorable(point))
    for (const family of families) {
      for (const slice of this.#slicesOf(family)) {
        if (!needed.every((point) => within(slice, point))) continue
        const font = await this.#open(family, slice, weight)
        if (needed.every((point) => font.hasGlyphForCodePoint(point))) return font
      }
    }
    return undefined
  }

  #slicesOf(family: ScriptFamily): readonly Slice[] {
    const slices = this.#slices.get(family) ?? readSlices(family)
    this.#slices.set(family, slices)
    return slices
  }

  #open(family: ScriptFamily, { file }: Slice, weight: number): Promise<fontkit.Font> {
    const most = family === 'noto-emoji' ? 700 : 900
    const key = `${file} ${Math.min(weight, most)}`
    const opened = this.#files.get(key) ?? openVariable(file, Math.min(weight, most))
    this.#files.delete(key)
    this.#files.set(key, opened)
    const [oldest] = this.#files.keys()
    if (this.#files.size > fontsMax && oldest !== undefined) this.#files.delete(oldest)
    return opened
  }
}

/** Where Han letters are drawn otherwise in each language, the text itself says whose they are. */
function familiesFor(text: string, language = ''): readonly ScriptFamily[] {
  const han: readonly ScriptFamily[] = ['noto-sans-jp', 'noto-sans-sc', 'noto-sans-tc']
  const own = hanFamily(text, language)
  return [
    'noto-emoji',
    'noto-sans-arabic',
    'noto-sans-hebrew',
    'noto-sans-thai',
    'noto-sans-devanagari',
    'noto-sans-kr',
    own,
    ...han.filter((family) => family !== own),
  ]
}

function hanFamily(text: string, language: string): ScriptFamily {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) || /^ja\b/i.test(language))
    return 'noto-sans-jp'
  if (/^zh-(hant|tw|hk|mo)\b/i.test(language)) return 'noto-sans-tc'
  return 'noto-sans-sc'
}

function within({ ranges }: Slice, point: number): boolean {
  return ranges.some(([first, last]) => point >= first && point <= last)
}

function readSlices(family: ScriptFamily): readonly Slice[] {
  const listed: unknown = locate(`@fontsource-variable/${family}/unicode.json`)
  return Object.entries(listed as Record<string, string>).flatMap(([name, range]) => {
    const file = fileOf(family, name.replaceAll(/[[\]]/g, ''))
    return file === undefined ? [] : [{ file, ranges: rangesOf(range) }]
  })
}

/** Some list a slice that they do not bring. */
function fileOf(family: ScriptFamily, slice: string): string | undefined {
  const folder = locate
    .resolve(`@fontsource-variable/${family}/unicode.json`)
    .replace(/unicode\.json$/, '')
  const file = `${folder}files/${family}-${slice}-wght-normal.woff2`
  return existsSync(file) ? file : undefined
}

function rangesOf(listed: string): Slice['ranges'] {
  return listed.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })
}

async function openVariable(file: string, weight: number): Promise<fontkit.Font> {
  // A variable font can be set to a weight only when it is plain: it is unpacked first.
  const plain = await decompress(new Uint8Array(await readFile(file)))
  const font = fontkit.create(Buffer.from(plain))
  if (!('layout' in font)) throw new TypeError(`${file} holds more than one font`)
  return font.getVariation({ wght: weight })
}
