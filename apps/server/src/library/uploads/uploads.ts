import type { Upload } from '@rheos/contract'
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { type Clock, type Instant, isoInstant } from '../../clock.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { uploads } from '../../db/library-tables.ts'
import { notFound, Refusal } from '../../refusal.ts'
import type { Storage } from '../../storage/storage.ts'
import { cleanFileName } from '../file-name.ts'
import type { Brought, Intake } from '../intake.ts'
import { requireBrands } from '../require-brands.ts'
import { requireFolder } from '../require-folder.ts'
import { openingBytes, videoFormat } from '../videos/video-format.ts'
import { piecesOf } from './pieces-of.ts'
import { partName, partsFolder, wholeOf } from './upload-parts.ts'
import { assertPictureSize, assertUploadSize } from './upload-sizes.ts'

/** What comes is kept in pieces of this size: a cut loses at most one, and memory holds one for each. */
const pieceBytes = 1024 * 1024
/** Under way at once in one workspace. */
const openMax = 100
const expiresAfterMs = 24 * 60 * 60_000

type UploadRecord = typeof uploads.$inferSelect

/** What is announced of a file before it comes. */
export interface NewUpload extends Omit<Brought, 'workspaceId'> {
  readonly bytes: number
}

/**
 * Files on their way into the library. What has come lies in the storage piece by piece, and the row
 * counts what is safe there; so any process can take what follows, and after a cut it goes on where
 * the row says. Two who send the same at once cannot both be counted.
 */
export class Uploads {
  readonly #database: Database
  readonly #storage: Storage
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #intake: Intake
  readonly #videoBytesMax: number

  constructor(options: {
    readonly database: Database
    readonly storage: Storage
    readonly clock: Clock
    readonly newId: () => string
    readonly intake: Intake
    readonly videoBytesMax: number
  }) {
    this.#database = options.database
    this.#storage = options.storage
    this.#clock = options.clock
    this.#newId = options.newId
    this.#intake = options.intake
    this.#videoBytesMax = options.videoBytesMax
  }

  async create(workspaceId: string, upload: NewUpload): Promise<Upload> {
    assertUploadSize(upload.bytes, this.#videoBytesMax)
    const { db } = this.#database
    await requireFolder(db, workspaceId, upload.folderId)
    await requireBrands(db, workspaceId, upload.brandIds)
    await this.#assertRoom(workspaceId)
    const now = this.#clock()
    const row: UploadRecord = {
      workspaceId,
      id: this.#newId(),
      bytes: upload.bytes,
      received: 0,
      parts: [],
      fileName: cleanFileName(upload.fileName) ?? null,
      alt: upload.alt,
      folderId: upload.folderId,
      brandIds: [...upload.brandIds],
      createdBy: upload.memberId,
      createdAt: now,
      expiresAt: now + expiresAfterMs,
      assetId: null,
    }
    await db.insert(uploads).values(row)
    return uploadView(row)
  }

  async get(workspaceId: string, uploadId: string): Promise<Upload> {
    return uploadView(await this.#find(workspaceId, uploadId))
  }

  /**
   * Takes what comes from `offset` on. A body that breaks off leaves what was safe by then counted, and
   * throws. With the last byte the file is looked at and becomes a picture or video, or is refused and gone.
   */
  async receive(
    workspaceId: string,
    uploadId: string,
    offset: number,
    body: AsyncIterable<Uint8Array>,
  ): Promise<Upload> {
    let upload = await this.#find(workspaceId, uploadId)
    if (offset !== upload.received) throw elsewhere(upload.received)
    for await (const piece of piecesOf(body, pieceBytes)) {
      const received = upload.received + piece.byteLength
      if (received > upload.bytes) throw longerThanSaid()
      if (upload.received === 0) await this.#assertOpening(upload, piece)
      upload =
        received === upload.bytes
          ? await this.#finish(upload, piece)
          : await this.#append(upload, piece)
    }
    return uploadView(upload)
  }

  /** Gives an upload up, with what has come of it. */
  async terminate(workspaceId: string, uploadId: string): Promise<void> {
    await this.#remove(await this.#find(workspaceId, uploadId))
  }

  /** A picture that is too large is told so before all of it has come. */
  async #assertOpening(upload: UploadRecord, piece: Uint8Array): Promise<void> {
    if (piece.byteLength < openingBytes || videoFormat(piece) !== undefined) return
    try {
      assertPictureSize(upload.bytes)
    } catch (error) {
      await this.#remove(upload)
      throw error
    }
  }

  async #append(upload: UploadRecord, piece: Uint8Array): Promise<UploadRecord> {
    const name = partName(this.#newId(), piece.byteLength)
    const key = `${partsFolder(upload)}/${name}`
    await this.#storage.put(key, piece)
    const [counted] = await this.#database.db
      .update(uploads)
      .set({
        received: upload.received + piece.byteLength,
        parts: [...upload.parts, name],
        expiresAt: this.#clock() + expiresAfterMs,
      })
      .where(asItWas(upload))
      .returning()
    if (counted !== undefined) return counted
    await this.#storage.delete(key)
    throw elsewhere(undefined)
  }

  async #finish(upload: UploadRecord, last: Uint8Array): Promise<UploadRecord> {
    let finished = upload
    const brought = {
      workspaceId: upload.workspaceId,
      fileName: upload.fileName ?? '',
      alt: upload.alt,
      folderId: upload.folderId,
      brandIds: upload.brandIds,
      memberId: upload.createdBy,
    }
    const end = async (tx: Transaction, assetId: string) => {
      const [row] = await tx.db
        .update(uploads)
        .set({ received: upload.bytes, parts: [], assetId })
        .where(asItWas(upload))
        .returning()
      if (row === undefined) throw elsewhere(undefined)
      finished = row
    }
    try {
      await this.#intake.bring(brought, await wholeOf(this.#storage, upload, last), end)
    } catch (error) {
      if (isRefusedFile(error)) await this.#remove(upload)
      throw error
    }
    await this.#dropParts(upload)
    return finished
  }

