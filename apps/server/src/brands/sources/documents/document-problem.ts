/** Why a document could not be read; crosses from the thread that reads to the one that asked. */
export const documentProblems = {
  encrypted: 'This PDF is protected by a password: save it without one, then add it again.',
  no_text:
    'There is no text in this document: it may be a scan. Export it with its text, or paste the text.',
  unreadable: 'This document is damaged or not what its name says: save it again, then add it.',
  not_a_document:
    'This is no document that can be read: add a PDF, a Word document (.docx), Markdown or plain text.',
  too_many_pages: 'This document has more than 300 pages: add the part that matters.',
  unpacks_too_large:
    'This document unpacks to more than 64 MB: add a smaller one, or paste its text.',
  too_slow: 'This document takes too long to read: add a shorter one, or paste its text.',
} as const

export type DocumentProblem = keyof typeof documentProblems

export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly problem: DocumentProblem

  constructor(problem: DocumentProblem, options?: { readonly cause?: unknown }) {
    super(problem, options)
    this.problem = problem
  }
}
