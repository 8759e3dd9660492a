import type { Generation, Generations as GenerationPage, NewGeneration } from '@rheos/contract'
import { requireBrandIfAny } from '../brands/require-brand.ts'
import type { GenerationKind } from '../generation/generation-kind.ts'
import type { GenerationRecord } from '../generation/generation-record.ts'
import type { Generations, Requested } from '../generation/generations.ts'
import type { Library } from '../library/library.ts'
import type { ImageModel } from '../models/image-model.ts'
import { notFound, Refusal } from '../refusal.ts'
import { generationView } from './generation-view.ts'
import type { ImageOrder } from './image-order.ts'

/** The image studio: asks for images at the door, and shows what became of every generation. */
export class Images {
  readonly #generations: Generations
  readonly #library: Library
  readonly #model: ImageModel

  constructor(options: {
    readonly generations: Generations
    readonly library: Library
    readonly model: ImageModel
  }) {
    this.#generations = options.generations
    this.#library = options.library
    this.#model = options.model
  }

  /** Refuses what cannot be drawn before anything is set aside. */
  async order(
    who: { readonly workspaceId: string; readonly memberId: string },
    body: NewGeneration,
    idempotencyKey: string,
  ): Promise<Requested> {
    const check = this.#model.checkPrompt?.({ prompt: body.prompt })
    if (check?.ok === false) throw new Refusal(check.code, check.detail, { charged: 0 })
    const { brandId, prompt, tier, aspect, count, withLogo = true } = body
    return this.#generations.request({
      ...who,
      brandId,
      kind: 'image',
      action: `image.${tier}`,
      quantity: count,
      request: { prompt, tier, aspect, count, withLogo } satisfies ImageOrder,
      quote: body.quote,
      idempotencyKey,
      body,
      check: ({ db }) => requireBrandIfAny(db, who.workspaceId, brandId),
    })
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
