import type { HoldInput, OperationInput } from '../command.ts'
import type { Operation } from '../operation.ts'
import type { StartOutcome } from '../outcome.ts'
import { CreditsRefusedError } from './credits-refused-error.ts'
import { MeteredOperation } from './metered-operation.ts'
import type { MeteringSettings } from './metering-settings.ts'
import { OperationReplayedError } from './operation-replayed-error.ts'

export interface OperationCall {
  readonly hold: HoldInput
  /** The caller's own. */
  readonly signal: AbortSignal | undefined
  /** Called when the credits went back. */
  readonly released: () => void
}

/**
 * Sets the credits aside and takes the first lease. Throws a `CreditsRefusedError`, or an
 * `OperationReplayedError` unless the hold of that id still waits for somebody to start it: whoever
 * starts it does the work.
 */
export async function beginOperation(
  settings: MeteringSettings,
  { hold, signal, released }: OperationCall,
): Promise<MeteredOperation> {
  signal?.throwIfAborted()
  const held = await settings.ledger.hold(hold)
  if (held.kind === 'rejected') throw new CreditsRefusedError(hold.operationId, held)
  if (held.replayed && held.operation.state !== 'held') {
    throw new OperationReplayedError(held.operation)
  }
  const { accountId, operationId } = hold
  const target = { accountId, operationId }
  await start(settings, target, held)
  return new MeteredOperation(settings, target, { signal, released })
}

async function start(
  { ledger }: MeteringSettings,
  target: OperationInput,
  held: { readonly operation: Operation; readonly replayed: boolean },
): Promise<void> {
  let started: StartOutcome
  try {
    started = await ledger.start(target)
  } catch (error) {
    // A hold that nobody starts has no lease that could lapse.
    if (!held.replayed) {
      await ledger.release({ ...target, reason: 'not_started' }).catch(() => undefined)
    }
    throw error
  }
  if (started.kind === 'started') return
  throw new OperationReplayedError('operation' in started ? started.operation : held.operation)
}
