import {
  type Asset,
  type Design,
  type DesignLayout,
  type DesignLook,
  designSchema,
} from '@rheos/contract'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { loadBrief } from '../brands/brief.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { assets, workspaces } from '../db/schema.ts'
import { newAssetRow, originalKey } from '../library/asset-row.ts'
import type { Library } from '../library/library.ts'
import { type Painted, RenditionCache } from '../library/rendition-cache.ts'
import { Turns } from '../library/turns.ts'
import type { BrandBrief } from '../models/brand-brief.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Storage } from '../storage/storage.ts'
import { planColumns, planInForce } from '../workspaces/plan-in-force.ts'
import { cutPicture, loadPicture } from './background.ts'
import { designAlt } from './design-alt.ts'
import { designLayoutRules } from './design-layouts.ts'
import { designLookOf } from './design-look.ts'
import { designPrint } from './design-print.ts'
import type { DesignRenderer } from './design-renderer.ts'
import { designSizes } from './design-sizes.ts'

const previewBytesMax = 24 * 1024 * 1024
const pictureBytesMax = 48 * 1024 * 1024
const exampleWidth = 320
/** Pictures painted at once. */
const paintingMax = 4

/** A design with all that it is painted from. */
export interface ReadyDesign {
  readonly design: Design
  readonly brand: BrandBrief | undefined
  readonly picture: Uint8Array | undefined
  readonly print: string
}

/** Text on the brand's colours: costs nothing, and no model is asked. */
export class Designs {
  readonly #database: Database
  readonly #storage: Storage
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #library: Library
  readonly #renderer: DesignRenderer
  readonly #painting = new Turns(paintingMax)
  readonly #previews = new RenditionCache<Painted>(previewBytesMax)
  readonly #pictures = new RenditionCache<Painted>(pictureBytesMax)

  constructor(options: {
    readonly database: Database
    readonly storage: Storage
    readonly clock: Clock
    readonly newId: () => string
    readonly library: Library
    readonly renderer: DesignRenderer
  }) {
    this.#database = options.database
    this.#storage = options.storage
    this.#clock = options.clock
    this.#newId = options.newId
    this.#library = options.library
    this.#renderer = options.renderer
  }

  async look(workspaceId: string, brandId: string | undefined): Promise<DesignLook> {
    return designLookOf(await this.#brand(workspaceId, brandId))
  }

  /** A layout with its own example words, small. */
  async example(
    workspaceId: string,
    layout: DesignLayout,
    look: {
      readonly brandId?: string | undefined
      readonly palette?: Design['palette'] | undefined
      readonly font?: Design['font'] | undefined
    },
  ): Promise<Painted> {
    const { fields } = designLayoutRules[layout]
    const text = Object.fromEntries(fields.map(({ name, example }) => [name, example]))
    const design = designSchema.parse({ ...look, layout, text })
    const [ready] = await this.ready(workspaceId, [design])
    if (ready === undefined) throw new Error('A design was asked for and not made ready.')
    return this.rendition(workspaceId, ready, { width: exampleWidth, marked: false })
  }

  /** How it would look, with the mark where the plan has one. Nothing is kept. */
  async preview(workspaceId: string, design: Design, width?: number): Promise<Painted> {
    const [ready] = await this.ready(workspaceId, [design])
    if (ready === undefined) throw new Error('A design was asked for and not made ready.')
    return this.rendition(workspaceId, ready, { width, marked: await this.isMarked(workspaceId) })
  }

  /** Keeps it in the library, with what it is made of. */
  async create(
    who: { readonly workspaceId: string; readonly memberId: string },
    design: Design,
    parentId?: string,
  ): Promise<Asset> {
    if (Object.values(design.text).every((text) => text === ''))
      throw new Refusal('invalid_request', 'There is nothing to set: write something first.')
    if (parentId !== undefined) await this.#library.get(who.workspaceId, parentId)
    const [ready] = await this.ready(who.workspaceId, [design])
    if (ready === undefined) throw new Error('A design was asked for and not made ready.')
    const id = await this.keep(who, ready, { kind: 'design', parentId: parentId ?? null })
    return this.#library.get(who.workspaceId, id)
  }

  /** What a design of the library is made of. */
  async recipe(workspaceId: string, assetId: string): Promise<Design> {
    const [found] = await this.#database.db
      .select({ design: assets.design })
      .from(assets)
      .where(
        and(eq(assets.workspaceId, workspaceId), eq(assets.id, assetId), isNull(assets.deletedAt)),
      )
    if (found === undefined || found.design === null) throw notFound('design')
    return found.design
  }

  /** Reads once what several designs of one brand are painted from. */
  async ready(workspaceId: string, designs: readonly Design[]): Promise<readonly ReadyDesign[]> {
    const brand = await this.#brand(workspaceId, designs[0]?.brandId ?? undefined)
    return Promise.all(
      designs.map(async (design) => ({
        design,
        brand,
        picture: await this.#picture(workspaceId, design),
        print: designPrint(design, brand),
      })),
    )
  }

  /** Painted once for each look, size and mark. */
  rendition(
    workspaceId: string,
    { design, brand, picture, print }: ReadyDesign,
    wish: { readonly width?: number | undefined; readonly marked: boolean },
  ): Promise<Painted> {
    const key = `${workspaceId}/${print}-${wish.width ?? 'full'}${wish.marked ? '-marked' : ''}`
    return this.#previews.get(key, () =>
      this.#painting.take(() => this.#renderer.render(design, { brand, picture, ...wish })),
    )
  }

