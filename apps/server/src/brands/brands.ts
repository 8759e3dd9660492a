import type { Brand, BrandChange, NewBrand } from '@rheos/contract'
import { and, asc, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import { assets, brands, workspaces } from '../db/schema.ts'
import { assertPicture } from '../library/require-picture.ts'
import { type Plan, planWithMoreBrands } from '../plans/plans.ts'
import { disconnectBrand } from '../publishing/social-accounts/disconnect.ts'
import { notFound, Refusal } from '../refusal.ts'
import { planColumns, planInForce } from '../workspaces/plan-in-force.ts'
import { type BrandValues, originsAfter } from './brand-fields.ts'
import { type BrandRecord, brandView } from './brand-view.ts'
import { identityOf, isComposed } from './identity-of.ts'
import { parseWebsiteAddress } from './import/website-import.ts'
import { unreadBrand } from './unread-brand.ts'

/** The brands of a workspace: what Rheos knows of how they sound and look. */
export class Brands {
  readonly #database: Database
  readonly #clock: Clock
  readonly #newId: () => string

  constructor(options: {
    readonly database: Database
    readonly clock: Clock
    readonly newId: () => string
  }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#newId = options.newId
  }

  /** Pinned ones first, then in the order they were made. */
  async list(workspaceId: string): Promise<Brand[]> {
    const found = await this.#database.db
      .select()
      .from(brands)
      .where(and(eq(brands.workspaceId, workspaceId), isNull(brands.deletedAt)))
      .orderBy(desc(brands.pinned), asc(brands.createdAt), asc(brands.id))
    return found.map(brandView)
  }

  async get(workspaceId: string, brandId: string): Promise<Brand> {
    const [found] = await this.#database.db
      .select()
      .from(brands)
      .where(and(thisBrand(workspaceId, brandId), isNull(brands.deletedAt)))
    if (found === undefined) throw notFound('brand')
    return brandView(found)
  }

  /** Takes the place of one that is empty because its website could not be read. */
  async create(workspaceId: string, brand: NewBrand): Promise<Brand> {
    const kind = brand.kind ?? 'business'
    const website = websiteFrom(brand.website)
    const now = this.#clock()
    const values = {
      name: brand.name || nameFor(website, kind),
      website,
      origins: originsOf(brand),
      updatedAt: now,
    }
    return this.#database.transaction(async (tx) => {
      const plan = await this.#lockPlan(tx, workspaceId)
      const unread = await unreadBrand(tx, workspaceId, kind)
      if (unread !== undefined) {
        const taken = await lockBrand(tx, workspaceId, unread)
        return brandView(await writeBrand(tx, taken, values))
      }
      await assertRoom(tx, workspaceId, plan, kind)
      const [made] = await tx.db
        .insert(brands)
        .values({ workspaceId, id: this.#newId(), kind, ...values, createdAt: now })
        .returning()
      if (made === undefined) throw new Error('A brand was inserted and not returned.')
      return brandView(made)
    })
  }

  /** Every field given counts as edited by hand; a `revision` that is not the present one is refused. */
  async change(workspaceId: string, brandId: string, change: BrandChange): Promise<Brand> {
    const { revision, pinned, website, logoAssetId, logoOnDark, logoIcon, ...more } = change
    const { lines, avoidedWords, ...fields } = more
    const address = website === undefined ? undefined : websiteFrom(website)
    return this.#database.transaction(async (tx) => {
      const brand = await lockBrand(tx, workspaceId, brandId)
      if (revision !== undefined && revision !== brand.revision) throw editedElsewhere(brand)
      await assertPictures(tx, workspaceId, [logoAssetId, logoOnDark?.assetId, logoIcon?.assetId])
      const values = {
        ...given(fields),
        ...(address !== undefined && { website: address }),
        ...(logoAssetId !== undefined && { logoAssetId }),
      }
      const written = await writeBrand(tx, brand, {
        ...values,
        ...(isComposed(brand) && { identity: identityOf({ ...brand, ...values }) }),
        ...(values.identity !== undefined && { identity: values.identity }),
        ...(pinned !== undefined && { pinned }),
        ...otherLogos(logoOnDark, logoIcon),
        lines: linesOf({ ...brand, ...values }, lines),
        ...(avoidedWords && { avoidedWords: avoidedWords.map(wordOf) }),
        origins: originsAfter(brand, values, 'hand'),
        updatedAt: this.#clock(),
      })
      return brandView(written)
    })
  }

  /** Can be undone by {@link restore}. */
  async delete(workspaceId: string, brandId: string): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const deleted = await tx.db
        .update(brands)
        .set({ deletedAt: this.#clock() })
        .where(and(thisBrand(workspaceId, brandId), isNull(brands.deletedAt)))
        .returning({ id: brands.id })
      if (deleted.length === 0) throw notFound('brand')
      await disconnectBrand(tx, { workspaceId, brandId }, this.#clock())
    })
  }

  async restore(workspaceId: string, brandId: string): Promise<Brand> {
    await this.#database.transaction(async (tx) => {
      const [deleted] = await tx.db
        .select({ kind: brands.kind })
        .from(brands)
        .where(and(thisBrand(workspaceId, brandId), isNotNull(brands.deletedAt)))
      if (deleted === undefined) return
      const plan = await this.#lockPlan(tx, workspaceId)
      await assertRoom(tx, workspaceId, plan, deleted.kind)
      await tx.db
        .update(brands)
        .set({ deletedAt: null, updatedAt: this.#clock() })
        .where(thisBrand(workspaceId, brandId))
    })
    return this.get(workspaceId, brandId)
  }

  /** The workspace's row is locked, so that two brands made at once are counted one after the other. */
  async #lockPlan(tx: Transaction, workspaceId: string): Promise<Plan> {
    const [workspace] = await tx.db
      .select(planColumns)
      .from(workspaces)
      .where(and(eq(workspaces.id, workspaceId), isNull(workspaces.deletedAt)))
      .for('update')
    if (workspace === undefined) throw notFound('workspace')
    return planInForce(workspace, this.#clock())
  }
}

