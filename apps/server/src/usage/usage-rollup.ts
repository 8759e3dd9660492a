import type { Logger } from 'pino'
import type { Database, Transaction } from '../db/database.ts'
import { dayOf, searchByIndex, spentLines } from './spent-lines.ts'

/** Fewer entries than that are read from the ledger as fast as from the rollup. */
const restMin = 500
/** One transaction takes so many entries, and holds no lock of the meter. */
const stepMax = 20_000
const workspacesMax = 1000

/**
 * Adds up what was spent by day, so that a page about a year need not read a million entries. Reads
 * the ledger and locks nothing of it. How far it has come makes no difference to what people see:
 * the rest is added when it is read.
 */
export class UsageRollup {
  readonly #database: Database
  readonly #log: Logger

  constructor(options: {
    /** For transactions that touch the meter. */
    readonly metered: Database
    readonly log: Logger
  }) {
    this.#database = options.metered
    this.#log = options.log
  }

  /** Takes in what came since, of every workspace where it is worth it. */
  async catchUp(): Promise<void> {
    for (const workspaceId of await this.#behind()) {
      try {
        await this.catchUpWith(workspaceId)
      } catch (error) {
        // The next minute tries again; a workspace that is being deleted has nothing to add up.
        this.#log.warn({ err: error, workspaceId }, 'the usage of a workspace was not added up')
      }
    }
  }

  /** Takes in all of one workspace, step by step. */
  async catchUpWith(workspaceId: string): Promise<void> {
    while (await this.#database.transaction((tx) => step(tx, workspaceId)));
  }

  async #behind(): Promise<string[]> {
    const { rows } = await this.#database.pool.query<{ id: string }>(
      `select w.id from credits.accounts a join studio.workspaces w on w.id = a.account_id
       left join studio.usage_marks m on m.workspace_id = w.id
       where a.last_seq - coalesce(m.seq, 0) >= $1
       order by a.last_seq - coalesce(m.seq, 0) desc limit $2`,
      [restMin, workspacesMax],
    )
    return rows.map(({ id }) => id)
  }
}

/** Answers whether there is more. */
async function step(tx: Transaction, workspaceId: string): Promise<boolean> {
  await tx.query(
    'insert into studio.usage_marks (workspace_id, seq) values ($1, 0) on conflict do nothing',
    [workspaceId],
  )
  // Its own statement for the lock: what is read after it is newer than the wait.
  const { rows } = await tx.query(
    'select seq from studio.usage_marks where workspace_id = $1 for update',
    [workspaceId],
  )
  const from = Number(rows[0]?.['seq'] ?? 0)
  const last = await lastSeq(tx, workspaceId)
  const to = Math.min(last, from + stepMax)
  await searchByIndex(tx)
  await tx.query(added, [workspaceId, from, to])
  await tx.query('update studio.usage_marks set seq = $2 where workspace_id = $1', [
    workspaceId,
    to,
  ])
  return to < last
}

/** Numbers have no gaps and are given under the account's lock: all up to the last are there. */
async function lastSeq(tx: Transaction, workspaceId: string): Promise<number> {
  const { rows } = await tx.query('select last_seq from credits.accounts where account_id = $1', [
    workspaceId,
  ])
  return Number(rows[0]?.['last_seq'] ?? 0)
}

const added = `insert into studio.usage_days
    (workspace_id, day, grant_id, action, member_id, brand_id, credits, uses)
  select $1, ${dayOf('spent_at')}, grant_id, action, member_id, brand_id, sum(credits), sum(uses)
    from (${spentLines('e.seq > $2 and e.seq <= $3')}) lines group by 2, 3, 4, 5, 6
  on conflict (workspace_id, day, grant_id, action, member_id, brand_id) do update
    set credits = usage_days.credits + excluded.credits, uses = usage_days.uses + excluded.uses`
