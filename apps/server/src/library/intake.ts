import { createHash } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import { inspectUpload } from '../images/renditions/inspect-upload.ts'
import { Refusal } from '../refusal.ts'
import type { Storage } from '../storage/storage.ts'
import { newAssetRow, originalKey } from './asset-row.ts'
import { cleanFileName } from './file-name.ts'
import { Turns } from './turns.ts'
import { assertPictureSize } from './uploads/upload-sizes.ts'
import { type ByteSource, piecesFrom, readWhole } from './videos/byte-source.ts'
import { edited } from './videos/edits.ts'
import { inspectVideoApart } from './videos/inspect-apart.ts'
import { openingBytes, type VideoMediaType, videoFormat } from './videos/video-format.ts'

/** A picture or video that a person brings, and what they say of it. */
export interface Brought {
  readonly workspaceId: string
  readonly fileName: string
  readonly alt: string
  readonly folderId: string | null
  readonly brandIds: readonly string[]
  readonly memberId: string
}

type NewAsset = Parameters<typeof newAssetRow>[0]
type Also = (tx: Transaction, assetId: string) => Promise<void>

/** Videos read at once: what describes one can have 32 MB, and a long one is read for a while. */
const readingAtOnce = 2
const pieceBytes = 1024 * 1024
/** A file that takes so long to read leads in circles. */
const patienceMs = 60_000

/** Takes what is brought into the library: the original into the storage first, then the row that names it. */
export class Intake {
  readonly #database: Database
  readonly #storage: Storage
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #decoding: Turns
  readonly #reading = new Turns(readingAtOnce)

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
  async bring(brought: Brought, file: ByteSource, also?: Also): Promise<string> {
    const video = videoFormat(await file.read(0, openingBytes))
    if (video !== undefined)
      return this.#reading.take(() => this.#bringVideo(brought, file, video, also))
    assertPictureSize(file.bytes)
    return this.#decoding.take(async () => {
      const bytes = await readWhole(file)
      const inspected = await inspectUpload(bytes)
      if (!inspected.ok) throw new Refusal(inspected.code, inspected.detail)
      const { ok: _, ...picture } = inspected
      return this.keep({ ...picture, ...saidOf(brought) }, bytes, also)
    })
  }

  /** Keeps an original that is known to be what `asset` says. */
  async keep(
    asset: Omit<NewAsset, 'id' | 'bytes' | 'createdAt'>,
    bytes: Uint8Array,
    also?: Also,
  ): Promise<string> {
    const id = this.#newId()
    await this.#storage.put(originalKey(asset.workspaceId, id), bytes)
    await this.#record({ ...asset, id, bytes: bytes.byteLength, createdAt: this.#clock() }, also)
    return id
  }

  /** What a video tells of places and devices is blanked on its way into the storage. */
  async #bringVideo(
    brought: Brought,
    file: ByteSource,
    mediaType: VideoMediaType,
    also: Also | undefined,
  ): Promise<string> {
    const inspected = await inspectVideoApart(file, mediaType, patienceMs)
    if (!inspected.ok) throw new Refusal('unsupported_media', inspected.detail)
    const { codec, ...facts } = inspected.facts
    const id = this.#newId()
    const { bytes } = file
    const contentHash = await this.#write(
      originalKey(brought.workspaceId, id),
      edited(file, inspected.edits),
    )
    const video = { ...facts, mediaType, videoCodec: codec, contentHash }
    await this.#record({ ...video, ...saidOf(brought), id, bytes, createdAt: this.#clock() }, also)
    return id
  }

  /** Gives the hash of what was written. */
  async #write(key: string, file: ByteSource): Promise<string> {
    const hash = createHash('sha256')
    async function* hashed() {
      for await (const piece of piecesFrom(file, pieceBytes)) {
        hash.update(piece)
        yield piece
      }
    }
    await this.#storage.write(key, hashed(), file.bytes)
    return hash.digest('hex')
  }

  async #record(asset: NewAsset, also: Also | undefined): Promise<void> {
    try {
      await this.#database.transaction(async (tx) => {
        await tx.db.insert(assets).values(newAssetRow(asset))
        await also?.(tx, asset.id)
      })
    } catch (error) {
      await this.#storage.delete(originalKey(asset.workspaceId, asset.id))
      throw error
    }
  }
}

function saidOf({ workspaceId, fileName, alt, folderId, brandIds, memberId }: Brought) {
  return {
    workspaceId,
    kind: 'upload' as const,
    alt,
    fileName: cleanFileName(fileName) ?? null,
    folderId,
    brandId: brandIds[0] ?? null,
    brandIds: [...brandIds],
    createdBy: memberId,
  }
}
