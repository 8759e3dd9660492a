import type { HoldInput } from '@rheos/credits'
import type { Fact, Telling } from '../load/messages.ts'
import type { Findings } from './findings.ts'

/** What callers were told of one operation. */
export interface ToldOperation {
  readonly accountId: string
  readonly operationId: string
  hold?: HoldInput
  /** Who asked for it last. */
  askedBy?: string
  isAnswered: boolean
  /** Somebody was told that its lease is over. */
  hasLapsed: boolean
  end?: Fact
}

/** What was given to an account, as far as it was told, and as far as it was asked for. */
export interface ToldGifts {
  readonly least: number
  readonly most: number
}

interface Gift {
  readonly accountId: string
  readonly credits: number
  readonly isAnswered: boolean
}

/** Everything that callers were told, kept where no process of the ledger can lose it. */
export class ToldBook {
  readonly #operations = new Map<string, ToldOperation>()
  readonly #unchecked = new Set<ToldOperation>()
  readonly #gifts = new Map<string, Gift>()
  readonly #findings: Findings
  #answers = 0

  constructor(findings: Findings) {
    this.#findings = findings
  }

  get answers(): number {
    return this.#answers
  }

  get operations(): readonly ToldOperation[] {
    return [...this.#operations.values()]
  }

  hear(telling: Telling, from: string): void {
    if (telling.type === 'asked') this.#hearAsked(telling.hold, from)
    if (telling.type === 'answered') this.#hearAnswer(telling.fact)
    if (telling.type === 'gift') {
      if (telling.isAnswered) this.#answers += 1
      this.#gifts.set(telling.grantId, telling)
    }
    if (telling.type === 'wrong') this.#findings.add(telling.rule, `${from}: ${telling.text}`)
  }

  /** Those of which something new was told since this was asked last. */
  takeUnchecked(): readonly ToldOperation[] {
    const operations = [...this.#unchecked].map((operation) => ({ ...operation }))
    this.#unchecked.clear()
    return operations
  }

  /** What `process` asked for and nobody was told of. */
  unansweredOf(process: string): readonly HoldInput[] {
    return [...this.#operations.values()].flatMap(({ hold, askedBy, isAnswered }) =>
      hold && askedBy === process && !isAnswered ? [hold] : [],
    )
  }

  giftsTo(accountId: string): ToldGifts {
    const gifts = [...this.#gifts.values()].filter((gift) => gift.accountId === accountId)
    const sumOf = (some: readonly Gift[]) => some.reduce((sum, { credits }) => sum + credits, 0)
    return { least: sumOf(gifts.filter(({ isAnswered }) => isAnswered)), most: sumOf(gifts) }
  }

  #hearAsked(hold: HoldInput, from: string): void {
    const operation = this.#operation(hold)
    operation.hold = hold
    operation.askedBy = from
  }

  #hearAnswer(fact: Fact): void {
    this.#answers += 1
    const operation = this.#operation(fact)
    this.#unchecked.add(operation)
    operation.isAnswered = true
    if (fact.state === 'lapsed') operation.hasLapsed = true
    else if (fact.state !== 'open') this.#hearEnd(operation, fact)
  }

  #hearEnd(operation: ToldOperation, fact: Fact): void {
    operation.end ??= fact
    if (isSameEnd(operation.end, fact)) return
    const text = `${fact.operationId} of ${fact.accountId} was told to be ${endText(operation.end)}, and ${endText(fact)}`
    this.#findings.add(fact.state === 'refused' ? 'C11' : 'C16', text)
  }

  #operation({ accountId, operationId }: Pick<Fact, 'accountId' | 'operationId'>): ToldOperation {
    const known = this.#operations.get(operationId)
    if (known) return known
    const operation = { accountId, operationId, isAnswered: false, hasLapsed: false }
    this.#operations.set(operationId, operation)
    return operation
  }
}

/** How an operation ended, as it was told or as it is kept. */
export type End = Pick<Fact, 'spent' | 'released' | 'reason'> & { readonly state: string }

export function isSameEnd(a: End, b: End): boolean {
  const isSameMoney = a.spent === b.spent && a.released === b.released
  return a.state === b.state && isSameMoney && a.reason === b.reason
}

export function endText({ state, spent, released, reason }: End): string {
  return state === 'refused'
    ? `refused as ${reason}`
    : `${state}, ${spent} spent, ${released} released`
}
