import type { Generation, Generations as GenerationPage, NewGeneration } from '@rheos/contract'
import { requireBrandIfAny } from '../brands/require-brand.ts'
import type { Database } from '../db/database.ts'
import type { GenerationKind } from '../generation/generation-kind.ts'
import type { GenerationRecord } from '../generation/generation-record.ts'
import type { Generations, Requested } from '../generation/generations.ts'
import type { Library } from '../library/library.ts'
import { assertPicture } from '../library/require-picture.ts'
import type { ImageModel } from '../models/image-model.ts'
import { notFound, Refusal } from '../refusal.ts'
import { generationView } from './generation-view.ts'
import { changeOrder, drawOrder, type Ordered } from './order-for.ts'
import { drawnBy, findSource, type Source } from './source-picture.ts'

/** The image studio: asks for images at the door, and shows what became of every generation. */
export class Images {
  readonly #database: Database
  readonly #generations: Generations
  readonly #library: Library
  readonly #model: ImageModel

  constructor(options: {
    readonly database: Database
    readonly generations: Generations
    readonly library: Library
    readonly model: ImageModel
  }) {
    this.#database = options.database
    this.#generations = options.generations
    this.#library = options.library
    this.#model = options.model
  }

  /** Refuses what cannot be made before anything is set aside. */
  async order(
    who: { readonly workspaceId: string; readonly memberId: string },
    body: NewGeneration,
    idempotencyKey: string,
  ): Promise<Requested> {
    const source = await this.#source(who.workspaceId, body)
    const { order, pricedAs, quantity } = this.#ordered(body, source)
    const brandId = body.brandId ?? source?.brandId ?? undefined
    return this.#generations.request({
      ...who,
      brandId,
      kind: 'image',
      action: pricedAs,
      quantity,
      request: order,
      quote: body.quote,
      idempotencyKey,
      body,
      check: async ({ db }) => {
        await requireBrandIfAny(db, who.workspaceId, brandId)
        if (source !== undefined && source.deletedAt !== null) throw notFound('picture')
      },
    })
  }

  async #source(workspaceId: string, body: NewGeneration): Promise<Source | undefined> {
    if (!('assetId' in body)) return undefined
    const source = await findSource(this.#database.db, workspaceId, body.assetId)
    if (source === undefined) throw notFound('picture')
    assertPicture(source)
    return source
  }

  #ordered(body: NewGeneration, source: Source | undefined): Ordered {
    const ordered =
      'assetId' in body && source
        ? changeOrder(body, source, this.#model)
        : drawOrder(body as Parameters<typeof drawOrder>[0])
    const { way, prompt } = ordered.order
    // What is drawn anew is checked as a prompt, whatever it is called.
    const action = way === 'draw' ? 'generate' : ordered.order.action
    const check = this.#model.check?.({ action, prompt, drawn: source && drawnBy(source) })
    if (check?.ok === false) throw new Refusal(check.code, check.detail, { charged: 0 })
    return ordered
  }

  /** Any kind of generation; what is not an image has no assets. */
  async get(workspaceId: string, generationId: string): Promise<Generation> {
    return this.#view(await this.#generations.get(workspaceId, generationId))
  }

  /** Newest first. */
  async list(
    workspaceId: string,
    filter: {
      readonly kind: GenerationKind['kind']
      readonly limit: number
      readonly cursor?: string | undefined
      /** What its prompt contains. */
      readonly q?: string | undefined
    },
  ): Promise<GenerationPage> {
    const { items, next } = await this.#generations.list({ workspaceId, ...filter })
    const assets = await this.#library.ofGenerations(
      workspaceId,
      items.map((record) => record.id),
    )
    return {
      items: items.map((record) => generationView(record, assets.get(record.id) ?? [])),
      next,
    }
  }

  async cancel(workspaceId: string, generationId: string): Promise<Generation> {
    return this.#view(await this.#generations.cancel(workspaceId, generationId))
  }

  async #view(record: GenerationRecord | undefined): Promise<Generation> {
    if (record === undefined) throw notFound('generation')
    const assets = await this.#library.ofGenerations(record.workspaceId, [record.id])
    return generationView(record, assets.get(record.id) ?? [])
  }
}
