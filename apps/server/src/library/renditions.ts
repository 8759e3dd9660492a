import { renderRendition } from '../images/renditions/render-rendition.ts'
import { Refusal } from '../refusal.ts'
import type { Storage } from '../storage/storage.ts'
import type { AssetRecord } from './asset-view.ts'
import { downloadName } from './file-name.ts'
import { type Rendition, RenditionCache } from './rendition-cache.ts'
import type { Turns } from './turns.ts'

const cacheBytesMax = 64 * 1024 * 1024

export interface RenditionWish {
  readonly width?: number | undefined
  readonly format?: 'png' | 'jpeg' | 'webp' | undefined
}

/** A rendition that can be made: its mark of identity first, so that an unchanged one is not made at all. */
export interface Content {
  readonly etag: string
  render(): Promise<Rendition>
  fileName(mediaType: string): string
}

/** What is served of pictures, kept for a while by picture, size, format and mark. */
export class Renditions {
  readonly #storage: Storage
  readonly #decoding: Turns
  readonly #cache = new RenditionCache(cacheBytesMax)

  constructor(storage: Storage, decoding: Turns) {
    this.#storage = storage
    this.#decoding = decoding
  }

  content(asset: AssetRecord, wish: RenditionWish, watermark: boolean): Content {
    const key = `${asset.id}-${wish.width ?? 'full'}-${wish.format ?? 'own'}${watermark ? '-marked' : ''}`
    const name = { ...asset, describedAs: asset.made?.prompt ?? asset.alt }
    return {
      etag: `"${key}"`,
      render: () =>
        this.#cache.get(`${asset.workspaceId}/${key}`, () =>
          this.#decoding.take(() => this.#render(asset, wish, watermark)),
        ),
      fileName: (mediaType) => downloadName(name, mediaType),
    }
  }

  async #render(asset: AssetRecord, wish: RenditionWish, watermark: boolean): Promise<Rendition> {
    const original = await this.#storage.get(asset.storageKey)
    if (original === undefined) {
      throw new Refusal('unavailable', 'This picture is missing from the storage. Tell support.')
    }
    const { width, format } = wish
    return renderRendition({
      original,
      watermark,
      ...(width !== undefined && { width }),
      ...(format !== undefined && { format }),
    })
  }
}
