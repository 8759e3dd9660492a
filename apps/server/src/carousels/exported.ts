import type { ReadyDesign } from '../designs/designs.ts'
import { firstLetters } from '../library/file-name.ts'
import type { Painted } from '../library/rendition-cache.ts'

export type ExportFormat = 'png' | 'pdf'

/** A file that comes as it is made. */
export interface Exported {
  readonly fileName: string
  readonly mediaType: string
  readonly stream: ReadableStream<Uint8Array>
}

export type Paint = (slide: ReadyDesign) => Promise<Painted>

const nameMax = 60

/** A name that every file system takes. */
export function carouselFileName(title: string): string {
  const words = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  const name = firstLetters(words, nameMax).toLowerCase()
  return name === '' ? 'carousel' : name
}
