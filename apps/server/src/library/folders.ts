import type { Folder, FolderChange, NewFolder } from '@rheos/contract'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type Clock, isoInstant } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import { folders } from '../db/library-tables.ts'
import { assets } from '../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { depthOf, heightOf, isWithin } from './folder-tree.ts'

const foldersMax = 1000
const depthMax = 10

/** The folders of a library. Deleting one deletes no picture: what is in it moves up. */
export class Folders {
  readonly #database: Database
  readonly #clock: Clock
  readonly #newId: () => string

  constructor(options: {
    readonly database: Database
    readonly clock: Clock
    readonly newId: () => string
  }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#newId = options.newId
  }

  /** All of them, by name, each with how many pictures lie in it: one statement. */
  async list(workspaceId: string): Promise<Folder[]> {
    const counted = this.#database.db
      .select({ folderId: assets.folderId, count: sql<number>`count(*)::int`.as('count') })
      .from(assets)
      .where(and(eq(assets.workspaceId, workspaceId), isNull(assets.deletedAt)))
      .groupBy(assets.folderId)
      .as('counted')
    const found = await this.#database.db
      .select({ folder: folders, count: counted.count })
      .from(folders)
      .leftJoin(counted, eq(counted.folderId, folders.id))
      .where(and(eq(folders.workspaceId, workspaceId), isNull(folders.deletedAt)))
      .orderBy(sql`lower(${folders.name})`, asc(folders.id))
    return found.map(({ folder, count }) => folderView(folder, count ?? 0))
  }

  async get(workspaceId: string, folderId: string): Promise<Folder> {
    const found = (await this.list(workspaceId)).find(({ id }) => id === folderId)
    if (found === undefined) throw notFound('folder')
    return found
  }

  async create(workspaceId: string, memberId: string, folder: NewFolder): Promise<Folder> {
    const id = this.#newId()
    await this.#database.transaction(async (tx) => {
      const all = await lockFolders(tx, workspaceId)
      const parentId = folder.parentId ?? null
      if (parentId !== null && !all.some((other) => other.id === parentId)) throw notFound('folder')
      if (all.length >= foldersMax)
        throw new Refusal('conflict', `A library can have ${foldersMax} folders. Delete one first.`)
      if (depthOf(all, parentId) + 1 > depthMax) throw tooDeep()
      const now = this.#clock()
      await tx.db.insert(folders).values({
        workspaceId,
        id,
        parentId,
        name: folder.name,
        createdBy: memberId,
        createdAt: now,
      })
    })
    return this.get(workspaceId, id)
  }

  async change(workspaceId: string, folderId: string, change: FolderChange): Promise<Folder> {
    await this.#database.transaction(async (tx) => {
      const all = await lockFolders(tx, workspaceId)
      if (!all.some(({ id }) => id === folderId)) throw notFound('folder')
      if (change.parentId !== undefined) assertMayStand(all, folderId, change.parentId)
      const set = {
        ...(change.name !== undefined && { name: change.name }),
        ...(change.parentId !== undefined && { parentId: change.parentId, movedFrom: null }),
      }
      if (Object.keys(set).length === 0) return
      await tx.db.update(folders).set(set).where(thisFolder(workspaceId, folderId))
    })
    return this.get(workspaceId, folderId)
  }

  /** Moves what is in it up to where it stood. {@link restore} undoes that. */
  async delete(workspaceId: string, folderId: string): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const all = await lockFolders(tx, workspaceId)
      const folder = all.find(({ id }) => id === folderId)
      if (folder === undefined) throw notFound('folder')
      const up = { movedFrom: folderId }
      await tx.db
        .update(folders)
        .set({ ...up, parentId: folder.parentId })
        .where(
          and(
            eq(folders.workspaceId, workspaceId),
            eq(folders.parentId, folderId),
            isNull(folders.deletedAt),
          ),
        )
      await tx.db
        .update(assets)
        .set({ ...up, folderId: folder.parentId })
        .where(and(eq(assets.workspaceId, workspaceId), eq(assets.folderId, folderId)))
      await tx.db
        .update(folders)
        .set({ deletedAt: this.#clock() })
        .where(thisFolder(workspaceId, folderId))
    })
  }

  /** Takes back what was moved up, except what somebody has moved elsewhere since. */
  async restore(workspaceId: string, folderId: string): Promise<Folder> {
    await this.#database.transaction(async (tx) => {
      const all = await lockFolders(tx, workspaceId)
      const [folder] = await tx.db.select().from(folders).where(thisFolder(workspaceId, folderId))
      if (folder === undefined) throw notFound('folder')
      if (folder.deletedAt === null) return
      const parentId = all.some(({ id }) => id === folder.parentId) ? folder.parentId : null
      await tx.db
        .update(folders)
        .set({ deletedAt: null, parentId })
        .where(thisFolder(workspaceId, folderId))
      const back = { movedFrom: null }
      await tx.db
        .update(folders)
        .set({ ...back, parentId: folderId })
        .where(and(eq(folders.workspaceId, workspaceId), eq(folders.movedFrom, folderId)))
      await tx.db
        .update(assets)
        .set({ ...back, folderId })
        .where(and(eq(assets.workspaceId, workspaceId), eq(assets.movedFrom, folderId)))
    })
    return this.get(workspaceId, folderId)
  }
}

type FolderRecord = typeof folders.$inferSelect

function folderView(folder: FolderRecord, count: number): Folder {
  const { id, parentId, name } = folder
  return { id, parentId, name, assets: count, createdAt: isoInstant(folder.createdAt) }
}

function thisFolder(workspaceId: string, folderId: string) {
  return and(eq(folders.workspaceId, workspaceId), eq(folders.id, folderId))
}

/** The folders as they are, for as long as the transaction: two moves at once could else make a circle. */
async function lockFolders(tx: Transaction, workspaceId: string): Promise<FolderRecord[]> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('folders of ' || $1, 0))`, [
    workspaceId,
  ])
  return tx.db
    .select()
    .from(folders)
    .where(and(eq(folders.workspaceId, workspaceId), isNull(folders.deletedAt)))
}

function assertMayStand(
  all: readonly FolderRecord[],
  folderId: string,
  parentId: string | null,
): void {
  if (parentId === null) return
  if (!all.some(({ id }) => id === parentId)) throw notFound('folder')
  if (isWithin(all, parentId, folderId))
    throw new Refusal('conflict', 'A folder cannot be moved into itself. Choose another place.')
  if (depthOf(all, parentId) + heightOf(all, folderId) > depthMax) throw tooDeep()
}

function tooDeep(): Refusal {
  return new Refusal(
    'conflict',
    `Folders can lie in one another ${depthMax} deep. Choose a place further up.`,
  )
}
