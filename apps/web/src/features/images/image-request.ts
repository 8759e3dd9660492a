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

/** The form as it was when this generation was asked for. */
export function requestOf(generation: Generation): ImageRequest | undefined {
  const { image } = generation
  if (image === null) return undefined
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
