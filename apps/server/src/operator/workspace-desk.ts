import { isDeepStrictEqual } from 'node:util'
import type { Attended, NewAdjustment, NewGrant, NewMakeGood, NewRelease } from '@rheos/contract'
import type { Ledger, LedgerCommands } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Clock, dayMs } from '../clock.ts'
import { billingAttention } from '../db/billing-tables.ts'
import type { Database, Transaction } from '../db/database.ts'
import { newestFirst, olderThan, pageFrom } from '../db/newest-first.ts'
import { operatorActions, workspaces } from '../db/schema.ts'
import { stopGeneration } from '../generation/stop-generation.ts'
import { Refusal } from '../refusal.ts'
import { adjusted, attended, type Done, granted, madeGood, released } from './action-results.ts'
import { type Press, pressIdOf } from './operator-action.ts'

/** Something that was done to a workspace, as it is kept. */
export type ActionRecord = typeof operatorActions.$inferSelect

/** What is to be done, before it is known whether it can be. */
interface Act {
  readonly kind: ActionRecord['kind']
  readonly workspaceId: string
  readonly targetId: string | null
  readonly request: Readonly<Record<string, unknown>>
  readonly press: Press
  /** Does it in the transaction that writes it down; throws a {@link Refusal} where it cannot be done. */
  readonly perform: (acting: Acting) => Promise<Done>
}

interface Acting {
  readonly tx: Transaction
  readonly ledger: LedgerCommands
  /** Of this press, also in the ledger. */
  readonly id: string
  readonly now: number
}

const grantMaxMs = 366 * dayMs

/**
 * What an operator can do to the credits of a workspace. Each is an entry of the meter and a line of
 * a log that nobody can change, in one transaction; the same press again does nothing more.
 */
export class WorkspaceDesk {
  readonly #options: WorkspaceDeskOptions

  constructor(options: WorkspaceDeskOptions) {
    this.#options = options
  }

