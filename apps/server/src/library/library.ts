import type { Asset, AssetChange, Assets } from '@rheos/contract'
import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { requireBrand } from '../brands/require-brand.ts'
import type { Clock } from '../clock.ts'
import { containsText } from '../db/contains-text.ts'
import type { Database } from '../db/database.ts'
import { newestFirst, olderThan, pageFrom } from '../db/newest-first.ts'
import { assets, brands, workspaces } from '../db/schema.ts'
import { inspectUpload } from '../images/renditions/inspect-upload.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Storage } from '../storage/storage.ts'
import { planColumns, planInForce } from '../workspaces/plan-in-force.ts'
import { newAssetRow, originalKey } from './asset-row.ts'
import { assetView, isMarked } from './asset-view.ts'
import { cleanFileName } from './file-name.ts'
import { type Content, Renditions, type RenditionWish } from './renditions.ts'
import { Turns } from './turns.ts'

const promptOf = sql`${assets.made}->>'prompt'`

/** Pictures decoded at once: a large one takes some 120 MB while it is. */
const decodingMax = 4

/** The pictures of a workspace. Originals are kept as they came; what is served is always a rendition. */
export class Library {
  readonly #database: Database
  readonly #storage: Storage
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #decoding = new Turns(decodingMax)
  readonly #renditions: Renditions

  constructor(options: {
    readonly database: Database
    readonly storage: Storage
    readonly clock: Clock
    readonly newId: () => string
  }) {
    this.#database = options.database
    this.#storage = options.storage
    this.#clock = options.clock
    this.#newId = options.newId
    this.#renditions = new Renditions(options.storage, this.#decoding)
  }

