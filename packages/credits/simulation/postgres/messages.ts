import type { Instant, Policy } from '@rheos/credits'
import type { Asked } from '../clients/asked.ts'
import type { Reply } from '../clients/instance.ts'

/** What a process is started with. */
export interface Opening {
  readonly url: string
  /** Its connections bear it. */
  readonly name: string
  readonly seed: number
  readonly policy: Policy
  readonly now: Instant
}

/** What the parent says to a process. */
export type Saying =
  | { readonly type: 'open'; readonly opening: Opening }
  | { readonly type: 'ask'; readonly id: number; readonly asked: Asked }
  /** The time is another now. */
  | { readonly type: 'turn clock'; readonly now: Instant }
  | { readonly type: 'end faults' }
  /** To finish what it is at, and to leave the database. */
  | { readonly type: 'close' }

/** What a process does, and when: by the clock that all processes of a machine have in common. */
export interface Step {
  readonly type: 'step'
  readonly at: number
  readonly what: string
}

/** What a process tells the parent. */
export type Telling =
  | { readonly type: 'opened' }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply }
  | Step
  | { readonly type: 'closed'; readonly faults: number }