  /** Gives credits until an instant. */
  async grant(workspaceId: string, grant: NewGrant, press: Press): Promise<ActionRecord> {
    const endsAt = Date.parse(grant.endsAt)
    return this.#act({
      kind: 'grant',
      workspaceId,
      targetId: null,
      request: { credits: grant.credits, endsAt },
      press,
      perform: async ({ ledger, id, now }) => {
        assertEnd(endsAt, now)
        const { credits } = grant
        const window = { startsAt: now, endsAt }
        return granted(
          await ledger.grant({
            accountId: workspaceId,
            grantId: id,
            credits,
            ...window,
            reason: press.reason,
            actor: { memberId: press.operator.id },
          }),
        )
      },
    })
  }

  /** Gives back what something cost that turned out faulty, and never more. */
  async makeGood(workspaceId: string, wanted: NewMakeGood, press: Press): Promise<ActionRecord> {
    const { operationId, credits } = wanted
    return this.#act({
      kind: 'make_good',
      workspaceId,
      targetId: operationId,
      request: { operationId, credits },
      press,
      perform: async ({ ledger, id }) =>
        madeGood(
          await ledger.reverse({
            accountId: workspaceId,
            operationId,
            reversalId: id,
            credits,
            reason: press.reason,
            actor: { memberId: press.operator.id },
          }),
        ),
    })
  }

  /** Takes away what one grant has available. */
  async adjust(workspaceId: string, wanted: NewAdjustment, press: Press): Promise<ActionRecord> {
    const { grantId, credits } = wanted
    return this.#act({
      kind: 'adjust',
      workspaceId,
      targetId: grantId,
      request: { grantId, credits },
      press,
      perform: async ({ ledger, id }) =>
        adjusted(
          await ledger.adjust({
            accountId: workspaceId,
            adjustmentId: id,
            grantId,
            credits,
            reason: press.reason,
            actor: { memberId: press.operator.id },
          }),
        ),
    })
  }

  /** Ends what is queued or running, and gives back what it had set aside. */
  async release(workspaceId: string, wanted: NewRelease, press: Press): Promise<ActionRecord> {
    const { operationId } = wanted
    return this.#act({
      kind: 'release',
      workspaceId,
      targetId: operationId,
      request: { operationId },
      press,
      perform: async ({ tx }) =>
        released(
          await stopGeneration(this.#options, tx, {
            workspaceId,
            id: operationId,
            reason: `stopped by support: ${press.reason}`,
            detail: `Stopped by support: ${press.reason}`,
          }),
        ),
    })
  }

  /** A matter that no rule settles has been looked after; the reason says how. */
  async attend(
    workspaceId: string,
    { attentionId }: Attended,
    press: Press,
  ): Promise<ActionRecord> {
    return this.#act({
      kind: 'attend',
      workspaceId,
      targetId: attentionId,
      request: { attentionId },
      press,
      perform: async ({ tx }) => attended(await findAttention(tx, workspaceId, attentionId)),
    })
  }

  /** Newest first. */
  async actions(
    workspaceId: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ) {
    const { at, id } = operatorActions
    const rows = await this.#options.database.db
      .select()
      .from(operatorActions)
      .where(and(eq(operatorActions.workspaceId, workspaceId), olderThan(cursor, at, id)))
      .orderBy(...newestFirst(at, id))
      .limit(limit + 1)
    return pageFrom(rows, limit, (row) => row)
  }

  async #act(act: Act): Promise<ActionRecord> {
    const id = pressIdOf(act.press)
    return this.#options.metered.transaction(async (tx) => {
      // The same press twice at once: the second waits for the first and finds it done.
      await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7236004))`)
      const known = await findAction(tx, act.workspaceId, id)
      if (known !== undefined) return answerAgain(known, act)
      // Bills outlive their workspace, and so does what there is to settle of them.
      if (act.kind !== 'attend') await assertWorkspace(tx, act.workspaceId)
      return this.#perform(tx, id, act)
    })
  }

  async #perform(tx: Transaction, id: string, act: Act): Promise<ActionRecord> {
    const now = this.#options.clock()
    const ledger = this.#options.ledger.within(tx)
    const done = await act.perform({ tx, ledger, id, now })
    const { workspaceId, kind, targetId, request, press } = act
    const [record] = await tx.db
      .insert(operatorActions)
      .values({
        workspaceId,
        id,
        kind,
        operatorId: press.operator.id,
        operatorName: press.operator.name,
        reason: press.reason,
        targetId,
        request,
        at: now,
        ...done,
      })
      .returning()
    if (record === undefined) throw new Error('An action was written that is not there.')
    return record
  }
}

export interface WorkspaceDeskOptions {
  readonly database: Database
  /** For transactions that touch the meter. */
  readonly metered: Database
  readonly ledger: Ledger<Queryable>
  readonly clock: Clock
}

async function findAction(
  tx: Transaction,
  workspaceId: string,
  id: string,
): Promise<ActionRecord | undefined> {
  const [known] = await tx.db
    .select()
    .from(operatorActions)
    .where(and(eq(operatorActions.workspaceId, workspaceId), eq(operatorActions.id, id)))
  return known
}

function answerAgain(known: ActionRecord, act: Act): ActionRecord {
  const isSame =
    known.kind === act.kind &&
    known.reason === act.press.reason &&
    isDeepStrictEqual(known.request, act.request)
  if (isSame) return known
  throw new Refusal(
    'idempotency_conflict',
    'This press did something else already: load the page again to see what.',
  )
}

async function findAttention(
  tx: Transaction,
  workspaceId: string,
  id: string,
): Promise<{ readonly sentence: string } | undefined> {
  const [found] = await tx.db
    .select({ sentence: billingAttention.sentence })
    .from(billingAttention)
    .where(and(eq(billingAttention.workspaceId, workspaceId), eq(billingAttention.id, id)))
  return found
}

async function assertWorkspace(tx: Transaction, workspaceId: string): Promise<void> {
  const [found] = await tx.db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(eq(workspaces.id, workspaceId), isNull(workspaces.deletedAt)))
  if (found === undefined) throw noSuchWorkspace()
}

export function noSuchWorkspace(): Refusal {
  return new Refusal('not_found', 'There is no such workspace.')
}

function assertEnd(endsAt: number, now: number): void {
  const wrong =
    endsAt <= now
      ? 'must be in the future'
      : endsAt > now + grantMaxMs
        ? 'must be within a year'
        : undefined
  if (wrong === undefined) return
  throw new Refusal('invalid_request', `The end of the grant ${wrong}.`, {
    fields: [{ path: 'endsAt', message: wrong }],
  })
}
