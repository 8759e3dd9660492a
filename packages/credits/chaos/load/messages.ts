import type { HoldInput } from '@rheos/credits'

/** What a process of the ledger is started with. */
export interface Opening {
  readonly url: string
  /** Of this life of the process: its operations and its connections bear it. */
  readonly name: string
  readonly seed: number
  readonly leaseMs: number
  readonly callers: number
  /** Asked for in an earlier life, without an answer: somebody will ask again. */
  readonly unanswered: readonly HoldInput[]
}

/** What the parent asks of a process. */
export type Ask =
  | { readonly type: 'open'; readonly opening: Opening }
  /** Callers finish what they have begun; the reaper goes on. */
  | { readonly type: 'finish' }

/** What a process answers to the parent. */
export type Message =
  | { readonly type: 'finished' }
  | { readonly type: 'tellings'; readonly tellings: readonly Telling[] }

/** What is known of an operation from an answer. Open is held or running. */
export interface Fact {
  readonly accountId: string
  readonly operationId: string
  readonly state: 'open' | 'lapsed' | 'settled' | 'released' | 'refused'
  readonly spent?: number
  readonly released?: number
  /** Why it was refused. */
  readonly reason?: string
}

export type Telling =
  | { readonly type: 'asked'; readonly hold: HoldInput }
  | { readonly type: 'answered'; readonly fact: Fact }
  | {
      readonly type: 'gift'
      readonly accountId: string
      readonly grantId: string
      readonly credits: number
      readonly isAnswered: boolean
    }
  /** Nobody knows whether it was done; it is asked again. */
  | { readonly type: 'failed'; readonly what: string; readonly error: string }
  /** Something that must never be. */
  | { readonly type: 'wrong'; readonly rule: string; readonly text: string }
