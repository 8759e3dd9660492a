import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../test/random.ts'
import { Auditor } from './audit/auditor.ts'
import { fatesIn } from './audit/fates.ts'
import type { Findings } from './audit/findings.ts'
import { noneOpen, openOperations } from './audit/open-operations.ts'
import { ToldBook } from './audit/told-book.ts'
import { backWithinMs } from './chaos-settings.ts'
import { Fleet } from './load/fleet.ts'
import type { Telling } from './load/messages.ts'
import { type OpenLedger, openLedger } from './open-ledger.ts'
import type { Fates, RoundResult } from './report/chaos-report.ts'
import type { RoundPlan } from './round-plan.ts'
import type { ChaosServer } from './server/chaos-server.ts'
import { Inspector } from './server/inspector.ts'
import { openWorkspaces } from './workspaces.ts'

export interface BookOptions {
  readonly server: ChaosServer
  readonly leaseMs: number
  readonly random: Random
  readonly findings: Findings
}

type Death = Pick<RoundResult, 'leftOpen' | 'backMs'>

/** Rounds on one database, for as long as an audit of all that is in it takes little time. */
export class Book {
  readonly #options: BookOptions
  readonly #opened: OpenLedger
  readonly #inspector: Inspector
  readonly #told: ToldBook
  readonly #auditor: Auditor
  readonly #fleet: Fleet
  #failures: string[] = []
  /** How long the database was away in this round. */
  #awayMs = 0

  private constructor(options: BookOptions, url: string, opened: OpenLedger) {
    const { leaseMs, random, findings } = options
    const { ledger } = opened
    this.#options = options
    this.#opened = opened
    this.#inspector = new Inspector(url)
    this.#told = new ToldBook(findings)
    this.#auditor = new Auditor({ inspector: this.#inspector, ledger, told: this.#told, findings })
    this.#fleet = new Fleet({ url, leaseMs, random, hear: (...told) => this.#hear(...told) })
  }

  static async open(options: BookOptions): Promise<Book> {
    const url = await options.server.createDatabase()
    const opened = openLedger(url, 'auditor', options.leaseMs)
    await openWorkspaces(opened.ledger)
    const book = new Book(options, url, opened)
    book.#fleet.startAll()
    return book
  }

  async round(plan: RoundPlan): Promise<RoundResult> {
    await this.#fleet.atWork()
    this.#failures = []
    this.#awayMs = 0
    const answersBefore = this.#told.answers
    const [death] = await Promise.all([this.#kill(plan), this.#cut(plan), this.#crash(plan)])
    await this.#auditor.check()
    const isQuiet = !plan.cut && !plan.crash
    if (isQuiet) this.#findFailures()
    return {
      number: plan.number,
      killedAfterMs: plan.kill.afterMs,
      ...death,
      isCut: plan.cut !== undefined,
      ...(plan.crash && { crashedMs: this.#awayMs }),
      answers: this.#told.answers - answersBefore,
      failures: this.#failures.length,
    }
  }

  /** Lets everybody come to an end, and looks at everything once more. */
  async close(): Promise<Fates> {
    const { findings, leaseMs } = this.#options
    await this.#fleet.finish()
    const deadline = performance.now() + backWithinMs(leaseMs)
    const noneOpenAt = await noneOpen(this.#inspector, { until: () => deadline })
    if (noneOpenAt === undefined) findings.add('C15', 'Some operations were never ended.')
    await this.#fleet.end()
    await this.#auditor.checkAll()
    const fates = await fatesIn(this.#inspector)
    await this.#inspector.close()
    await this.#opened.pool.end()
    return fates
  }

  /** Kills a process, replaces it, and waits until nothing is held for it any more. */
  async #kill({ number, kill }: RoundPlan): Promise<Death> {
    await pause(kill.afterMs)
    const { findings, leaseMs } = this.#options
    const name = this.#fleet.nameOf(kill.slot)
    const killedAt = performance.now()
    await this.#fleet.kill(kill.slot)
    this.#fleet.start(kill.slot, this.#told.unansweredOf(name))
    const { length: leftOpen } = await openOperations(this.#inspector, name)
    const until = () => killedAt + backWithinMs(leaseMs) + this.#awayMs
    const backAt = await noneOpen(this.#inspector, { name, until })
    if (backAt !== undefined) return { leftOpen, backMs: backAt - killedAt }
    const late = await openOperations(this.#inspector, name)
    findings.add(
      'C15',
      `Round ${number}: not back in time is what ${name} held: ${late.join(', ')}`,
    )
    return { leftOpen }
  }

  async #cut({ cut }: RoundPlan): Promise<void> {
    if (!cut) return
    await pause(cut.afterMs)
    await this.#inspector.patiently(() => this.#options.server.cut(this.#fleet.nameOf(cut.slot)))
  }

  async #crash({ crash }: RoundPlan): Promise<void> {
    if (!crash) return
    await pause(crash.afterMs)
    // Nobody knows for how long until it is back.
    this.#awayMs = Infinity
    this.#awayMs = await this.#options.server.restart()
  }

  #hear(telling: Telling, from: string): void {
    if (telling.type === 'failed') {
      this.#failures.push(`${from}: ${telling.what} met ${telling.error}`)
    } else this.#told.hear(telling, from)
  }

  /** Nothing happened to the database, so nobody should have noticed anything. */
  #findFailures(): void {
    for (const failure of this.#failures) this.#options.findings.add('C32', failure)
  }
}
