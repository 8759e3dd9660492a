import type { ProblemCode, Progress } from '@rheos/contract'
import type { Transaction } from '../db/database.ts'

/** What one AI action is, as the door needs to know it. Each product folder makes its own. */
export interface GenerationKind {
  readonly kind: 'image' | 'import' | 'writing'
  /**
   * Does the work. Throws a {@link GenerationFailure} when nothing can be delivered; may deliver less
   * than was ordered. When `signal` aborts, it returns at once what is complete by then (or throws).
   */
  generate(order: Order, work: Work): Promise<Delivery>
}

/** One generation as it was asked for. */
export interface Order {
  readonly workspaceId: string
  readonly id: string
  readonly memberId: string
  readonly brandId: string | undefined
  /** What the caller asked, as this kind wrote it when it was ordered. */
  readonly request: unknown
  /** How many units were ordered, and what each costs. */
  readonly quantity: number
  readonly unitPrice: number
}

/** What the door lends to the work. */
export interface Work {
  readonly signal: AbortSignal
  /** Tells every open page how far it is; `detail` is kept for this kind's own view. */
  progress(progress: Progress, detail?: unknown): void
  /** For inline work: what the caller is to see as it comes. */
  emit(event: unknown): void
}

/** Units that one model of one provider made. */
export interface MadeBy {
  readonly provider: string
  readonly model: string
  readonly units: number
}

/** What was made. Nothing of it can be read before `keep` has committed with the charge. */
export interface Delivery {
  /** Units delivered; at least 1, at most the quantity ordered. */
  readonly delivered: number
  /** Which models had a part in it, and how many of the units each made. */
  readonly madeBy: readonly MadeBy[]
  /** Saves the result; runs in the transaction that settles the hold. Returns what the generation keeps of it. */
  keep(tx: Transaction): Promise<unknown>
  /** Removes what was prepared outside the database when the result could not be kept. */
  discard?(): Promise<void>
  /** One sentence when it is less than ordered. */
  readonly note?: string
}

/** The work failed in a way that the person is told about. `detail` is one sentence. */
export class GenerationFailure extends Error {
  override readonly name = 'GenerationFailure'
  readonly code: ProblemCode
  readonly detail: string

  constructor(code: ProblemCode, detail: string, options?: { readonly cause?: unknown }) {
    super(`${code}: ${detail}`, options)
    this.code = code
    this.detail = detail
  }
}
