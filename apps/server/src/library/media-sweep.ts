import { and, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { uploads } from '../db/library-tables.ts'
import { assets, formerOwners, generations, workspaces } from '../db/schema.ts'
import { neededFolders } from '../publishing/freezing/needed-files.ts'
import type { Storage } from '../storage/storage.ts'
import { renditionFolder } from './renditions.ts'
import { partsFolder } from './uploads/upload-parts.ts'

/** A file is written before the row that names it: a young one may still get its row. */
const ageMs = 24 * 60 * 60_000
/** At most so many in one sweep; the next one goes on. */
const deletedMax = 1000

/**
 * Deletes media that no row names: those of a process that died between writing a file and
 * committing, or that could not be deleted with their account; renditions of what was deleted, which
 * are made anew if it comes back; and what came of uploads that nobody went on with. Folders of
 * workspaces that this database does not know are left alone: the folder may be another
 * installation's too.
 */
export class MediaSweep {
  readonly #database: Database
  readonly #storage: Storage
  readonly #clock: Clock
  readonly #log: Logger

  constructor(options: {
    readonly database: Database
    readonly storage: Storage
    readonly clock: Clock
    readonly log: Logger
  }) {
    this.#database = options.database
    this.#storage = options.storage
    this.#clock = options.clock
    this.#log = options.log
  }

  async sweep(): Promise<void> {
    let deleted = 0
    await this.#database.db.delete(uploads).where(lt(uploads.expiresAt, this.#clock()))
    for (const workspaceId of await this.#known(await this.#storage.folders())) {
      for (const key of await this.#unnamed(workspaceId)) {
        if (deleted >= deletedMax) break
        await this.#storage.delete(key)
        deleted += 1
      }
    }
    if (deleted > 0) this.#log.warn({ files: deleted }, 'deleted media that nothing names')
  }

  async #known(folders: readonly string[]): Promise<string[]> {
    if (folders.length === 0) return []
    const { db } = this.#database
    const [present, former] = await Promise.all([
      db
        .select({ id: workspaces.id })
        .from(workspaces)
        .where(inArray(workspaces.id, [...folders])),
      db
        .select({ id: formerOwners.workspaceId })
        .from(formerOwners)
        .where(inArray(formerOwners.workspaceId, [...folders])),
    ])
    return [...new Set([...present, ...former].map(({ id }) => id))]
  }

  async #unnamed(workspaceId: string): Promise<string[]> {
    const before = this.#clock() - ageMs
    // Listed first: what is named between the listing and the reading of rows is not in the list.
    const old = (await this.#storage.files(workspaceId)).filter((file) => file.writtenAt < before)
    if (old.length === 0) return []
    const [assetsOf, importFolders, uploadFolders, published] = await Promise.all([
      this.#assets(workspaceId),
      this.#importFolders(workspaceId),
      this.#uploadFolders(workspaceId),
      neededFolders(this.#database, workspaceId),
    ])
    const keys = new Set(
      assetsOf.flatMap(({ key, poster }) => (poster === null ? [key] : [key, poster])),
    )
    const folders = new Set([
      ...importFolders,
      ...uploadFolders,
      ...published,
      ...assetsOf.flatMap((asset) =>
        asset.deletedAt === null ? [renditionFolder(workspaceId, asset.id)] : [],
      ),
    ])
    return old
      .map((file) => file.key)
      .filter((key) => !keys.has(key) && !folders.has(folderOf(key)))
  }

  async #assets(workspaceId: string) {
    return this.#database.db
      .select({
        id: assets.id,
        key: assets.storageKey,
        poster: assets.posterKey,
        deletedAt: assets.deletedAt,
      })
      .from(assets)
      .where(eq(assets.workspaceId, workspaceId))
  }

  async #uploadFolders(workspaceId: string): Promise<string[]> {
    const rows = await this.#database.db
      .select({ id: uploads.id })
      .from(uploads)
      .where(and(eq(uploads.workspaceId, workspaceId), isNull(uploads.assetId)))
    return rows.map(({ id }) => partsFolder({ workspaceId, id }))
  }

  /** Where the logos lie of imports that found something, or are at work. */
  async #importFolders(workspaceId: string): Promise<string[]> {
    const rows = await this.#database.db
      .select({ id: generations.id })
      .from(generations)
      .where(
        and(
          eq(generations.workspaceId, workspaceId),
          eq(generations.kind, 'import'),
          or(isNotNull(generations.result), isNull(generations.endedAt)),
        ),
      )
    return rows.map(({ id }) => `${workspaceId}/imports/${id}`)
  }
}

/** The first three parts of a key: of a workspace, a sort of files, and what they belong to. */
function folderOf(key: string): string {
  return key.split('/').slice(0, 3).join('/')
}
