import type { FoundWorkspace, FoundWorkspaces, InspectedWorkspace } from '@rheos/contract'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Clock, isoInstant } from '../clock.ts'
import { containsText } from '../db/contains-text.ts'
import type { Database } from '../db/database.ts'
import { newestFirst, olderThan, pageFrom } from '../db/newest-first.ts'
import { members, workspaces } from '../db/schema.ts'
import { planInForce } from '../workspaces/plan-in-force.ts'
import { noSuchWorkspace } from './workspace-desk.ts'

/** A workspace without what the meter and the payments know of it. */
export type KnownWorkspace = Omit<InspectedWorkspace, 'credits' | 'billing'>

/** Finds workspaces of everybody, by any part of their name, their owner's address or their id. */
export class WorkspaceSearch {
  readonly #database: Database
  readonly #clock: Clock

  constructor(options: { readonly database: Database; readonly clock: Clock }) {
    this.#database = options.database
    this.#clock = options.clock
  }

  /** Newest first. */
  async find({ q, limit, cursor }: SearchRequest): Promise<FoundWorkspaces> {
    const { createdAt, id, name, ownerEmail } = workspaces
    const rows = await this.#database.db
      .select()
      .from(workspaces)
      .where(
        and(
          isNull(workspaces.deletedAt),
          containsText(q, [name, ownerEmail, id]),
          olderThan(cursor, createdAt, id),
        ),
      )
      .orderBy(...newestFirst(createdAt, id))
      .limit(limit + 1)
    const { items, next } = pageFrom(rows, limit, (row) => ({ at: row.createdAt, id: row.id }))
    const peopleOf = await this.#peopleOf(items.map((row) => row.id))
    return { items: items.map((row) => this.#view(row, peopleOf.get(row.id))), next }
  }

  /** Throws a refusal where there is none. */
  async inspect(workspaceId: string): Promise<KnownWorkspace> {
    const [row] = await this.#database.db
      .select()
      .from(workspaces)
      .where(and(eq(workspaces.id, workspaceId), isNull(workspaces.deletedAt)))
    if (row === undefined) throw noSuchWorkspace()
    const people = await this.#database.db
      .select()
      .from(members)
      .where(eq(members.workspaceId, workspaceId))
      .orderBy(asc(members.createdAt), asc(members.userId))
    const owner = people.find(({ role }) => role === 'owner')
    return {
      ...this.#view(row, { count: people.length, owner: owner?.name ?? '' }),
      members: people.map(({ userId, name, role, createdAt }) => ({
        id: userId,
        name,
        role,
        since: isoInstant(createdAt),
      })),
    }
  }

  #view(row: WorkspaceRow, people: People = { count: 0, owner: '' }): FoundWorkspace {
    return {
      id: row.id,
      name: row.name,
      plan: planInForce(row, this.#clock()).id,
      owner: { name: people.owner, email: row.ownerEmail },
      members: people.count,
      createdAt: isoInstant(row.createdAt),
    }
  }

  /** One statement for the whole page. */
  async #peopleOf(ids: readonly string[]): Promise<ReadonlyMap<string, People>> {
    if (ids.length === 0) return new Map()
    const rows = await this.#database.db
      .select({
        id: members.workspaceId,
        count: sql<number>`count(*)::int`,
        owner: sql<string>`coalesce(max(${members.name}) filter (where ${members.role} = 'owner'), '')`,
      })
      .from(members)
      .where(inArray(members.workspaceId, [...ids]))
      .groupBy(members.workspaceId)
    return new Map(rows.map(({ id, ...people }) => [id, people]))
  }
}

type WorkspaceRow = typeof workspaces.$inferSelect

interface SearchRequest {
  readonly q?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

interface People {
  readonly count: number
  readonly owner: string
}