  async isMarked(workspaceId: string): Promise<boolean> {
    const [row] = await this.#database.db
      .select(planColumns)
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId))
    return row === undefined || planInForce(row, this.#clock()).watermark
  }

  /** Paints it without the mark, which is a matter of what is served, and keeps it as an asset. */
  async keep(
    who: { readonly workspaceId: string; readonly memberId: string },
    ready: ReadyDesign,
    as: { readonly kind: 'design' | 'slide'; readonly parentId: string | null },
  ): Promise<string> {
    const { design, brand, picture, print } = ready
    const painted = await this.#painting.take(() =>
      this.#renderer.render(design, { brand, picture, marked: false }),
    )
    const id = this.#newId()
    await this.#storage.put(originalKey(who.workspaceId, id), painted.bytes)
    const row = newAssetRow({
      ...as,
      workspaceId: who.workspaceId,
      id,
      mediaType: painted.mediaType,
      width: painted.width,
      height: painted.height,
      bytes: painted.bytes.byteLength,
      alt: designAlt(design, brand),
      brandId: design.brandId,
      design,
      designPrint: print,
      createdBy: who.memberId,
      createdAt: this.#clock(),
    })
    try {
      await this.#database.db.insert(assets).values(row)
    } catch (error) {
      await this.#storage.delete(row.storageKey)
      throw error
    }
    return id
  }

  /** Slides of the library by the print of what they were painted from. */
  async kept(workspaceId: string, prints: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.#database.db
      .select({ id: assets.id, print: assets.designPrint })
      .from(assets)
      .where(
        and(
          eq(assets.workspaceId, workspaceId),
          inArray(assets.designPrint, [...prints]),
          eq(assets.kind, 'slide'),
          isNull(assets.deletedAt),
        ),
      )
    return new Map(found.map(({ id, print }) => [print ?? '', id]))
  }

  async #brand(workspaceId: string, brandId: string | undefined): Promise<BrandBrief | undefined> {
    if (brandId === undefined) return undefined
    const from = { db: this.#database.db, storage: this.#storage }
    const brand = await loadBrief(from, workspaceId, brandId)
    if (brand === undefined) throw notFound('brand')
    return brand
  }

  async #picture(workspaceId: string, design: Design): Promise<Uint8Array | undefined> {
    const { backgroundId, aspect } = design
    if (backgroundId === null) return undefined
    const from = { db: this.#database.db, storage: this.#storage }
    const bytes = await loadPicture(from, workspaceId, backgroundId)
    const cut = await this.#pictures.get(`${workspaceId}/${backgroundId}-${aspect}`, async () => ({
      bytes: await this.#painting.take(() => cutPicture(bytes, designSizes[aspect])),
      mediaType: 'image/png',
    }))
    return cut.bytes
  }
}
