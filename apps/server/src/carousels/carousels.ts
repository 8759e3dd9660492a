import {
  type Asset,
  type Carousel,
  type CarouselChange,
  type Carousels as CarouselPage,
  carouselLookSchema,
  type NewCarousel,
  type SlidePreview,
  slidePreviewSchema,
  slideSchema,
} from '@rheos/contract'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { requireBrand } from '../brands/require-brand.ts'
import type { Clock } from '../clock.ts'
import { carouselsTable as carousels } from '../db/carousels-table.ts'
import { containsText } from '../db/contains-text.ts'
import type { Database } from '../db/database.ts'
import { newestFirst, olderThan, pageFrom } from '../db/newest-first.ts'
import { brands } from '../db/schema.ts'
import type { Designs, ReadyDesign } from '../designs/designs.ts'
import type { Library } from '../library/library.ts'
import type { Painted } from '../library/rendition-cache.ts'
import { notFound, Refusal } from '../refusal.ts'
import { type CarouselRecord, carouselView } from './carousel-view.ts'
import { carouselFileName, type Exported, type ExportFormat } from './exported.ts'
import { pdfOf } from './pdf-of.ts'
import { placesOf, slideDesign } from './slide-design.ts'
import { zipOf } from './zip-of.ts'

/** Slides that go out together. Editing, painting and exporting them costs nothing. */
export class Carousels {
  readonly #database: Database
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #designs: Designs
  readonly #library: Library

  constructor(options: {
    readonly database: Database
    readonly clock: Clock
    readonly newId: () => string
    readonly designs: Designs
    readonly library: Library
  }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#newId = options.newId
    this.#designs = options.designs
    this.#library = options.library
  }

  /** The most recently changed first. */
  async list(
    workspaceId: string,
    filter: {
      readonly brandId?: string | undefined
      readonly q?: string | undefined
      readonly limit: number
      readonly cursor?: string | undefined
    },
  ): Promise<CarouselPage> {
    const found = await this.#database.db
      .select()
      .from(carousels)
      .where(
        and(
          eq(carousels.workspaceId, workspaceId),
          isNull(carousels.deletedAt),
          filter.brandId === undefined ? undefined : eq(carousels.brandId, filter.brandId),
          containsText(filter.q, [carousels.title]),
          olderThan(filter.cursor, carousels.updatedAt, carousels.id),
        ),
      )
      .orderBy(...newestFirst(carousels.updatedAt, carousels.id))
      .limit(filter.limit + 1)
    const { items, next } = pageFrom(found, filter.limit, ({ updatedAt, id }) => ({
      at: updatedAt,
      id,
    }))
    return { items: items.map(carouselView), next }
  }