  async #find(workspaceId: string, uploadId: string): Promise<UploadRecord> {
    const [found] = await this.#database.db
      .select()
      .from(uploads)
      .where(and(eq(uploads.workspaceId, workspaceId), eq(uploads.id, uploadId)))
    if (found === undefined || isExpired(found, this.#clock())) throw notFound('upload')
    return found
  }

  async #assertRoom(workspaceId: string): Promise<void> {
    const here = eq(uploads.workspaceId, workspaceId)
    await this.#database.db.delete(uploads).where(and(here, lt(uploads.expiresAt, this.#clock())))
    const [found] = await this.#database.db
      .select({ open: sql<number>`count(*)::int` })
      .from(uploads)
      .where(and(here, isNull(uploads.assetId)))
    if ((found?.open ?? 0) < openMax) return
    throw new Refusal(
      'too_many_in_progress',
      `${openMax} uploads are under way in this workspace. Finish or cancel one, then try again.`,
    )
  }

  async #remove(upload: UploadRecord): Promise<void> {
    await this.#database.db
      .delete(uploads)
      .where(and(eq(uploads.workspaceId, upload.workspaceId), eq(uploads.id, upload.id)))
    await this.#dropParts(upload)
  }

  /** What cannot be deleted now is left to the sweep. */
  async #dropParts(upload: UploadRecord): Promise<void> {
    await this.#storage.deleteAll(partsFolder(upload)).catch(() => undefined)
  }
}

function uploadView(upload: UploadRecord): Upload {
  const { id, fileName, bytes, received, assetId } = upload
  return { id, fileName, bytes, received, assetId, expiresAt: isoInstant(upload.expiresAt) }
}

function isExpired(upload: UploadRecord, now: Instant): boolean {
  return upload.expiresAt < now
}

/** The row, unless somebody has counted something meanwhile. */
function asItWas(upload: UploadRecord) {
  return and(
    eq(uploads.workspaceId, upload.workspaceId),
    eq(uploads.id, upload.id),
    eq(uploads.received, upload.received),
    isNull(uploads.assetId),
  )
}

function isRefusedFile(error: unknown): boolean {
  return (
    error instanceof Refusal &&
    (error.code === 'unsupported_media' || error.code === 'image_too_large')
  )
}

function elsewhere(received: number | undefined): Refusal {
  const where = received === undefined ? 'elsewhere' : `at byte ${received}`
  return new Refusal(
    'conflict',
    `This upload goes on ${where}: ask where it stands, and send what follows.`,
  )
}

function longerThanSaid(): Refusal {
  return new Refusal(
    'invalid_request',
    'More came than the upload said that it would be. Begin it again.',
  )
}
