import { describe, expect, it } from 'vitest'
import type { DocumentProblem } from '../../src/brands/sources/documents/document-problem.ts'
import { readDocumentApart } from '../../src/brands/sources/documents/document-reader.ts'
import { docxBomb, docxOf, pdfOf, scannedPdf, zipOf } from './make-documents.ts'

const read = (bytes: Uint8Array, timeoutMs = 20_000) =>
  readDocumentApart(bytes, { charactersMax: 200_000, timeoutMs })

describe('a document', () => {
  it('is a PDF: its text page by page', async () => {
    const { text, pages } = await read(
      await pdfOf(['Slow bread from Leeds.', 'Baked before sunrise.']),
    )
    expect(pages).toBe(2)
    expect(text).toMatch(/Slow bread from Leeds\.\s+Baked before sunrise\./)
  })

  it('is a Word document: its paragraphs', async () => {
    const { text } = await read(docxOf(['Wir backen <langsam> & gern.', 'خبز طازج', '🍞']))
    expect(text.trim().split(/\n+/)).toEqual(['Wir backen <langsam> & gern.', 'خبز طازج', '🍞'])
  })

  it.each([
    ['UTF-8', Buffer.from('# Über uns\n\nBrot'), '# Über uns\n\nBrot'],
    ['UTF-8 with a mark', Buffer.from('\ufeffBrot'), 'Brot'],
    ['UTF-16', Buffer.from('\ufeffBrot und Käse', 'utf16le'), 'Brot und Käse'],
    [
      'of an old Windows',
      Buffer.from('Br\u00f6tchen f\u00fcr alle', 'latin1'),
      'Brötchen für alle',
    ],
  ])('is text in %s', async (_, bytes, text) => {
    expect(await read(bytes)).toEqual({ text, pages: null })
  })

  const refusals: readonly (readonly [
    string,
    () => Uint8Array | Promise<Uint8Array>,
    DocumentProblem,
  ])[] = [
    [
      'a PDF with a password',
      () => pdfOf(['Secret'], { userPassword: 'x', pdfVersion: '1.7' }),
      'encrypted',
    ],
    ['a scan without text', scannedPdf, 'no_text'],
    ['an empty file', () => new Uint8Array(), 'no_text'],
    ['a Word document without text', () => docxOf(['  ', '']), 'no_text'],
    ['a PDF cut in the middle', async () => (await pdfOf(['x'])).subarray(0, 200), 'unreadable'],
    ['an archive that is no document', () => zipOf([['a.txt', 'hello']]), 'not_a_document'],
    ['an archive cut in the middle', () => docxOf(['x']).subarray(0, 300), 'unreadable'],
    ['a picture', () => Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'), 'not_a_document'],
    [
      'noise',
      () => Uint8Array.from({ length: 4000 }, (_, i) => 128 + ((i * 7919) % 127)),
      'not_a_document',
    ],
    ['a PDF of 301 pages', () => pdfOf(Array.from({ length: 301 }, () => 'x')), 'too_many_pages'],
    ['a small file that unpacks to 200 MB', () => docxBomb(200), 'unpacks_too_large'],
    ['one that says it unpacks to 2 kB', () => docxBomb(200, 2000), 'unreadable'],
  ]
  it.each(refusals)('is refused when it is %s', async (_, make, problem) => {
    const bytes = await make()
    expect(bytes.byteLength).toBeLessThan(1024 * 1024)
    await expect(read(bytes)).rejects.toMatchObject({ problem })
  })

  it('is given up when it takes too long, and takes nothing else along', async () => {
    await expect(read(await pdfOf(['x']), 1)).rejects.toMatchObject({ problem: 'too_slow' })
    expect(await read(Buffer.from('Still here.'))).toMatchObject({ text: 'Still here.' })
  })
})
