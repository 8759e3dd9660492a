import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import { inspectUpload } from '../images/renditions/inspect-upload.ts'
import { Refusal } from '../refusal.ts'
import type { Storage } from '../storage/storage.ts'
import { newAssetRow, originalKey } from './asset-row.ts'
import { cleanFileName } from './file-name.ts'
import type { Turns } from './turns.ts'

/** A picture that a person brings, and what they say of it. */
export interface Brought {
  readonly workspaceId: string
  readonly fileName: string
  readonly alt: string
  readonly folderId: string | null
  readonly brandIds: readonly string[]
  readonly memberId: string
}

type NewAsset = Parameters<typeof newAssetRow>[0]

/** Takes pictures into the library: the original into the storage first, then the row that names it. */
export class Intake {
  readonly #database: Database
  readonly #storage: Storage
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #decoding: Turns

  constructor(options: {
    readonly database: Database
    readonly storage: Storage
    readonly clock: Clock
    readonly newId: () => string
    readonly decoding: Turns
  }) {
    this.#database = options.database
    this.#storage = options.storage
    this.#clock = options.clock
    this.#newId = options.newId
    this.#decoding = options.decoding
  }

  /**
   * Keeps what a person brought and returns its id. What it is, is told from its bytes, which are read
   * when it is their turn, so that few lie in memory at once. `also` is part of the same transaction.
   */
  async bring(
    brought: Brought,
    read: () => Promise<Uint8Array>,
    also?: (tx: Transaction, assetId: string) => Promise<void>,
  ): Promise<string> {
    return this.#decoding.take(async () => {
      const bytes = await read()
      const inspected = await inspectUpload(bytes)
      if (!inspected.ok) throw new Refusal(inspected.code, inspected.detail)
      const { ok: _, ...picture } = inspected
      return this.keep(
        {
          ...picture,
          workspaceId: brought.workspaceId,
          kind: 'upload',
          alt: brought.alt,
          fileName: cleanFileName(brought.fileName) ?? null,
          folderId: brought.folderId,
          brandId: brought.brandIds[0] ?? null,
          brandIds: [...brought.brandIds],
          createdBy: brought.memberId,
        },
        bytes,
        also,
      )
    })
  }

  /** Keeps an original that is known to be what `asset` says. */
  async keep(
    asset: Omit<NewAsset, 'id' | 'bytes' | 'createdAt'>,
    bytes: Uint8Array,
    also?: (tx: Transaction, assetId: string) => Promise<void>,
  ): Promise<string> {
    const id = this.#newId()
    const key = originalKey(asset.workspaceId, id)
    await this.#storage.put(key, bytes)
    const facts = { id, bytes: bytes.byteLength, createdAt: this.#clock() }
    try {
      await this.#database.transaction(async (tx) => {
        await tx.db.insert(assets).values(newAssetRow({ ...asset, ...facts }))
        await also?.(tx, id)
      })
    } catch (error) {
      await this.#storage.delete(key)
      throw error
    }
    return id
  }
}
