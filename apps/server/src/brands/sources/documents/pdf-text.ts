import { getDocumentProxy } from 'unpdf'
import { DocumentError } from './document-problem.ts'

const pagesMax = 300

export interface PdfText {
  readonly text: string
  readonly pages: number
}

/** The text of a PDF, page after page, until `charactersMax` are read. */
export async function pdfText(bytes: Uint8Array, charactersMax: number): Promise<PdfText> {
  const document = await opened(bytes)
  if (document.numPages > pagesMax) throw new DocumentError('too_many_pages')
  const pages: string[] = []
  let characters = 0
  for (let number = 1; number <= document.numPages && characters <= charactersMax; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? lineOf(item) : '')).join('')
    page.cleanup()
    pages.push(text)
    characters += text.length
  }
  return { text: pages.join('\n\n'), pages: document.numPages }
}

function lineOf({ str, hasEOL }: { readonly str: string; readonly hasEOL: boolean }): string {
  return hasEOL ? `${str}\n` : str
}

async function opened(bytes: Uint8Array) {
  try {
    // A copy: the reader takes the bytes for its own.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
    })
  } catch (cause) {
    const isLocked = (cause as Error).name === 'PasswordException'
    throw new DocumentError(isLocked ? 'encrypted' : 'unreadable', { cause })
  }
}
