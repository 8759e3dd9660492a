import type { Aspect, Generation, NewGeneration, Tier } from '@rheos/contract'

/** What the form of the image studio holds. */
export interface ImageRequest {
  readonly prompt: string
  readonly aspect: Aspect
  readonly tier: Tier
  readonly count: number
  /** Whether the present brand's style is used, and its logo put on. */
  readonly withBrand: boolean
  readonly withLogo: boolean
}

export const firstRequest: ImageRequest = {
  prompt: '',
  aspect: 'square',
  tier: 'standard',
  count: 1,
  withBrand: true,
  withLogo: true,
}

/** The form as it was when this generation was asked for; nothing where its words are no prompt. */
export function requestOf(generation: Generation): ImageRequest | undefined {
  const { image } = generation
  if (image === null || image.prompt === '' || !isPrompt(image)) return undefined
  const { prompt, aspect, tier, count, withLogo } = image
  return { prompt, aspect, tier, count, withLogo, withBrand: generation.brandId !== null }
}

export function bodyOf(
  request: ImageRequest,
  brandId: string | undefined,
  quote: NewGeneration['quote'],
): NewGeneration {
  const { prompt, aspect, tier, count } = request
  const body = { kind: 'image' as const, prompt: prompt.trim(), aspect, tier, count, quote }
  return request.withBrand && brandId !== undefined
    ? { ...body, brandId, withLogo: request.withLogo }
    : body
}

type Asked = NonNullable<Generation['image']>

/** Whether the words say what a picture shows, and not what to change about one. */
export function isPrompt({ action, by }: Asked): boolean {
  return action === 'generate' || action === 'variation' || (action === 'edit' && by === 'prompt')
}

/** What is to be paid to ask for the same again. */
export function priceOf({ image }: Generation): {
  readonly action: string
  readonly count: number
} {
  if (image === null || image.action === 'upscale') return { action: 'image.upscale', count: 1 }
  return { action: `image.${image.tier}`, count: image.count }
}

/** The same request once more. */
export function againBody(
  generation: Generation,
  quote: NewGeneration['quote'],
): NewGeneration | undefined {
  const { image, brandId } = generation
  if (image === null) return undefined
  const { assetId, tier, prompt, count, factor, by } = image
  const request = requestOf(generation)
  if (image.action === 'generate' || assetId === null) {
    return request && bodyOf(request, brandId ?? undefined, quote)
  }
  const asked = { kind: 'image' as const, assetId, quote, ...(brandId !== null && { brandId }) }
  if (image.action === 'variation') return { ...asked, action: 'variation', tier, count }
  if (image.action === 'upscale')
    return { ...asked, action: 'upscale', factor: factor === 4 ? 4 : 2 }
  if (image.action === 'background') return { ...asked, action: 'background', tier, prompt }
  return { ...asked, action: 'edit', tier, by, prompt }
}
