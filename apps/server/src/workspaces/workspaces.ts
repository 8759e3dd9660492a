import type { Role, Workspace } from '@rheos/contract'
import type { Allowance, Ledger } from '@rheos/credits'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import {
  freeAllowance,
  freeAnchorAfter,
  freeBeginning,
  rowOf,
  type StandingRow,
  standingOf,
} from '../billing/law/standing.ts'
import { queueEnding } from '../billing/queue-ending.ts'
import { type Clock, type Instant, isoInstant } from '../clock.ts'
import type { Database, Statements, Transaction } from '../db/database.ts'
import { formerOwners, generations, members, workspaces } from '../db/schema.ts'
import { cancelChannel } from '../generation/progress-writer.ts'
import type { Plan } from '../plans/plans.ts'
import { notFound } from '../refusal.ts'
import type { Storage } from '../storage/storage.ts'
import { lockAccount } from './lock-account.ts'
import { planColumns, planInForce } from './plan-in-force.ts'

export interface Owner {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface Membership {
  readonly workspaceId: string
  readonly userId: string
  readonly role: Role
}

/** Workspaces and who belongs to them. A workspace's id is its account in the meter. */
export class Workspaces {
  readonly #options: WorkspacesOptions
  readonly #database: Database

  constructor(options: WorkspacesOptions) {
    this.#options = options
    this.#database = options.database
  }

  /** The workspaces of a person, oldest first. Makes the first one when there is none, once. */
  async ofUser(user: Owner): Promise<Workspace[]> {
    const found = await workspacesOf(this.#database.db, user.id, this.#options.clock())
    if (found.length > 0) return found
    return this.#options.metered.transaction(async (tx) => {
      await lockPerson(tx, user.id)
      const meanwhile = await workspacesOf(tx.db, user.id, this.#options.clock())
      if (meanwhile.length > 0) return meanwhile
      await this.#makeFirst(tx, user)
      return workspacesOf(tx.db, user.id, this.#options.clock())
    })
  }

  async member(workspaceId: string, userId: string): Promise<Membership | undefined> {
    const [row] = await this.#database.db
      .select({ workspaceId: members.workspaceId, userId: members.userId, role: members.role })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(
        and(
          eq(members.workspaceId, workspaceId),
          eq(members.userId, userId),
          isNull(workspaces.deletedAt),
        ),
      )
    return row
  }

  /** Answers when the workspace was made. */
  async rename(workspaceId: string, name: string): Promise<Instant> {
    const [renamed] = await this.#database.db
      .update(workspaces)
      .set({ name })
      .where(live(workspaceId))
      .returning({ createdAt: workspaces.createdAt })
    if (renamed === undefined) throw notFound('workspace')
    return renamed.createdAt
  }

  async plan(workspaceId: string): Promise<Plan> {
    const [row] = await this.#database.db
      .select(planColumns)
      .from(workspaces)
      .where(live(workspaceId))
    if (row === undefined) throw notFound('workspace')
    return planInForce(row, this.#options.clock())
  }

  /**
   * Everything of the person's own workspaces goes, work in progress included. What stays is the
   * ledger, and under a keyed hash of the address where it is: deleting an account does not renew
   * its allowance.
   */
  async deleteOwnedBy(user: Owner): Promise<void> {
    const ids = await this.#options.metered.transaction(async (tx) => {
      await lockPerson(tx, user.id)
      const owned = await tx.db
        .select()
        .from(workspaces)
        .where(eq(workspaces.ownerId, user.id))
        .orderBy(asc(workspaces.createdAt), asc(workspaces.id))
      for (const workspace of owned) await this.#delete(tx, workspace)
      const [first] = owned
      if (first !== undefined) await this.#remember(tx, user, first)
      await tx.db.delete(members).where(eq(members.userId, user.id))
      return owned.map(({ id }) => id)
    })
    for (const id of ids) await this.#deleteMedia(id)
  }

  /** The rows are gone by now: what cannot be deleted at once is left to the sweep. */
  async #deleteMedia(id: string): Promise<void> {
    try {
      await this.#options.storage.deleteAll(id)
    } catch (error) {
      this.#options.log.warn({ err: error }, 'media of a deleted account are left to the sweep')
    }
  }