  async get(workspaceId: string, carouselId: string): Promise<Carousel> {
    return carouselView(await this.#find(workspaceId, carouselId))
  }

  async create(workspaceId: string, memberId: string, given: NewCarousel): Promise<Carousel> {
    if (typeof given.brandId === 'string')
      await requireBrand(this.#database.db, workspaceId, given.brandId)
    const now = this.#clock()
    const [made] = await this.#database.db
      .insert(carousels)
      .values({
        workspaceId,
        id: this.#newId(),
        brandId: given.brandId ?? null,
        title: given.title ?? '',
        structureId: given.structureId ?? null,
        look: carouselLookSchema.parse(given.look ?? {}),
        slides: given.slides.map((slide) => slideSchema.parse(slide)),
        createdBy: memberId,
        createdAt: now,
        updatedAt: now,
      })
      .returning()
    if (made === undefined) throw new Error('A carousel was inserted and not returned.')
    return carouselView(made)
  }

  /** A `revision` that is not the present one is refused: somebody else edited meanwhile. */
  async change(workspaceId: string, carouselId: string, change: CarouselChange): Promise<Carousel> {
    if (typeof change.brandId === 'string')
      await requireBrand(this.#database.db, workspaceId, change.brandId)
    return this.#database.transaction(async (tx) => {
      const [carousel] = await tx.db
        .select()
        .from(carousels)
        .where(and(thisCarousel(workspaceId, carouselId), isNull(carousels.deletedAt)))
        .for('update')
      if (carousel === undefined) throw notFound('carousel')
      if (change.revision !== undefined && change.revision !== carousel.revision) {
        throw new Refusal(
          'edited_elsewhere',
          'This carousel was changed elsewhere meanwhile. Load it again, or copy your text first.',
        )
      }
      const [written] = await tx.db
        .update(carousels)
        .set({
          ...changed(change),
          revision: carousel.revision + 1,
          updatedAt: this.#clock(),
        })
        .where(thisCarousel(workspaceId, carouselId))
        .returning()
      if (written === undefined) throw new Error('A locked carousel was not there to be written.')
      return carouselView(written)
    })
  }

  /** Can be undone by {@link restore}. */
  async delete(workspaceId: string, carouselId: string): Promise<void> {
    const deleted = await this.#database.db
      .update(carousels)
      .set({ deletedAt: this.#clock() })
      .where(and(thisCarousel(workspaceId, carouselId), isNull(carousels.deletedAt)))
      .returning({ id: carousels.id })
    if (deleted.length === 0) throw notFound('carousel')
  }

  async restore(workspaceId: string, carouselId: string): Promise<Carousel> {
    await this.#database.db
      .update(carousels)
      .set({ deletedAt: null })
      .where(and(thisCarousel(workspaceId, carouselId), isNotNull(carousels.deletedAt)))
    return this.get(workspaceId, carouselId)
  }

  /** How a slide would look, kept or not. */
  async preview(workspaceId: string, given: SlidePreview): Promise<Painted> {
    const { brandId, look, slide, width, ...place } = slidePreviewSchema.parse(given)
    const language = await this.#languageOf(workspaceId, brandId)
    const design = slideDesign({ brandId, look, language }, slide, place)
    return this.#designs.preview(workspaceId, design, width)
  }

  /** Its slides as pictures of the library, in order; what is unchanged since the last time is the same. */
  async toAssets(
    who: { readonly workspaceId: string; readonly memberId: string },
    carouselId: string,
  ): Promise<readonly Asset[]> {
    const { workspaceId } = who
    const ready = await this.#ready(await this.#find(workspaceId, carouselId))
    const kept = new Map(
      await this.#designs.kept(
        workspaceId,
        ready.map(({ print }) => print),
      ),
    )
    for (const slide of ready) {
      if (kept.has(slide.print)) continue
      kept.set(slide.print, await this.#designs.keep(who, slide, { kind: 'slide', parentId: null }))
    }
    return Promise.all(
      ready.map(({ print }) => this.#library.get(workspaceId, kept.get(print) ?? '')),
    )
  }

  /** A file with all slides, painted while it is read. */
  async export(workspaceId: string, carouselId: string, format: ExportFormat): Promise<Exported> {
    const carousel = await this.#find(workspaceId, carouselId)
    const ready = await this.#ready(carousel)
    const marked = await this.#designs.isMarked(workspaceId)
    const paint = (slide: ReadyDesign) => this.#designs.rendition(workspaceId, slide, { marked })
    const name = carouselFileName(carousel.title)
    return format === 'pdf'
      ? { ...pdfOf(ready, paint, { title: carousel.title }), fileName: `${name}.pdf` }
      : { ...zipOf(ready, paint, name), fileName: `${name}.zip` }
  }

  async #ready({ workspaceId, brandId, look, slides }: CarouselRecord) {
    const language = await this.#languageOf(workspaceId, brandId)
    const places = placesOf(slides)
    const designs = slides.map((slide, at) =>
      slideDesign({ brandId, look, language }, slide, places[at] ?? { page: 1, pages: 1 }),
    )
    return this.#designs.ready(workspaceId, designs)
  }

  async #languageOf(workspaceId: string, brandId: string | null): Promise<string | undefined> {
    if (brandId === null) return undefined
    const [brand] = await this.#database.db
      .select({ language: brands.language })
      .from(brands)
      .where(
        and(eq(brands.workspaceId, workspaceId), eq(brands.id, brandId), isNull(brands.deletedAt)),
      )
    if (brand === undefined) throw notFound('brand')
    return brand.language || undefined
  }

  async #find(workspaceId: string, carouselId: string): Promise<CarouselRecord> {
    const [found] = await this.#database.db
      .select()
      .from(carousels)
      .where(and(thisCarousel(workspaceId, carouselId), isNull(carousels.deletedAt)))
    if (found === undefined) throw notFound('carousel')
    return found
  }
}

function thisCarousel(workspaceId: string, carouselId: string) {
  return and(eq(carousels.workspaceId, workspaceId), eq(carousels.id, carouselId))
}

/** What was given; what was not stays as it is. */
function changed({ brandId, title, structureId, look, slides }: CarouselChange) {
  return {
    ...(brandId !== undefined && { brandId }),
    ...(title !== undefined && { title }),
    ...(structureId !== undefined && { structureId }),
    ...(look !== undefined && { look: carouselLookSchema.parse(look) }),
    ...(slides !== undefined && { slides: slides.map((slide) => slideSchema.parse(slide)) }),
  }
}
