import type { BrandSource } from '@rheos/contract'
import { countText } from '../count-text.ts'

const kinds: Readonly<Record<BrandSource['kind'], string>> = {
  website: 'Website',
  document: 'Document',
  text: 'Pasted text',
}

/** What a source is and how much of it there is: `Document, 12 pages, 1,204 words`. */
export function sourceFacts(source: BrandSource): string {
  const parts = [
    kinds[source.kind],
    source.pages === null ? '' : countText(source.pages, 'page'),
    countText(source.words, 'word'),
    source.cut ? 'the beginning of it' : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** Longer than this a text is sent as a file. */
export const pastedMax = 60_000
