import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { mailChoices } from '../db/schema.ts'

export interface Choices {
  readonly creditAlerts: boolean
  readonly publishing: boolean
}

/** Which mails a person wants beside those that must come. */
export class MailChoices {
  readonly #database: Database

  constructor({ database }: { readonly database: Database }) {
    this.#database = database
  }

  /** Whoever never chose wants all of them. */
  async of(userId: string): Promise<Choices> {
    const { creditAlerts, publishing } = mailChoices
    const [row] = await this.#database.db
      .select({ creditAlerts, publishing })
      .from(mailChoices)
      .where(eq(mailChoices.userId, userId))
    return row ?? { creditAlerts: true, publishing: true }
  }

  /** What is not named stays as it was. */
  async choose(userId: string, chosen: Partial<Choices>): Promise<void> {
    if (Object.keys(chosen).length === 0) return
    await this.#database.db
      .insert(mailChoices)
      .values({ userId, creditAlerts: true, ...chosen })
      .onConflictDoUpdate({ target: mailChoices.userId, set: chosen })
  }

  async forget(userId: string): Promise<void> {
    await this.#database.db.delete(mailChoices).where(eq(mailChoices.userId, userId))
  }
}
