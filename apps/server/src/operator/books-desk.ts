import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { KeptAudits } from '../generation/kept-audits.ts'
import type { Operator } from './operator-action.ts'
import { recordRequest } from './operator-request.ts'

export interface BooksDeskOptions {
  readonly database: Database
  readonly audits: Pick<KeptAudits, 'ask'>
  readonly clock: Clock
}

/** The books, as far as an operator does something about them. */
export class BooksDesk {
  readonly #options: BooksDeskOptions

  constructor(options: BooksDeskOptions) {
    this.#options = options
  }

  /** Queues an audit. */
  async audit(operator: Operator): Promise<void> {
    const { database, audits, clock } = this.#options
    await audits.ask()
    await recordRequest(database, { kind: 'audit' }, { operator, at: clock() })
  }
}
