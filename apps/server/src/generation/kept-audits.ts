import type { Ledger } from '@rheos/credits'
import { desc } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { audits } from '../db/schema.ts'
import { audit } from './audit.ts'

/** In the database, and in one line of the log. */
const keptFindingsMax = 200
const loggedFindingsMax = 20
const shownMax = 30
/** One audit after another, however they were asked for. */
export const auditQueue = 'audit'

export type KeptAudit = typeof audits.$inferSelect

/** The audit as a job. How it ended is kept; what it finds is an error in the log as well. */
export class KeptAudits {
  readonly #options: KeptAuditsOptions

  constructor(options: KeptAuditsOptions) {
    this.#options = options
  }

  async run(): Promise<void> {
    const { ledger, database, clock, log } = this.#options
    const startedAt = clock()
    const { looked, findings } = await audit({ ledger, database: database.pool })
    await database.db.insert(audits).values({
      startedAt,
      endedAt: clock(),
      looked,
      findings: findings.slice(0, keptFindingsMax),
      findingCount: findings.length,
    })
    if (findings.length === 0) return log.info(looked, 'the audit found no difference')
    log.error(
      { ...looked, count: findings.length, findings: findings.slice(0, loggedFindingsMax) },
      'the audit found differences in the books',
    )
  }

  /** Newest first. */
  async latest(): Promise<readonly KeptAudit[]> {
    return this.#options.database.db
      .select()
      .from(audits)
      .orderBy(desc(audits.endedAt), desc(audits.id))
      .limit(shownMax)
  }

  /** Queues one, unless one is waiting. */
  async ask(): Promise<void> {
    await this.#options.database.pool.query(
      `select graphile_worker.add_job('audit_books', '{}', queue_name := $1, max_attempts := 1,
         job_key := 'audit_now')`,
      [auditQueue],
    )
  }

  /** Whether one waits or runs; a process that died with one does not count for long. */
  async isAsked(): Promise<boolean> {
    const { rows } = await this.#options.database.pool.query<{ asked: boolean }>(
      `select exists (select from graphile_worker.jobs
         where task_identifier = 'audit_books' and run_at <= now()
           and case when locked_at is null then attempts < max_attempts
             else locked_at > now() - interval '10 minutes' end) as asked`,
    )
    return rows[0]?.asked ?? false
  }
}

export interface KeptAuditsOptions {
  readonly ledger: Pick<Ledger, 'audit'>
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
}
