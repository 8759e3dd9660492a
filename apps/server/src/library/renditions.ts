import { formatOfMediaType, type RenditionFormat } from '../images/renditions/encode-picture.ts'
import { renderAnimation } from '../images/renditions/render-animation.ts'
import { renderRendition } from '../images/renditions/render-rendition.ts'
import type { Shape } from '../images/renditions/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { ByteRange, OpenFile, Storage } from '../storage/storage.ts'
import type { AssetRecord } from './asset-view.ts'
import { downloadName } from './file-name.ts'
import { type Rendition, RenditionCache } from './rendition-cache.ts'
import { isVideo } from './require-picture.ts'
import type { Turns } from './turns.ts'
import { neutralPoster } from './videos/posters.ts'

const cacheBytesMax = 64 * 1024 * 1024
/** What is larger goes from the storage to the person piece by piece. */
const wholeBytesMax = 1024 * 1024

export interface RenditionWish {
  readonly width?: number | undefined
  readonly shape?: Shape | undefined
  readonly format?: RenditionFormat | undefined
  /** All frames of an animation, in its own size and format. */
  readonly animated?: boolean | undefined
}

/** A rendition that can be had: its mark of identity first, so that an unchanged one is not read at all. */
export interface Content {
  readonly etag: string
  readonly mediaType: string
  readonly fileName: string
  /** Of all of it, where parts of it can be had. */
  readonly bytes?: number
  read(range?: ByteRange): Promise<Uint8Array | OpenFile>
}

/**
 * What is served of pictures, and of videos the frame that stands for them; the video itself is served
 * as it is kept. Each rendition is made once and kept in the storage beside its original,
 * by size, format and mark; those asked for most recently are kept in memory too.
 */
export class Renditions {
  readonly #storage: Storage
  readonly #decoding: Turns
  readonly #cache = new RenditionCache(cacheBytesMax)

  constructor(storage: Storage, decoding: Turns) {
    this.#storage = storage
    this.#decoding = decoding
  }

  content(asset: AssetRecord, wish: RenditionWish, watermark: boolean): Content {
    if (isFilm(asset, wish)) return this.#film(asset)
    const name = renditionName(asset, wish, watermark)
    const key = `${renditionFolder(asset.workspaceId, asset.id)}/${name}`
    const mediaType = renditionType(asset, wish)
    const described = { ...asset, describedAs: asset.made?.prompt ?? asset.alt }
    return {
      etag: `"${asset.id}-${name}"`,
      mediaType,
      fileName: downloadName(described, mediaType),
      read: () => this.#read(key, () => this.#render(asset, wish, watermark)),
    }
  }

  #film(asset: AssetRecord): Content {
    const { mediaType, bytes } = asset
    return {
      etag: `"${asset.id}"`,
      mediaType,
      bytes,
      fileName: downloadName({ ...asset, describedAs: asset.alt }, mediaType),
      read: async (range) => {
        const file = await this.#storage.open(asset.storageKey, range)
        if (file !== undefined) return file
        throw new Refusal('unavailable', 'This video is missing from the storage. Tell support.')
      },
    }
  }

  async #read(key: string, render: () => Promise<Rendition>): Promise<Uint8Array | OpenFile> {
    const known = this.#cache.known(key)
    if (known !== undefined) return known.bytes
    const kept = await this.#storage.open(key)
    if (kept === undefined) return (await this.#cache.get(key, () => this.#make(key, render))).bytes
    if (kept.bytes > wholeBytesMax) return kept
    const bytes = new Uint8Array(await new Response(kept.stream).arrayBuffer())
    this.#cache.keep(key, { bytes })
    return bytes
  }

  async #make(key: string, render: () => Promise<Rendition>): Promise<Rendition> {
    const made = await this.#decoding.take(render)
    // Whoever asked gets it also where it could not be kept; the next one asks for it anew.
    await this.#storage.put(key, made.bytes).catch(() => undefined)
    return made
  }

  async #render(asset: AssetRecord, wish: RenditionWish, watermark: boolean): Promise<Rendition> {
    const original = await this.#picture(asset)
    if (original === undefined) {
      throw new Refusal('unavailable', 'This picture is missing from the storage. Tell support.')
    }
    if (isMoving(asset, wish)) return renderAnimation(original)
    const { width, shape } = wish
    return renderRendition({
      original,
      watermark,
      format: formatFor(asset, wish),
      ...(width !== undefined && { width }),
      ...(shape !== undefined && { shape }),
    })
  }

  /** A frame that was lost is nothing to tell anybody of. */
  async #picture(asset: AssetRecord): Promise<Uint8Array | undefined> {
    if (!isVideo(asset)) return this.#storage.get(asset.storageKey)
    const poster = asset.posterKey === null ? undefined : await this.#storage.get(asset.posterKey)
    return poster ?? neutralPoster(asset)
  }
}

/** Where the renditions of an asset lie. */
export function renditionFolder(workspaceId: string, assetId: string): string {
  return `${workspaceId}/renditions/${assetId}`
}

/** Another name where another picture comes out; the number counts how they are made. */
const madeAs = 1

function renditionName(asset: AssetRecord, wish: RenditionWish, watermark: boolean): string {
  const size = wish.shape ?? wish.width ?? 'full'
  const what = isMoving(asset, wish) ? 'animation' : `${size}-${formatFor(asset, wish)}`
  return `${madeAs}-${what}${ofVideo(asset)}${watermark ? '-marked' : ''}`
}

/** Another frame is another picture. */
function ofVideo(asset: AssetRecord): string {
  if (!isVideo(asset)) return ''
  return `-${asset.posterKey?.split('/').at(-1) ?? 'neutral'}`
}

function isFilm(asset: AssetRecord, { width, shape, format }: RenditionWish): boolean {
  return isVideo(asset) && width === undefined && shape === undefined && format === undefined
}

function renditionType(asset: AssetRecord, wish: RenditionWish): string {
  return isMoving(asset, wish) ? asset.mediaType : `image/${formatFor(asset, wish)}`
}

function formatFor(asset: AssetRecord, wish: RenditionWish): RenditionFormat {
  return wish.format ?? formatOfMediaType(isVideo(asset) ? 'image/jpeg' : asset.mediaType)
}

function isMoving(asset: AssetRecord, wish: RenditionWish): boolean {
  return asset.animated && wish.animated === true
}
