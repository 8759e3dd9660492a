import type { Ledger } from '@rheos/credits'
import type { Inspector } from '../server/inspector.ts'
import { checkAccounts, checkBalances } from './check-accounts.ts'
import { checkProduct } from './check-product.ts'
import { checkTold } from './check-told.ts'
import type { Findings } from './findings.ts'
import type { ToldBook } from './told-book.ts'

export interface AuditorOptions {
  readonly inspector: Inspector
  readonly ledger: Ledger
  readonly told: ToldBook
  readonly findings: Findings
}

/** Compares what is kept with what was told, and both with themselves. */
export class Auditor {
  readonly #options: AuditorOptions

  constructor(options: AuditorOptions) {
    this.#options = options
  }

  /** While everybody goes on. */
  async check(): Promise<void> {
    const { inspector, told, findings } = this.#options
    await checkTold(inspector, told.takeUnchecked(), findings)
    await checkAccounts(inspector, told, findings)
    await this.#checkBooks()
  }

  /** When everybody has come to an end: what was told at any time, and what accounts show. */
  async checkAll(): Promise<void> {
    const { inspector, ledger, told, findings } = this.#options
    await checkTold(inspector, told.operations, findings)
    await checkBalances(inspector, ledger, told, findings)
    await this.#checkBooks()
  }

  async #checkBooks(): Promise<void> {
    const { inspector, ledger, findings } = this.#options
    await checkProduct(inspector, findings)
    const report = await inspector.patiently(() => ledger.audit())
    for (const { accountId, finding } of report.findings) {
      findings.add('C3', `${accountId}: ${finding}`)
    }
  }
}
