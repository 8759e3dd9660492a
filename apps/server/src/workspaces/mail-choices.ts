import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { mailChoices } from '../db/schema.ts'

/** Which mails a person wants beside those that must come. */
export class MailChoices {
  readonly #database: Database

  constructor({ database }: { readonly database: Database }) {
    this.#database = database
  }

  /** Whoever never chose wants them. */
  async creditAlerts(userId: string): Promise<boolean> {
    const [row] = await this.#database.db
      .select({ wanted: mailChoices.creditAlerts })
      .from(mailChoices)
      .where(eq(mailChoices.userId, userId))
    return row?.wanted ?? true
  }

  async choose(userId: string, creditAlerts: boolean): Promise<void> {
    await this.#database.db
      .insert(mailChoices)
      .values({ userId, creditAlerts })
      .onConflictDoUpdate({ target: mailChoices.userId, set: { creditAlerts } })
  }

  async forget(userId: string): Promise<void> {
    await this.#database.db.delete(mailChoices).where(eq(mailChoices.userId, userId))
  }
}
