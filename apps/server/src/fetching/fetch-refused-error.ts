/** Why an address was not read. */
export type FetchRefusalCode =
  | 'invalid_url'
  | 'address_not_allowed'
  | 'page_too_large'
  | 'not_html'
  | 'site_unreachable'

/** The address was not read. `detail` is one sentence for the person who gave it. */
export class FetchRefusedError extends Error {
  override readonly name = 'FetchRefusedError'
  readonly code: FetchRefusalCode
  readonly detail: string

  constructor(code: FetchRefusalCode, detail: string, options?: { readonly cause?: unknown }) {
    super(`${code}: ${detail}`, options)
    this.code = code
    this.detail = detail
  }
}
