import type { Progress } from '@rheos/contract'
import { and, eq, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Database, Transaction } from '../db/database.ts'
import { generations } from '../db/schema.ts'

interface Target {
  readonly workspaceId: string
  readonly id: string
}

export const generationChannel = 'generation'
export const cancelChannel = 'generation_cancel'

/** Tells every process, at commit, that a generation changed. */
export async function announceGeneration(
  tx: Pick<Transaction, 'query'>,
  target: Target,
): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [
    generationChannel,
    `${target.workspaceId}/${target.id}`,
  ])
}

/** Writes the newest progress of a running generation, one statement at a time, skipping what was overtaken. */
export class ProgressWriter {
  readonly #run: { readonly database: Database; readonly log: Logger }
  readonly #target: Target
  #next: (Progress & { readonly detail?: unknown }) | undefined
  #writing: Promise<void> | undefined

  constructor(run: { readonly database: Database; readonly log: Logger }, target: Target) {
    this.#run = run
    this.#target = target
  }

  write(progress: Progress, detail?: unknown): void {
    this.#next = detail === undefined ? progress : { ...progress, detail }
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined
    })
  }

  /** Resolves when nothing is being written any more, so that the ending comes last. */
  async end(): Promise<void> {
    await this.#writing
  }

  async #writeAll(): Promise<void> {
    while (this.#next !== undefined) {
      const progress = this.#next
      this.#next = undefined
      try {
        await this.#store(progress)
      } catch (error) {
        this.#run.log.warn({ err: error, generation: this.#target.id }, 'progress was not written')
      }
    }
  }

  async #store(progress: Progress): Promise<void> {
    const { workspaceId, id } = this.#target
    await this.#run.database.db
      .update(generations)
      .set({ progress })
      .where(
        and(
          eq(generations.workspaceId, workspaceId),
          eq(generations.id, id),
          eq(generations.status, 'running'),
        ),
      )
      .returning({
        notified: sql`pg_notify(${generationChannel}, ${`${workspaceId}/${id}`})::text`,
      })
  }
}
