import type { FetchRefusalCode } from '../../fetching/guarded-fetch.ts'

export type ImportFailureCode = FetchRefusalCode | 'robots_disallowed' | 'nothing_found'

/** Nothing was imported. `detail` is one sentence for the person who asked. */
export class ImportFailedError extends Error {
  override readonly name = 'ImportFailedError'
  readonly code: ImportFailureCode
  readonly detail: string

  constructor(code: ImportFailureCode, detail: string, options?: { readonly cause?: unknown }) {
    super(`${code}: ${detail}`, options)
    this.code = code
    this.detail = detail
  }
}
