import type { ImageAction, NewGeneration, Tier } from '@rheos/contract'
import type { Drawn, ImageModel } from '../models/image-model.ts'
import { actionsOf } from '../models/image-model.ts'
import { imageSize, nearestAspect, sizeLike } from '../models/image-size.ts'
import type { PricedAction } from '../plans/priced-actions.ts'
import { Refusal } from '../refusal.ts'
import type { ImageOrder } from './image-order.ts'
import { drawnBy, type Source } from './source-picture.ts'

type Changing = Exclude<NewGeneration, { readonly action?: 'generate' | undefined }>
type Body<Action extends ImageAction> = Extract<NewGeneration, { readonly action: Action }>

/** What is to be made, and what it is charged as. */
export interface Ordered {
  readonly order: ImageOrder
  readonly pricedAs: PricedAction
  readonly quantity: number
}

/** Renditions of a larger picture would not be served. */
const upscaledPixelsMax = 24_000_000
/** Beyond this a picture is a strip, which models cannot be given. */
const proportionMax = 4

/** An image from a prompt. */
export function drawOrder(
  body: Extract<NewGeneration, { prompt: string; aspect: string }>,
): Ordered {
  const { prompt, tier, aspect, count, withLogo = true } = body
  const order = { ...plain, prompt, tier, aspect, ...imageSize(aspect, tier), count, withLogo }
  return { order, pricedAs: `image.${tier}`, quantity: count }
}

/** An image from a picture that is there. Throws a {@link Refusal} for what cannot be done with it. */
export function changeOrder(body: Changing, source: Source, model: ImageModel): Ordered {
  if (!actionsOf(model).includes(body.action)) throw notPossible(cannot[body.action])
  const { width, height } = source
  if (Math.max(width / height, height / width) > proportionMax) {
    throw notPossible('This picture is too long and narrow for that. Crop it first.')
  }
  switch (body.action) {
    case 'variation':
      return variationOrder(body, source, model)
    case 'edit':
      return editOrder(body, source, model)
    case 'background':
      return fromPicture(body, source, 'background')
    case 'upscale':
      return upscaleOrder(body, source)
  }
}

const plain = {
  action: 'generate',
  way: 'draw',
  by: 'instruction',
  assetId: null,
  factor: null,
  seed: null,
} as const

/** What was drawn is drawn anew; what came from elsewhere, or was changed since, is gone by itself. */
function variationOrder(body: Body<'variation'>, source: Source, model: ImageModel): Ordered {
  const { assetId, tier, count } = body
  const drawn = drawnBy(source)
  if (drawn && (drawn.unchanged || !model.vary)) {
    const order = { ...again(drawn, tier), action: 'variation', assetId, count } as const
    return { order, pricedAs: `image.${tier}`, quantity: count }
  }
  if (!model.vary) {
    throw notPossible(
      'This picture was not drawn from a prompt, so the built-in designer has nothing to draw another one from. Edit it, or describe what you want under Generate.',
    )
  }
  const order = { ...likeSource(source, tier), action: 'variation', way: 'vary', count } as const
  const prompt = drawn?.prompt ?? ''
  return { order: { ...order, prompt }, pricedAs: `image.${tier}`, quantity: count }
}

function editOrder(body: Body<'edit'>, source: Source, model: ImageModel): Ordered {
  const { assetId, tier, prompt, by = 'instruction' } = body
  if (by === 'instruction') return fromPicture(body, source, 'edit')
  const drawn = drawnBy(source)
  if (!drawn) {
    throw notPossible(
      'This picture was not drawn from a prompt, so there is none to change. Say what to change about the picture instead.',
    )
  }
  // The same seed: as far as the model can, only what the prompt changes is changed.
  const seed = drawn.provider === model.provider ? drawn.seed : null
  const order = { ...again(drawn, tier), action: 'edit', by, assetId, prompt, seed } as const
  return { order, pricedAs: `image.${tier}`, quantity: 1 }
}

function upscaleOrder({ assetId, factor }: Body<'upscale'>, source: Source): Ordered {
  const [width, height] = [source.width * factor, source.height * factor]
  if (width * height > upscaledPixelsMax) {
    const smaller = factor === 4 && (width * height) / 4 <= upscaledPixelsMax
    throw new Refusal(
      'image_too_large',
      `Upscaled ${factor}×, this picture would have ${Math.round((width * height) / 1e6)} million pixels; it can have at most ${upscaledPixelsMax / 1e6}. ${smaller ? 'Choose 2×.' : 'It is large enough as it is.'}`,
      { charged: 0 },
    )
  }
  const order = {
    ...likeSource(source, 'standard'),
    ...({ action: 'upscale', way: 'upscale', assetId, factor, width, height } as const),
  }
  return { order, pricedAs: 'image.upscale', quantity: 1 }
}

function fromPicture(
  body: Body<'edit'> | Body<'background'>,
  source: Source,
  way: 'edit' | 'background',
): Ordered {
  const { tier, prompt, action } = body
  const order = { ...likeSource(source, tier), action, way, prompt }
  return { order, pricedAs: `image.${tier}`, quantity: 1 }
}

function likeSource(source: Source, tier: Tier): ImageOrder {
  const size = sizeLike(source, tier)
  const aspect = nearestAspect(source)
  return { ...plain, assetId: source.id, prompt: '', tier, aspect, ...size, ...one }
}

const one = { count: 1, withLogo: false }

function again({ prompt, aspect, withLogo }: Drawn, tier: Tier): ImageOrder {
  return { ...plain, prompt, tier, aspect, ...imageSize(aspect, tier), count: 1, withLogo }
}

const cannot: Readonly<Record<Changing['action'], string>> = {
  variation: 'The AI service of this studio cannot make variations of pictures.',
  edit: 'The AI service of this studio cannot change pictures. Draw a new one from a prompt instead.',
  background:
    'The AI service of this studio cannot replace backgrounds. Draw a new picture from a prompt instead.',
  upscale:
    'The AI service of this studio cannot upscale pictures. Whoever runs the studio can add a key for one that can.',
}

function notPossible(detail: string): Refusal {
  return new Refusal('edit_not_possible', detail, { charged: 0 })
}
