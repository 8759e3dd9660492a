import type { Problem, ProblemCode } from '@rheos/contract'

/** What a refusal may carry beside its sentence. */
export type RefusalDetails = Pick<
  Problem,
  | 'price'
  | 'shortBy'
  | 'resetsAt'
  | 'upgradeBy'
  | 'quote'
  | 'charged'
  | 'retryAfter'
  | 'post'
  | 'fields'
>

/** The studio will not do what was asked. `detail` is one sentence: what is wrong and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ProblemCode
  readonly detail: string
  readonly details: RefusalDetails

  constructor(code: ProblemCode, detail: string, details: RefusalDetails = {}) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
    this.details = details
  }
}

/** Another tenant's id and an id that never was are answered alike. */
export function notFound(what: string): Refusal {
  return new Refusal('not_found', `There is no such ${what} in this workspace.`)
}
