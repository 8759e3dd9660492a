import type { BrandCheck as CheckResult, NewBrandCheck } from '@rheos/contract'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { brands } from '../../db/schema.ts'
import { notFound } from '../../refusal.ts'
import { checkText } from './check-text.ts'

/** Holds texts against their brand. Free: it takes rules and no model. */
export class BrandCheck {
  readonly #database: Database

  constructor(options: { readonly database: Database }) {
    this.#database = options.database
  }

  async check(workspaceId: string, brandId: string, asked: NewBrandCheck): Promise<CheckResult> {
    const [brand] = await this.#database.db
      .select()
      .from(brands)
      .where(
        and(eq(brands.workspaceId, workspaceId), eq(brands.id, brandId), isNull(brands.deletedAt)),
      )
    if (brand === undefined) throw notFound('brand')
    return checkText(brand, asked)
  }
}
