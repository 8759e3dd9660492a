import type { OperationInput } from '../command.ts'
import { LEASE_LAPSED } from '../decide/lapse.ts'
import type { ReleaseOutcome, SettleOutcome } from '../outcome.ts'
import { everyByTimer } from './every.ts'
import type { MeteringSettings } from './metering-settings.ts'
import { OperationLostError } from './operation-lost-error.ts'
import { unlessAborted } from './unless-aborted.ts'

const CALL_MS_MAX = 600_000

/** A running operation: its lease is renewed until it is settled or released, which happens once. */
export class MeteredOperation {
  /** Aborted by the caller, when the lease is lost, and when the call takes too long. */
  readonly signal: AbortSignal
  readonly #settings: MeteringSettings
  readonly #target: OperationInput
  readonly #released: () => void
  readonly #abort = new AbortController()
  readonly #stopRenewing: () => void
  readonly #startedAt: number
  #hasEnded = false

  constructor(
    settings: MeteringSettings,
    target: OperationInput,
    caller: { readonly signal: AbortSignal | undefined; readonly released: () => void },
  ) {
    const { signal } = this.#abort
    this.signal = caller.signal ? AbortSignal.any([caller.signal, signal]) : signal
    this.#settings = settings
    this.#target = target
    this.#released = caller.released
    this.#startedAt = settings.now()
    const { every = everyByTimer, leaseMs } = settings
    this.#stopRenewing = every(leaseMs / 3, () => void this.#renew())
  }

  /** Settled or released, or about to be. */
  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** The provider's answer. When it fails or is aborted, the credits go back and the error on. */
  async attempt<Answer>(
    work: (signal: AbortSignal) => PromiseLike<Answer>,
    discard: (late: Answer) => unknown = () => undefined,
  ): Promise<Answer> {
    try {
      const answer = (async () => await work(this.signal))()
      return await unlessAborted(answer, this.signal, discard)
    } catch (error) {
      await this.fail()
      throw error
    }
  }

  /** Nothing is delivered: gives the credits back, with the reason that the signal has. */
  async fail(): Promise<void> {
    await this.release(this.signal.aborted ? reasonOf(this.signal) : 'provider_failed')
  }

  /**
   * Pays for what was delivered, before it is delivered; nothing is a release. Throws an
   * `OperationLostError` when the meter does not take it any more.
   */
  async deliver(quantity: number): Promise<void> {
    if (quantity === 0) return await this.release('nothing_delivered')
    if (!this.#end()) return
    const settled = await this.#settle(quantity)
    if (settled.kind === 'settled') return
    await this.#giveBack(LEASE_LAPSED)
    throw new OperationLostError(this.#target.operationId, settled)
  }

  async release(reason: string): Promise<void> {
    if (!this.#end()) return
    await this.#giveBack(reason)
    this.#released()
  }

  /** False when it had ended before. */
  #end(): boolean {
    if (this.#hasEnded) return false
    this.#hasEnded = true
    this.#stopRenewing()
    return true
  }

  async #settle(quantity: number): Promise<SettleOutcome> {
    const { ledger } = this.#settings
    try {
      return await ledger.settle({ ...this.#target, quantity })
    } catch (error) {
      // Only the answer may have been lost. The release then finds the operation settled.
      const answer = settlementIn(await this.#giveBack('not_settled'))
      if (answer) return answer
      throw error
    }
  }

  /** When the meter is out of reach the lease lapses, and the reaper gives the credits back. */
  async #giveBack(reason: string): Promise<ReleaseOutcome | undefined> {
    return await this.#settings.ledger.release({ ...this.#target, reason }).catch(() => undefined)
  }

  async #renew(): Promise<void> {
    const { ledger, now, callMsMax = CALL_MS_MAX } = this.#settings
    if (now() - this.#startedAt >= callMsMax) {
      return this.#abort.abort(new DOMException('The call took too long.', 'TimeoutError'))
    }
    // A renewal that fails is made up for by the next one; what lapsed says so when it is settled.
    const renewed = await ledger.renew(this.#target).catch(() => undefined)
    if (renewed?.kind !== 'rejected' || this.#hasEnded) return
    this.#abort.abort(new OperationLostError(this.#target.operationId, renewed))
  }
}

function settlementIn(released: ReleaseOutcome | undefined): SettleOutcome | undefined {
  if (released?.kind !== 'rejected' || released.reason !== 'operation_ended') return undefined
  const { operation } = released
  if (operation.state !== 'settled') return undefined
  return { kind: 'settled', operation, spent: operation.spent, released: operation.released }
}

function reasonOf({ reason }: AbortSignal): string {
  if (reason instanceof OperationLostError) return LEASE_LAPSED
  return reason instanceof Error && reason.name === 'TimeoutError' ? 'timed_out' : 'cancelled'
}
