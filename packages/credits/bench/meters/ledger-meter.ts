import { createHash } from 'node:crypto'
import type { Actor, HoldInput, LedgerCommands } from '@rheos/credits'
import { type Meter, PRICE } from './meter.ts'
import { type OpenLedger, openLedger } from './open-ledger.ts'
import { actorIn, workspaceId } from './workspace.ts'

const quote = { version: 1, credits: PRICE }

interface Workspace {
  readonly id: string
  readonly actor: Actor
  readonly requestHash: string
}

/** Ours: the ledger of this package on PostgreSQL. */
export class LedgerMeter implements Meter {
  readonly opened: OpenLedger
  /** Made beforehand: what a caller knows costs the measurement nothing. */
  readonly #workspaces: readonly Workspace[]

  private constructor(opened: OpenLedger, workspaces: number) {
    this.opened = opened
    this.#workspaces = Array.from({ length: workspaces }, (_, index) => workspaceOf(index))
  }

  static async open(url: string, workspaces: number): Promise<LedgerMeter> {
    return new LedgerMeter(await openLedger(url), workspaces)
  }

  async hold(operationId: string, workspace: number): Promise<boolean> {
    return await hold(this.opened.ledger, this.holdInput(operationId, workspace))
  }

  async settle(operationId: string, workspace: number): Promise<void> {
    await settle(this.opened.ledger, this.#workspace(workspace).id, operationId)
  }

  async close(): Promise<void> {
    await this.opened.close()
  }

  /** A request as the product makes it when somebody asks for an image. */
  holdInput(operationId: string, workspace: number): HoldInput {
    const { id: accountId, actor, requestHash } = this.#workspace(workspace)
    const request = { action: 'image.standard', quantity: 1, quote, requestHash }
    return { accountId, operationId, ...request, actor }
  }

  #workspace(index: number): Workspace {
    const workspace = this.#workspaces[index]
    if (workspace === undefined) throw new RangeError(`There is no workspace ${index}.`)
    return workspace
  }
}

/** Whether it was set aside. A refusal for any other reason than a lack of credits is a mistake here. */
export async function hold(ledger: LedgerCommands, input: HoldInput): Promise<boolean> {
  const outcome = await ledger.hold(input)
  if (outcome.kind === 'held') return true
  if (outcome.reason === 'insufficient') return false
  throw new Error(`A hold was refused: ${outcome.reason}.`)
}

export async function settle(
  ledger: LedgerCommands,
  accountId: string,
  operationId: string,
): Promise<void> {
  const outcome = await ledger.settle({ accountId, operationId, quantity: 1 })
  if (outcome.kind !== 'settled') throw new Error(`Settling was refused: ${outcome.reason}.`)
}

function workspaceOf(index: number): Workspace {
  const requestHash = createHash('sha256').update(`request ${index}`).digest('hex')
  return { id: workspaceId(index), actor: actorIn(index), requestHash }
}
