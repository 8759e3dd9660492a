import { Logger as JobLogger, type Runner, run } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Generations } from '../generation/generations.ts'
import type { MediaSweep } from '../library/media-sweep.ts'

const payloadSchema = z.object({ workspaceId: z.string(), id: z.string() })

/** At a normal sweep the present processes have had their chance to take what is queued. */
const strandedForMs = 15_000
const restartMs = 1000
/** Four times a day, by one of the processes. */
const mediaSweeps = '17 */6 * * * sweep_media ?max=1'

/**
 * Works on what is queued and sweeps up after processes that died. A job is tried once: the lease of
 * its generation, not the queue's own lock, says when it is dead.
 */
export class Jobs {
  readonly #options: JobsOptions
  #runner: Runner | undefined
  #restart: NodeJS.Timeout | undefined
  #sweeping: NodeJS.Timeout | undefined
  #sweep: Promise<void> = Promise.resolve()

  constructor(options: JobsOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    await this.#sweepOnce(0)
    await this.#take()
    this.#sweeping = setInterval(() => {
      this.#sweep = this.#sweep.then(() => this.#sweepOnce(strandedForMs))
    }, this.#options.reapEveryMs)
  }

  async #take(): Promise<void> {
    const { pool, generations, concurrency } = this.#options
    const runner = await run({
      pgPool: pool,
      concurrency,
      noHandleSignals: true,
      crontab: mediaSweeps,
      logger: quiet(this.#options.log),
      taskList: {
        run_generation: async (payload) => {
          const { workspaceId, id } = payloadSchema.parse(payload)
          await generations.run(workspaceId, id)
        },
        sweep_media: () => this.#options.media.sweep(),
      },
    })
    this.#runner = runner
    runner.promise.catch(() => undefined).then(() => this.#ended(runner))
  }

  /** The queue gave up by itself, as when the database was away for long: take up work again. */
  #ended(runner: Runner): void {
    if (this.#runner !== runner) return
    this.#runner = undefined
    this.#options.log.error('the job queue ended; starting it again')
    this.#takeAgain()
  }

  #takeAgain(): void {
    this.#restart = setTimeout(() => {
      this.#take().catch((error) => {
        this.#options.log.error({ err: error }, 'the job queue did not start')
        this.#takeAgain()
      })
    }, restartMs)
  }

  /** True while jobs are taken. */
  get running(): boolean {
    return this.#runner !== undefined
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweeping)
    clearTimeout(this.#restart)
    const runner = this.#runner
    this.#runner = undefined
    // Running generations are told to stop first: the runner waits for its jobs.
    await Promise.all([this.#options.generations.shutDown(), runner?.stop()])
    await this.#sweep
  }

  async #sweepOnce(strandedFor: number): Promise<void> {
    try {
      await this.#options.generations.reap({ strandedForMs: strandedFor })
    } catch (error) {
      this.#options.log.error({ err: error }, 'the sweep for dead generations failed')
    }
  }
}

export interface JobsOptions {
  readonly pool: pg.Pool
  readonly generations: Generations
  readonly media: MediaSweep
  readonly concurrency: number
  readonly reapEveryMs: number
  readonly log: Logger
}

/** The queue's own log: only what goes wrong. */
function quiet(log: Logger): JobLogger {
  return new JobLogger(() => (level, message) => {
    if (level === 'error') log.error({ queue: true }, message)
    else if (level === 'warning') log.warn({ queue: true }, message)
  })
}
