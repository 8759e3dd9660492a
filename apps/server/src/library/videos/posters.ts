import { and, eq, isNull } from 'drizzle-orm'
import sharp from 'sharp'
import type { Database } from '../../db/database.ts'
import { assets } from '../../db/schema.ts'
import { inspectUpload } from '../../images/renditions/inspect-upload.ts'
import { pixelsMax } from '../../images/renditions/upload-limits.ts'
import { notFound, Refusal } from '../../refusal.ts'
import type { Storage } from '../../storage/storage.ts'
import { isVideo } from '../require-picture.ts'
import type { Turns } from '../turns.ts'

export const posterBytesMax = 2 * 1024 * 1024
const sideMax = 1280

/**
 * The frames that stand for videos. The server decodes no video: the browser that uploads one draws a
 * frame of it and sends it along.
 */
export class Posters {
  readonly #database: Database
  readonly #storage: Storage
  readonly #newId: () => string
  readonly #decoding: Turns

  constructor(options: {
    readonly database: Database
    readonly storage: Storage
    readonly newId: () => string
    readonly decoding: Turns
  }) {
    this.#database = options.database
    this.#storage = options.storage
    this.#newId = options.newId
    this.#decoding = options.decoding
  }

  /** Puts a JPEG in the place of whatever stood for the video until now. */
  async put(workspaceId: string, assetId: string, jpeg: Uint8Array): Promise<void> {
    const former = await this.#former(workspaceId, assetId)
    const bytes = await this.#decoding.take(() => encodedAnew(jpeg))
    const posterKey = `${workspaceId}/posters/${this.#newId()}`
    await this.#storage.put(posterKey, bytes)
    const [kept] = await this.#database.db
      .update(assets)
      .set({ posterKey })
      .where(living(workspaceId, assetId))
      .returning({ id: assets.id })
    if (kept === undefined) {
      await this.#storage.delete(posterKey)
      throw notFound('video')
    }
    // What cannot be deleted now is left to the sweep.
    if (former !== null) await this.#storage.delete(former).catch(() => undefined)
  }

  async #former(workspaceId: string, assetId: string): Promise<string | null> {
    const [found] = await this.#database.db
      .select({ durationMs: assets.durationMs, posterKey: assets.posterKey })
      .from(assets)
      .where(living(workspaceId, assetId))
    if (found === undefined || !isVideo(found)) throw notFound('video')
    return found.posterKey
  }
}

function living(workspaceId: string, assetId: string) {
  return and(eq(assets.workspaceId, workspaceId), eq(assets.id, assetId), isNull(assets.deletedAt))
}

async function encodedAnew(jpeg: Uint8Array): Promise<Uint8Array> {
  if (jpeg.byteLength > posterBytesMax)
    throw new Refusal(
      'image_too_large',
      `This frame is larger than ${posterBytesMax / 1024 / 1024} MB. Send a smaller one.`,
    )
  const inspected = await inspectUpload(jpeg)
  if (!inspected.ok) throw new Refusal(inspected.code, inspected.detail)
  if (inspected.mediaType !== 'image/jpeg')
    throw new Refusal('unsupported_media', 'The frame of a video is a JPEG. Send one.')
  return sharp(jpeg, { limitInputPixels: pixelsMax, failOn: 'error' })
    .rotate()
    .resize(sideMax, sideMax, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** What stands for a video of which no frame came: its shape, and a triangle that says what it is. */
export async function neutralPoster(size: {
  readonly width: number
  readonly height: number
}): Promise<Uint8Array> {
  const scale = Math.min(1, sideMax / Math.max(size.width, size.height))
  const width = Math.max(1, Math.round(size.width * scale))
  const height = Math.max(1, Math.round(size.height * scale))
  const side = Math.min(width, height) / 5
  const [x, y] = [width / 2 - side / 2.6, height / 2]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#2a2d34"/><path d="M${x} ${y - side / 2}v${side}l${side * 0.87} ${-side / 2}z" fill="#b9bec9"/></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer()
}
