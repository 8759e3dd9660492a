import { randomBytes } from 'node:crypto'
import { asc, eq, gt, lte } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock, Instant } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import type { SignedEvent } from '../billing-provider.ts'
import { Biller, type BillerEvent, testTerms } from './biller.ts'
import { nextDue } from './due.ts'
import { signEvent } from './signed-event.ts'
import { emptyTestAccount, type TestAccount } from './test-account.ts'
import { testAccountsTable as table } from './test-accounts-table.ts'

const pageSize = 100

export interface TestAccountsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  /** Takes what happened, as a webhook would. */
  readonly onEvent: (event: SignedEvent) => Promise<void>
}

/**
 * The accounts of test billing in the database. Time passes for an account when it is looked at, and for
 * all of them in {@link TestAccounts.advanceDue}.
 */
export class TestAccounts {
  readonly #options: TestAccountsOptions
  /** Of this process: events go nowhere else. */
  readonly secret = randomBytes(32).toString('hex')

  constructor(options: TestAccountsOptions) {
    this.#options = options
  }

  /** The account of this workspace, made once. */
  async ofWorkspace(workspaceId: string, email: string): Promise<string> {
    const { database, newId } = this.#options
    const id = `cus_test_${newId().replaceAll('-', '')}`
    await database.db
      .insert(table)
      .values({ workspaceId, id, document: emptyTestAccount(id, workspaceId, email) })
      .onConflictDoNothing()
    const [row] = await database.db
      .select({ id: table.id })
      .from(table)
      .where(eq(table.workspaceId, workspaceId))
    if (row === undefined) throw new Error('An account of test billing was not kept.')
    return row.id
  }

  /** The account that `id` is of, or is of something within, as it is now. */
  async find(id: string): Promise<TestAccount | undefined> {
    const [row] = await this.#options.database.db
      .select()
      .from(table)
      .where(eq(table.id, accountIdIn(id)))
    if (row === undefined || !isDue(row, this.#options.clock())) return row?.document
    return this.change(id, ({ account }) => account)
  }

  /** Changes the account that `id` is of, or is of something within, in one transaction. */
  async change<T>(id: string, work: (biller: Biller) => T): Promise<T | undefined> {
    const done = await this.#options.database.transaction(async (tx) => {
      const [row] = await tx.db
        .select()
        .from(table)
        .where(eq(table.id, accountIdIn(id)))
        .for('update')
      if (row === undefined) return undefined
      const biller = new Biller(row.document, { terms: testTerms, newId: idWithin })
      biller.advance(this.#options.clock())
      const result = work(biller)
      await tx.db
        .update(table)
        .set({ document: biller.account, dueAt: nextDue(biller.account)?.at ?? null })
        .where(eq(table.id, row.id))
      return { result, biller }
    })
    if (done === undefined) return undefined
    for (const event of done.biller.events) await this.#emit(done.biller.account, event)
    return done.result
  }

  /** Does everything that is due in any account. */
  async advanceDue(): Promise<void> {
    for (;;) {
      const rows = await this.#options.database.db
        .select({ id: table.id })
        .from(table)
        .where(lte(table.dueAt, this.#options.clock()))
        .orderBy(asc(table.dueAt))
        .limit(pageSize)
      for (const { id } of rows) await this.change(id, () => undefined)
      if (rows.length < pageSize) return
    }
  }

  async *pages(): AsyncIterable<readonly TestAccount[]> {
    let after = ''
    for (;;) {
      const rows = await this.#options.database.db
        .select()
        .from(table)
        .where(gt(table.workspaceId, after))
        .orderBy(asc(table.workspaceId))
        .limit(pageSize)
      if (rows.length > 0) yield rows.map(({ document }) => document)
      after = rows.at(-1)?.workspaceId ?? after
      if (rows.length < pageSize) return
    }
  }

  /** As with a webhook, one that is lost undoes nothing: who follows the accounts reads them again. */
  async #emit(account: TestAccount, event: BillerEvent): Promise<void> {
    const { newId, clock, log, onEvent } = this.#options
    const rawBody = JSON.stringify({ id: `evt_test_${newId()}`, customerId: account.id, ...event })
    try {
      await onEvent({ rawBody, signature: signEvent(rawBody, this.secret, clock()) })
    } catch (error) {
      log.error({ err: error, type: event.type }, 'an event of test billing was not taken')
    }
  }
}

function isDue(row: { readonly dueAt: Instant | null }, now: Instant): boolean {
  return row.dueAt !== null && row.dueAt <= now
}

/** Ids tell whose they are, so that nothing has to be searched for. */
function idWithin(kind: string, account: TestAccount): string {
  return `${kind}_test_${keyIn(account.id)}_${account.made}`
}

function accountIdIn(id: string): string {
  return `cus_test_${keyIn(id)}`
}

function keyIn(id: string): string {
  return id.split('_')[2] ?? ''
}