  async #makeFirst(tx: Transaction, user: Owner): Promise<void> {
    const now = this.#options.clock()
    const [former] = await tx.db
      .delete(formerOwners)
      .where(eq(formerOwners.emailHash, this.#options.hashEmail(user.email)))
      .returning()
    const id = former?.workspaceId ?? this.#options.newId()
    const standing = freeBeginning({ from: now, start: former?.anchor ?? now }, now)
    await this.#allow(tx, id, freeAllowance(standing), 'plan free')
    await tx.db.insert(workspaces).values({
      id,
      name: nameFor(user.name),
      ownerId: user.id,
      ownerEmail: user.email,
      createdAt: now,
      ...rowOf(standing),
    })
    await tx.db
      .insert(members)
      .values({ workspaceId: id, userId: user.id, name: user.name, role: 'owner', createdAt: now })
  }

  async #allow(
    tx: Transaction,
    accountId: string,
    allowance: Allowance,
    reason: string,
  ): Promise<void> {
    const outcome = await this.#options.ledger
      .within(tx)
      .setAllowance({ accountId, allowance, reason })
    if (outcome.kind === 'rejected') {
      throw new Error(`The meter did not take the allowance of a workspace: ${outcome.reason}.`)
    }
  }

  /** Credits set aside come back first, so that no hold outlives its generation. */
  async #delete(tx: Transaction, { id, plan }: typeof workspaces.$inferSelect): Promise<void> {
    const ledger = this.#options.ledger.within(tx)
    // From here on nothing new is set aside.
    const balance = await lockAccount(ledger, id)
    // Nobody pays for a next month.
    if (balance !== undefined && plan !== 'free')
      await this.#allow(tx, id, { ...balance.allowance, credits: 0 }, 'deleted')
    const open = await tx.db
      .select({ id: generations.id })
      .from(generations)
      .where(
        and(eq(generations.workspaceId, id), inArray(generations.status, ['queued', 'running'])),
      )
    for (const { id: operationId } of open) {
      await ledger.release({ accountId: id, operationId, reason: 'account deleted' })
      // Whoever works on it may stop: there is nobody left to deliver to.
      await tx.query('select pg_notify($1, $2)', [cancelChannel, `${id}/${operationId}`])
    }
    await tx.db.delete(workspaces).where(eq(workspaces.id, id))
    // The provider may be away: that is no reason to keep anybody.
    await queueEnding(tx, id, this.#options.clock())
  }

  async #remember(
    tx: Transaction,
    user: Owner,
    workspace: StandingRow & { readonly id: string },
  ): Promise<void> {
    const now = this.#options.clock()
    const anchor = freeAnchorAfter(standingOf(workspace), now)
    const kept = { workspaceId: workspace.id, anchor, deletedAt: now }
    await tx.db
      .insert(formerOwners)
      .values({ emailHash: this.#options.hashEmail(user.email), ...kept })
      .onConflictDoUpdate({ target: formerOwners.emailHash, set: kept })
  }
}

export interface WorkspacesOptions {
  readonly database: Database
  /** For transactions that touch the meter. */
  readonly metered: Database
  readonly ledger: Ledger
  readonly storage: Storage
  readonly log: Logger
  readonly clock: Clock
  readonly newId: () => string
  /** A keyed hash, see accounts/email-hash.ts. */
  readonly hashEmail: (email: string) => string
}

async function workspacesOf(db: Statements, userId: string, now: Instant): Promise<Workspace[]> {
  const rows = await db
    .select({
      id: workspaces.id,
      name: workspaces.name,
      role: members.role,
      createdAt: workspaces.createdAt,
      ...planColumns,
    })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.userId, userId), isNull(workspaces.deletedAt)))
    .orderBy(asc(workspaces.createdAt), asc(workspaces.id))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    plan: planInForce(row, now).id,
    createdAt: isoInstant(row.createdAt),
  }))
}

/** One at a time for one person: two tabs that open at once make one workspace. */
async function lockPerson(tx: Transaction, userId: string): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${userId}, 7236002))`)
}

function live(workspaceId: string) {
  return and(eq(workspaces.id, workspaceId), isNull(workspaces.deletedAt))
}

function nameFor(name: string): string {
  const [first = ''] = name.trim().split(/\s+/)
  return first === '' ? 'My workspace' : `${first.slice(0, 40)}’s workspace`
}
