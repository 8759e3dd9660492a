import { isUsable } from '../findings/placeholder-text.ts'
import type { Site } from './site.ts'

/** One sentence that the brand wrote for its readers. */
export interface Sentence {
  readonly text: string
  readonly page: string
  readonly source: string
}

const maxSentences = 600

/** The sentences of the pages: paragraphs, headings and calls, without menus, footers and filler. */
export function readProse(site: Site): Sentence[] {
  const seen = new Set<string>()
  const sentences: Sentence[] = []
  const add = (text: string, page: string, source: string) => {
    if (sentences.length >= maxSentences || seen.has(text) || text.length < 4 || !isUsable(text))
      return
    seen.add(text)
    sentences.push({ text, page, source })
  }
  for (const page of site.pages) {
    for (const { kind, text, region } of page.blocks) {
      // What customers are quoted with is their voice, not the brand's.
      if (region === 'nav' || region === 'footer' || kind === 'quote' || !isUsable(text)) continue
      const source = kind === 'heading' ? 'heading' : kind === 'button' ? 'button' : 'text'
      for (const sentence of splitSentences(text)) add(sentence, page.url, source)
    }
    for (const { text, source } of page.embedded) {
      if (text.length > 25)
        for (const sentence of splitSentences(text)) add(sentence, page.url, source)
    }
  }
  return sentences
}

/** The prose as a text to read: a paragraph for each page, below the page's title. */
export function proseText({ pages }: Site, prose: readonly Sentence[]): string {
  return pages
    .map(({ url, title }) => {
      const told = prose.filter(({ page, source }) => page === url && source !== 'button')
      const lines = told.map(({ text, source }) => (source === 'heading' ? `\n${text}\n` : text))
      return told.length === 0 ? '' : `${title}\n\n${lines.join(' ')}`
    })
    .filter((text) => text !== '')
    .join('\n\n')
}

export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["'”’»)]?)\s+(?=["'“„«(]?[\p{Lu}\p{N}\p{Lo}])|(?<=[。！？؟।])\s*/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