  /** Newest first. */
  async list(
    workspaceId: string,
    filter: {
      readonly kind?: Asset['kind'] | undefined
      readonly brandId?: string | undefined
      readonly q?: string | undefined
      readonly limit: number
      readonly cursor?: string | undefined
    },
  ): Promise<Assets> {
    const found = await this.#select(
      workspaceId,
      and(
        isNull(assets.deletedAt),
        filter.kind && eq(assets.kind, filter.kind),
        filter.brandId === undefined ? undefined : eq(assets.brandId, filter.brandId),
        containsText(filter.q, [assets.alt, assets.fileName, promptOf]),
        olderThan(filter.cursor, assets.createdAt, assets.id),
      ),
      filter.limit + 1,
    )
    const { items, next } = pageFrom(found, filter.limit, ({ asset }) => ({
      at: asset.createdAt,
      id: asset.id,
    }))
    return { items: items.map(({ asset, plan }) => assetView(asset, plan)), next }
  }

  async get(workspaceId: string, assetId: string): Promise<Asset> {
    const { asset, plan } = await this.#find(workspaceId, assetId)
    return assetView(asset, plan)
  }

  /** What was delivered by each of these generations, in the order it was drawn. */
  async ofGenerations(
    workspaceId: string,
    generationIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Asset[]>> {
    const delivered = new Map<string, Asset[]>(generationIds.map((id) => [id, []]))
    if (generationIds.length === 0) return delivered
    const found = await this.#select(
      workspaceId,
      and(
        inArray(assets.generationId, [...generationIds]),
        eq(assets.kind, 'generated'),
        isNull(assets.deletedAt),
      ),
    )
    found.sort((a, b) => (a.asset.made?.seed ?? 0) - (b.asset.made?.seed ?? 0))
    for (const { asset, plan } of found) {
      delivered.get(asset.generationId ?? '')?.push(assetView(asset, plan))
    }
    return delivered
  }

  /** Keeps a picture that a person brings. What it is, is told from its bytes. */
  async upload(
    workspaceId: string,
    upload: {
      readonly bytes: Uint8Array
      readonly fileName: string
      readonly alt?: string | undefined
      readonly brandId?: string | undefined
      readonly memberId: string
    },
  ): Promise<Asset> {
    const inspected = await this.#decoding.take(() => inspectUpload(upload.bytes))
    if (!inspected.ok) throw new Refusal(inspected.code, inspected.detail)
    if (upload.brandId !== undefined) {
      await requireBrand(this.#database.db, workspaceId, upload.brandId)
    }
    const id = this.#newId()
    await this.#storage.put(originalKey(workspaceId, id), upload.bytes)
    const row = newAssetRow({
      workspaceId,
      id,
      kind: 'upload',
      mediaType: inspected.mediaType,
      width: inspected.width,
      height: inspected.height,
      bytes: upload.bytes.byteLength,
      alt: upload.alt ?? '',
      fileName: cleanFileName(upload.fileName) ?? null,
      brandId: upload.brandId ?? null,
      createdBy: upload.memberId,
      createdAt: this.#clock(),
    })
    try {
      await this.#database.db.insert(assets).values(row)
    } catch (error) {
      await this.#storage.delete(row.storageKey)
      throw error
    }
    return this.get(workspaceId, id)
  }

  async change(workspaceId: string, assetId: string, change: AssetChange): Promise<Asset> {
    if (typeof change.brandId === 'string') {
      await requireBrand(this.#database.db, workspaceId, change.brandId)
    }
    const set = {
      ...(change.alt !== undefined && { alt: change.alt }),
      ...(change.brandId !== undefined && { brandId: change.brandId }),
    }
    if (Object.keys(set).length > 0) {
      await this.#database.db
        .update(assets)
        .set(set)
        .where(and(thisAsset(workspaceId, assetId), isNull(assets.deletedAt)))
    }
    return this.get(workspaceId, assetId)
  }

  /** Can be undone by {@link restore}; the original stays in the storage. A brand's logo stays. */
  async delete(workspaceId: string, assetId: string): Promise<void> {
    await this.#refuseLogo(workspaceId, assetId)
    const deleted = await this.#database.db
      .update(assets)
      .set({ deletedAt: this.#clock() })
      .where(and(thisAsset(workspaceId, assetId), isNull(assets.deletedAt)))
      .returning({ id: assets.id })
    if (deleted.length === 0) throw notFound('picture')
  }

  async restore(workspaceId: string, assetId: string): Promise<Asset> {
    await this.#database.db
      .update(assets)
      .set({ deletedAt: null })
      .where(and(thisAsset(workspaceId, assetId), isNotNull(assets.deletedAt)))
    return this.get(workspaceId, assetId)
  }

  /**
   * What is served of an asset. Whether it carries the mark is the workspace's plan at this moment,
   * so an upgrade lifts it at once and the meter is not asked.
   */
  async content(workspaceId: string, assetId: string, wish: RenditionWish): Promise<Content> {
    const { asset, plan } = await this.#find(workspaceId, assetId)
    return this.#renditions.content(asset, wish, isMarked(asset, plan))
  }

  async #refuseLogo(workspaceId: string, assetId: string): Promise<void> {
    const [brand] = await this.#database.db
      .select({ name: brands.name })
      .from(brands)
      .where(
        and(
          eq(brands.workspaceId, workspaceId),
          eq(brands.logoAssetId, assetId),
          isNull(brands.deletedAt),
        ),
      )
      .limit(1)
    if (brand === undefined) return
    throw new Refusal(
      'conflict',
      `This picture is the logo of “${brand.name}”. Choose another logo there first, then delete it.`,
    )
  }

  async #find(workspaceId: string, assetId: string) {
    const [found] = await this.#select(
      workspaceId,
      and(eq(assets.id, assetId), isNull(assets.deletedAt)),
      1,
    )
    if (found === undefined) throw notFound('picture')
    return found
  }

  /** Assets with the plan of their workspace, which decides on the mark: one statement. */
  async #select(workspaceId: string, which: SQL | undefined, limit?: number) {
    const select = this.#database.db
      .select({ asset: assets, ...planColumns })
      .from(assets)
      .innerJoin(workspaces, eq(workspaces.id, assets.workspaceId))
      .where(and(eq(assets.workspaceId, workspaceId), which))
      .orderBy(...newestFirst(assets.createdAt, assets.id))
    const found = await (limit === undefined ? select : select.limit(limit))
    const now = this.#clock()
    return found.map(({ asset, ...row }) => ({ asset, plan: planInForce(row, now) }))
  }
}

function thisAsset(workspaceId: string, assetId: string): SQL | undefined {
  return and(eq(assets.workspaceId, workspaceId), eq(assets.id, assetId))
}
