import { Logger as JobLogger, type Runner, run } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from 'pino'
import { z } from 'zod'
import { type ReadBilling, readBillingTask } from '../billing/billing-events.ts'
import { endBillingTask } from '../billing/queue-ending.ts'
import type { Listener } from '../db/listener.ts'
import type { Generations } from '../generation/generations.ts'
import { auditQueue, type KeptAudits } from '../generation/kept-audits.ts'
import type { MediaSweep } from '../library/media-sweep.ts'
import type { UsageRollup } from '../usage/usage-rollup.ts'
import type { AlertMails } from '../workspaces/alert-mails.ts'
import { type Notices, noticesChannel } from '../workspaces/notices.ts'
import { creditsChannel } from '../workspaces/workspace-events.ts'
import { Recurring } from './recurring.ts'

const readBillingSchema = z.union([
  z.object({ customerId: z.string() }),
  z.object({ eventId: z.string() }),
])
const endBillingSchema = z.object({ workspaceId: z.string(), deletedAt: z.number() })
const payloadSchema = z.object({ workspaceId: z.string(), id: z.string() })

/** At a normal sweep the present processes have had their chance to take what is queued. */
const strandedForMs = 15_000
const restartMs = 1000
/** Whoever reads or spends credits does not wait for it. */
const plansEveryMs = 60_000
/** Soon enough for an open page; where much changes, one look tells of all of it. */
const deliveryRestMs = 250

/**
 * Works on what is queued and sweeps up after processes that died. A job is tried once: the lease of
 * its generation, not the queue's own lock, says when it is dead.
 */
export class Jobs {
  readonly #options: JobsOptions
  #runner: Runner | undefined
  #restart: NodeJS.Timeout | undefined
  readonly #sweep: Recurring
  readonly #delivery: Recurring
  readonly #mailing: Recurring
  readonly #testBilling: Recurring | undefined
  readonly #plans: Recurring

  constructor(options: JobsOptions) {
    this.#options = options
    this.#sweep = new Recurring({
      name: 'the sweep for dead generations',
      task: this.#sweepTask(),
      everyMs: options.reapEveryMs,
      log: options.log,
    })
    this.#delivery = new Recurring({
      name: 'the delivery of what the meter has to tell',
      task: () => options.notices.deliver(),
      everyMs: options.reapEveryMs,
      restMs: deliveryRestMs,
      log: options.log,
    })
    this.#mailing = new Recurring({
      name: 'the mailing of alerts',
      task: () => options.alertMails.send(),
      everyMs: options.reapEveryMs,
      restMs: deliveryRestMs,
      log: options.log,
    })
    options.listener.on(noticesChannel, () => this.#mailing.wake())
    const { advanceBilling } = options
    this.#testBilling =
      advanceBilling &&
      new Recurring({
        name: 'what is due in test billing',
        task: advanceBilling,
        everyMs: options.reapEveryMs,
        log: options.log,
      })
    this.#plans = new Recurring({
      name: 'what is due of plans',
      task: () => options.billing.applyAllDue(),
      everyMs: plansEveryMs,
      log: options.log,
    })
    // Whatever the meter has to tell comes with a change of somebody's credits.
    options.listener.on(creditsChannel, () => this.#delivery.wake())
  }

  /** Takes work at once, however much there is to sweep up. */
  async start(): Promise<void> {
    this.#sweep.start()
    this.#delivery.start()
    this.#mailing.start()
    this.#testBilling?.start()
    this.#plans.start()
    this.#options.publishing.start()
    await this.#take()
    this.#options.generations.takeWork()
  }

  /** What is queued at the first sweep was so before this process began, perhaps by a dead one. */
  #sweepTask(): () => Promise<void> {
    let strandedFor = 0
    return async () => {
      const forMs = strandedFor
      strandedFor = strandedForMs
      await this.#options.generations.reap({ strandedForMs: forMs })
    }
  }

  async #take(): Promise<void> {
    const { pool, generations, billing, concurrency } = this.#options
    const runner = await run({
      pgPool: pool,
      concurrency,
      noHandleSignals: true,
      crontab: crontab(this.#options.auditEveryHours),
      logger: quiet(this.#options.log),
      taskList: {
        run_generation: async (payload) => {
          const { workspaceId, id } = payloadSchema.parse(payload)
          await generations.run(workspaceId, id)
        },
        sweep_media: () => this.#options.media.sweep(),
        audit_books: () => this.#options.audits.run(),
        add_up_usage: () => this.#options.usage.catchUp(),
        [readBillingTask]: (payload) => billing.read(readBillingSchema.parse(payload)),
        [endBillingTask]: (payload) => billing.end(endBillingSchema.parse(payload)),
        compare_billing: () => billing.compare(),
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
    clearTimeout(this.#restart)
    const runner = this.#runner
    this.#runner = undefined
    // Running generations are told to stop first: the runner waits for its jobs.
    await Promise.all([
      this.#options.generations.shutDown(),
      runner?.stop(),
      this.#sweep.stop(),
      this.#delivery.stop(),
      this.#mailing.stop(),
      this.#testBilling?.stop(),
      this.#plans.stop(),
      this.#options.publishing.stop(),
    ])
  }
}

export interface JobsOptions {
  readonly pool: pg.Pool
  readonly listener: Pick<Listener, 'on'>
  readonly generations: Generations
  readonly notices: Notices
  readonly publishing: { start(): void; stop(): Promise<void> }
  readonly alertMails: AlertMails
  readonly media: MediaSweep
  readonly usage: UsageRollup
  readonly billing: {
    /** What an event is a reason to look at. */
    read(target: ReadBilling): Promise<void>
    /** What a deleted workspace had subscribed to ends. */
    end(deleted: { readonly workspaceId: string; readonly deletedAt: number }): Promise<void>
    /** Everything is compared with what the provider has. */
    compare(): Promise<void>
    applyAllDue(): Promise<void>
  }
  /** Where test billing bills: a payment provider needs nobody to turn its clock. */
  readonly advanceBilling: (() => Promise<void>) | undefined
  readonly audits: KeptAudits
  readonly auditEveryHours: number
  readonly concurrency: number
  readonly reapEveryMs: number
  readonly log: Logger
}

/**
 * What one of the processes does at its hour. Usage is added up every minute, media are swept four
 * times a day. Audits come one after another, and one that was missed while nothing ran is made up
 * for; so is the comparison with the payment provider.
 */
function crontab(auditEveryHours: number): string {
  const auditHours = auditEveryHours === 24 ? '0' : `*/${auditEveryHours}`
  return [
    '* * * * * add_up_usage ?max=1&queue=usage',
    '17 */6 * * * sweep_media ?max=1',
    '41 * * * * compare_billing ?max=3&queue=compare_billing&fill=1h',
    `23 ${auditHours} * * * audit_books ?max=1&queue=${auditQueue}&fill=${auditEveryHours}h`,
  ].join('\n')
}

/** The queue's own log: only what goes wrong. */
function quiet(log: Logger): JobLogger {
  return new JobLogger(() => (level, message) => {
    if (level === 'error') log.error({ queue: true }, message)
    else if (level === 'warning') log.warn({ queue: true }, message)
  })
}
