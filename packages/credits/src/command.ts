import type { Actor } from './actor.ts'
import type { Allowance } from './allowance.ts'
import type { Credits } from './credits.ts'
import type { Instant } from './instant.ts'
import type { HoldRequest } from './operation.ts'

export interface OperationInput {
  readonly accountId: string
  readonly operationId: string
}

export interface SetAllowanceInput {
  readonly accountId: string
  readonly allowance: Allowance
  readonly actor?: Actor
  readonly reason: string
}

export interface GrantInput {
  readonly accountId: string
  readonly grantId: string
  readonly credits: Credits
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly reason: string
  readonly actor: Actor
}

export interface HoldInput extends OperationInput, HoldRequest {
  readonly actor: Actor
}

export interface SettleInput extends OperationInput {
  /** How many were delivered: from 1 to the quantity ordered. */
  readonly quantity: number
}

export interface ReleaseInput extends OperationInput {
  readonly reason: string
}

export interface ReverseInput extends OperationInput {
  readonly reversalId: string
  readonly credits: Credits
  readonly reason: string
  readonly actor: Actor
}

export interface AdjustInput {
  readonly accountId: string
  readonly adjustmentId: string
  readonly grantId: string
  readonly credits: Credits
  readonly reason: string
  readonly actor: Actor
}

export interface EndGrantInput {
  readonly accountId: string
  readonly grantId: string
  readonly reason: string
  readonly actor: Actor
}

/** What can be asked of an account, as data: commands can be gathered, decided together, replayed. */
export interface CommandInputs {
  readonly roll: { readonly accountId: string }
  readonly set_allowance: SetAllowanceInput
  readonly grant: GrantInput
  readonly hold: HoldInput
  readonly start: OperationInput
  readonly renew: OperationInput
  readonly settle: SettleInput
  readonly release: ReleaseInput
  readonly lapse: OperationInput
  readonly reverse: ReverseInput
  readonly adjust: AdjustInput
  readonly end_grant: EndGrantInput
}

export type CommandType = keyof CommandInputs

export type Command<T extends CommandType = CommandType> = T extends CommandType
  ? { readonly type: T } & CommandInputs[T]
  : never

/** What a store must load for a command besides the unfinished grants. */
export interface Wanted {
  readonly operationIds: readonly string[]
  readonly grantIds: readonly string[]
  readonly reversalIds: readonly string[]
  readonly adjustmentIds: readonly string[]
}

export function wantedBy(command: Command): Wanted {
  return {
    operationIds: 'operationId' in command ? [command.operationId] : [],
    grantIds: grantIdsOf(command),
    reversalIds: command.type === 'reverse' ? [command.reversalId] : [],
    adjustmentIds: command.type === 'adjust' ? [command.adjustmentId] : [],
  }
}

function grantIdsOf(command: Command): readonly string[] {
  if ('grantId' in command) return [command.grantId]
  // A make-good grant would take the reversal's id.
  if (command.type === 'reverse') return [command.reversalId]
  return []
}

/** What several commands want together. */
export function wantedByAll(commands: readonly Command[]): Wanted {
  const each = commands.map(wantedBy)
  return {
    operationIds: [...new Set(each.flatMap(({ operationIds }) => operationIds))],
    grantIds: [...new Set(each.flatMap(({ grantIds }) => grantIds))],
    reversalIds: [...new Set(each.flatMap(({ reversalIds }) => reversalIds))],
    adjustmentIds: [...new Set(each.flatMap(({ adjustmentIds }) => adjustmentIds))],
  }
}
