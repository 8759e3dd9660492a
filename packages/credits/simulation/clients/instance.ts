import type { Answer, Asked, AskedType } from './asked.ts'

/** Of what was asked without an answer: whether it was done, if that is known. */
export type Failure = 'unknown' | 'undone' | 'unwritable'

export type Reply<T extends AskedType = AskedType> =
  | { readonly kind: 'answered'; readonly answer: Answer<T> }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly error: string }
  /** What no caller should ever meet. */
  | { readonly kind: 'shocked'; readonly error: string }

/** One process of the product, as its clients see it. */
export interface Instance {
  readonly name: string
  /** Never rejects: of a process that dies before it answers, what it was asked has failed. */
  ask<T extends AskedType>(asked: Asked<T>): Promise<Reply<T>>
}
