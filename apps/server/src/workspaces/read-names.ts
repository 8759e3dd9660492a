import { eq } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { brands, members } from '../db/schema.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

/** Members and brands of a workspace by their ids; nothing for no id. */
export interface Names {
  who(memberId: string | undefined): Named | null
  brand(brandId: string | undefined): Named | null
}

export async function readNames(db: Statements, workspaceId: string): Promise<Names> {
  const [people, ofBrands] = await Promise.all([
    db
      .select({ id: members.userId, name: members.name })
      .from(members)
      .where(eq(members.workspaceId, workspaceId)),
    db
      .select({ id: brands.id, name: brands.name })
      .from(brands)
      .where(eq(brands.workspaceId, workspaceId)),
  ])
  const names = new Map(people.map((row) => [row.id, row.name]))
  const brandNames = new Map(ofBrands.map((row) => [row.id, row.name]))
  return {
    who: (memberId) => named(memberId, names, 'Former member'),
    brand: (brandId) => named(brandId, brandNames, 'Deleted brand'),
  }
}

function named(
  id: string | undefined,
  names: ReadonlyMap<string, string>,
  fallback: string,
): Named | null {
  return id === undefined || id === '' ? null : { id, name: names.get(id) ?? fallback }
}
