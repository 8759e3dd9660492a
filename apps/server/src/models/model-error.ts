export type ModelErrorCode =
  | 'provider_failed'
  | 'provider_refused'
  | 'provider_timeout'
  | 'provider_busy'
  /** This model cannot do that with this picture. */
  | 'edit_not_possible'

/** A model did not deliver. `detail` is one sentence for the person who asked. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly code: ModelErrorCode
  readonly detail: string
  readonly retryAfterMs: number | undefined

  constructor(
    code: ModelErrorCode,
    detail: string,
    options: { readonly cause?: unknown; readonly retryAfterMs?: number | undefined } = {},
  ) {
    super(`${code}: ${detail}`, { cause: options.cause })
    this.code = code
    this.detail = detail
    this.retryAfterMs = options.retryAfterMs
  }
}