async function assertRoom(
  tx: Transaction,
  workspaceId: string,
  plan: Plan,
  kind: BrandRecord['kind'],
): Promise<void> {
  const [present] = await tx.db
    .select({ number: count() })
    .from(brands)
    .where(
      and(eq(brands.workspaceId, workspaceId), eq(brands.kind, kind), isNull(brands.deletedAt)),
    )
  const max = plan.brands[kind]
  if ((present?.number ?? 0) < max) return
  const more = planWithMoreBrands(plan, kind)
  throw new Refusal(
    'plan_limit',
    [
      `Your plan has ${max} ${kind} ${max === 1 ? 'brand' : 'brands'}.`,
      ...(more === undefined ? [] : [`${more.name} has ${more.brands[kind]}.`]),
    ].join(' '),
  )
}

/** Locks a brand for a change. */
export async function lockBrand(
  tx: Transaction,
  workspaceId: string,
  brandId: string,
): Promise<BrandRecord> {
  const [brand] = await tx.db
    .select()
    .from(brands)
    .where(and(thisBrand(workspaceId, brandId), isNull(brands.deletedAt)))
    .for('update')
  if (brand === undefined) throw notFound('brand')
  return brand
}

/** Writes a locked brand; its revision counts up. */
export async function writeBrand(
  tx: Transaction,
  brand: BrandRecord,
  values: BrandValues &
    Pick<BrandRecord, 'origins' | 'updatedAt'> &
    Partial<Omit<BrandRecord, 'workspaceId' | 'id' | 'kind' | 'revision'>>,
): Promise<BrandRecord> {
  const [written] = await tx.db
    .update(brands)
    .set({ ...values, revision: brand.revision + 1 })
    .where(thisBrand(brand.workspaceId, brand.id))
    .returning()
  if (written === undefined) throw new Error('A locked brand was not there to be written.')
  return written
}

function thisBrand(workspaceId: string, brandId: string) {
  return and(eq(brands.workspaceId, workspaceId), eq(brands.id, brandId))
}

function editedElsewhere(brand: BrandRecord): Refusal {
  return new Refusal(
    'edited_elsewhere',
    `“${brand.name}” was changed elsewhere meanwhile. Load it again, then make your change.`,
  )
}

async function assertPictures(
  tx: Transaction,
  workspaceId: string,
  given: readonly (string | null | undefined)[],
): Promise<void> {
  const ids = [...new Set(given.filter((id) => typeof id === 'string'))]
  if (ids.length === 0) return
  const found = await tx.db
    .select({ durationMs: assets.durationMs })
    .from(assets)
    .where(
      and(eq(assets.workspaceId, workspaceId), inArray(assets.id, ids), isNull(assets.deletedAt)),
    )
  if (found.length < ids.length) throw notFound('picture')
  found.forEach(assertPicture)
}

type OtherLogo = BrandChange['logoIcon']

/** The columns of the logos for dark grounds and small places, where they are given. */
function otherLogos(onDark: OtherLogo, icon: OtherLogo): Partial<BrandRecord> {
  return {
    ...(onDark !== undefined && {
      logoOnDarkId: onDark?.assetId ?? null,
      logoOnDarkAlt: onDark?.alt ?? '',
    }),
    ...(icon !== undefined && {
      logoIconId: icon?.assetId ?? null,
      logoIconAlt: icon?.alt ?? '',
    }),
  }
}

function wordOf({ word, instead = '' }: NonNullable<BrandChange['avoidedWords']>[number]) {
  return { word, instead }
}

/** A line belongs to an audience or theme: it goes with it, and none is kept for what is not there. */
function linesOf(brand: BrandRecord, given: BrandChange['lines']): BrandRecord['lines'] {
  const pick = (names: readonly string[], lines: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const line = Object.hasOwn(lines, name) ? lines[name] : undefined
        return line ? [[name, line]] : []
      }),
    )
  const lines = given ?? brand.lines
  return {
    audience: pick(brand.audience, lines.audience),
    themes: pick(brand.themes, lines.themes),
  }
}

function websiteFrom(given: string | null | undefined): string | null {
  if (given === null || given === undefined || given === '') return null
  const address = parseWebsiteAddress(given)
  if (!address.ok) throw new Refusal(address.code, address.detail)
  return address.url
}

/** An address beside a name was given by hand; alone it is what is to be read. */
function originsOf({ name, website }: NewBrand): BrandRecord['origins'] {
  if (!name) return {}
  return { name: 'hand', ...(website && { website: 'hand' }) }
}

/** A brand without a name yet is called for its website; nobody wrote it, so an import may. */
function nameFor(website: string | null, kind: BrandRecord['kind']): string {
  if (website !== null) return new URL(website).hostname.replace(/^www\./, '')
  return kind === 'personal' ? 'My personal brand' : 'My brand'
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Given<T>
}
