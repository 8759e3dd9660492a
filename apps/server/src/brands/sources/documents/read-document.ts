import { documentKind, textOf } from './document-kind.ts'
import { DocumentError } from './document-problem.ts'
import { docxText } from './docx-text.ts'
import { pdfText } from './pdf-text.ts'

/** What was read of a document. */
export interface DocumentText {
  readonly text: string
  readonly pages: number | null
}

/** Reads the text of a PDF, a Word document or a text file. Throws a {@link DocumentError}. */
export async function readDocument(
  bytes: Uint8Array,
  charactersMax: number,
): Promise<DocumentText> {
  const kind = documentKind(bytes)
  if (kind === undefined) throw new DocumentError('not_a_document')
  const read = await textIn(kind, bytes, charactersMax)
  if (!/[\p{L}\p{N}]/u.test(read.text)) throw new DocumentError('no_text')
  return read
}

async function textIn(
  kind: 'pdf' | 'docx' | 'text',
  bytes: Uint8Array,
  charactersMax: number,
): Promise<DocumentText> {
  if (kind === 'pdf') return pdfText(bytes, charactersMax)
  const text = kind === 'docx' ? await docxText(bytes) : (textOf(bytes) ?? '')
  return { text, pages: null }
}
