import type { Asset, AssetChange, AssetSort, Assets, AssetUse } from '@rheos/contract'
import { and, arrayContains, eq, gte, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import { containsText } from '../db/contains-text.ts'
import type { Database } from '../db/database.ts'
import { newestFirst } from '../db/newest-first.ts'
import { assets, workspaces } from '../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Storage } from '../storage/storage.ts'
import { planColumns, planInForce } from '../workspaces/plan-in-force.ts'
import { afterCursor, cursorAt, nameColumn, orderBy } from './asset-order.ts'
import { assetView, isMarked } from './asset-view.ts'
import { logoStays } from './bulk.ts'
import { cleanFileName } from './file-name.ts'
import { inFolder } from './in-folder.ts'
import type { Brought, Intake } from './intake.ts'
import { type Content, Renditions, type RenditionWish } from './renditions.ts'
import { requireBrands } from './require-brands.ts'
import { requireFolder } from './require-folder.ts'
import type { Turns } from './turns.ts'
import { findUses } from './uses/find-uses.ts'
import { sourceOf } from './videos/byte-source.ts'

const promptOf = sql`${assets.made}->>'prompt'`

/** Which pictures are asked for; what is absent does not matter. */
export interface AssetFilter {
  readonly kind?: Asset['kind'] | undefined
  readonly mediaType?: string | undefined
  /** Pictures alone, or videos alone. */
  readonly media?: 'picture' | 'video' | undefined
  /** A brand that they are tagged with. */
  readonly brandId?: string | undefined
  /** `none`: those in no folder. With `q`, folders inside are searched too. */
  readonly folderId?: string | undefined
  readonly since?: number | undefined
  /** Only these. */
  readonly ids?: readonly string[] | undefined
  readonly q?: string | undefined
}

/**
 * The pictures and videos of a workspace. Originals are kept as they came, but for what a video told of
 * places; what is served of a picture is always a rendition.
 */
export class Library {
  readonly #database: Database
  readonly #clock: Clock
  readonly #intake: Intake
  readonly #renditions: Renditions

  constructor(options: {
    readonly database: Database
    readonly storage: Storage
    readonly clock: Clock
    readonly intake: Intake
    readonly decoding: Turns
  }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#intake = options.intake
    this.#renditions = new Renditions(options.storage, options.decoding)
  }

  async list(
    workspaceId: string,
    asked: AssetFilter & {
      readonly sort: AssetSort
      readonly limit: number
      readonly cursor?: string | undefined
    },
  ): Promise<Assets> {
    const { sort, limit, cursor } = asked
    const fitting = and(isNull(assets.deletedAt), ...fits(workspaceId, asked))
    const [found, total] = await Promise.all([
      this.#select(workspaceId, and(fitting, afterCursor(sort, cursor)), orderBy(sort), limit + 1),
      cursor === undefined ? this.#count(workspaceId, fitting) : null,
    ])
    const last = found.length > limit ? found[limit - 1] : undefined
    return {
      items: found.slice(0, limit).map(({ asset, plan }) => assetView(asset, plan)),
      next: last === undefined ? null : cursorAt(sort, { ...last.asset, name: last.name }),
      total,
    }
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

  /** Keeps a picture or video that a person brings. */
  async upload(brought: Brought, bytes: Uint8Array): Promise<Asset> {
    const { workspaceId, brandIds, folderId } = brought
    await requireBrands(this.#database.db, workspaceId, brandIds)
    await requireFolder(this.#database.db, workspaceId, folderId)
    return this.get(workspaceId, await this.#intake.bring(brought, sourceOf(bytes)))
  }

  async change(workspaceId: string, assetId: string, change: AssetChange): Promise<Asset> {
    const { alt, fileName, brandIds, folderId } = change
    const { db } = this.#database
    await requireBrands(db, workspaceId, brandIds ?? [])
    await requireFolder(db, workspaceId, folderId)
    const name = fileName === undefined ? undefined : cleanFileName(fileName)
    if (fileName !== undefined && name === undefined)
      throw new Refusal('invalid_request', 'A name needs a letter or a number: choose another one.')
    const set = {
      ...(alt !== undefined && { alt }),
      ...(name !== undefined && { fileName: name }),
      ...(brandIds !== undefined && { brandIds: [...new Set(brandIds)] }),
      ...(folderId !== undefined && { folderId, movedFrom: null }),
    }
    if (Object.keys(set).length > 0) {
      await db
        .update(assets)
        .set(set)
        .where(and(thisAsset(workspaceId, assetId), isNull(assets.deletedAt)))
    }
    return this.get(workspaceId, assetId)
  }

  /** Can be undone by {@link restore}; the original stays in the storage. A brand's logo stays. */
  async delete(workspaceId: string, assetId: string): Promise<void> {
    const uses = await findUses(this.#database.db, workspaceId, [assetId])
    const logo = uses.find(({ kind }) => kind === 'brand')
    if (logo !== undefined) throw new Refusal('conflict', logoStays(logo.title))
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

  /** Where a picture is used. */
  async uses(workspaceId: string, assetId: string): Promise<AssetUse[]> {
    await this.#find(workspaceId, assetId)
    return findUses(this.#database.db, workspaceId, [assetId])
  }

  /**
   * What is served of an asset. Whether it carries the mark is the workspace's plan at this moment,
   * so an upgrade lifts it at once and the meter is not asked.
   */
  async content(workspaceId: string, assetId: string, wish: RenditionWish): Promise<Content> {
    const [found] = await this.#select(workspaceId, eq(assets.id, assetId), undefined, 1)
    if (found === undefined) throw notFound('picture')
    const { asset, plan } = found
    // A post goes on showing what it has, until somebody takes it out there.
    if (asset.deletedAt !== null && (await this.#isUnused(workspaceId, assetId)))
      throw notFound('picture')
    return this.#renditions.content(asset, wish, isMarked(asset, plan))
  }

  async #isUnused(workspaceId: string, assetId: string): Promise<boolean> {
    return (await findUses(this.#database.db, workspaceId, [assetId])).length === 0
  }

  async #find(workspaceId: string, assetId: string) {
    const which = and(eq(assets.id, assetId), isNull(assets.deletedAt))
    const [found] = await this.#select(workspaceId, which, undefined, 1)
    if (found === undefined) throw notFound('picture')
    return found
  }

  async #count(workspaceId: string, which: SQL | undefined): Promise<number> {
    return this.#database.db.$count(assets, and(eq(assets.workspaceId, workspaceId), which))
  }

  /** Assets with the plan of their workspace, which decides on the mark: one statement. */
  async #select(
    workspaceId: string,
    which: SQL | undefined,
    order: readonly SQL[] = newestFirst(assets.createdAt, assets.id),
    limit?: number,
  ) {
    const select = this.#database.db
      .select({ asset: assets, name: nameColumn, ...planColumns })
      .from(assets)
      .innerJoin(workspaces, eq(workspaces.id, assets.workspaceId))
      .where(and(eq(assets.workspaceId, workspaceId), which))
      .orderBy(...order)
    const found = await (limit === undefined ? select : select.limit(limit))
    const now = this.#clock()
    return found.map(({ asset, name, ...row }) => ({ asset, name, plan: planInForce(row, now) }))
  }
}

const ofMedia = { picture: isNull(assets.durationMs), video: isNotNull(assets.durationMs) }

function fits(workspaceId: string, filter: AssetFilter): (SQL | undefined)[] {
  const { kind, mediaType, media, brandId, folderId, since, ids, q } = filter
  return [
    kind && eq(assets.kind, kind),
    mediaType === undefined ? undefined : eq(assets.mediaType, mediaType),
    media === undefined ? undefined : ofMedia[media],
    brandId === undefined ? undefined : arrayContains(assets.brandIds, [brandId]),
    inFolder(workspaceId, folderId, { andInside: (q ?? '') !== '' }),
    since === undefined ? undefined : gte(assets.createdAt, since),
    ids === undefined ? undefined : inArray(assets.id, [...ids]),
    containsText(q, [assets.alt, assets.fileName, promptOf]),
  ]
}

function thisAsset(workspaceId: string, assetId: string): SQL | undefined {
  return and(eq(assets.workspaceId, workspaceId), eq(assets.id, assetId))
}
