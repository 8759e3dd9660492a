import type { Generation } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { bodyOf, firstRequest, requestOf } from './image-request.ts'

const quote = { version: 2, credits: 20 }

describe('asking for images', () => {
  it('names the brand only when its style is wanted and there is one', () => {
    const request = { ...firstRequest, prompt: '  A harbour ', withLogo: false }
    expect(bodyOf(request, 'b', quote)).toEqual({
      kind: 'image',
      prompt: 'A harbour',
      aspect: 'square',
      tier: 'standard',
      count: 1,
      brandId: 'b',
      withLogo: false,
      quote,
    })
    expect(bodyOf({ ...request, withBrand: false }, 'b', quote)).not.toHaveProperty('brandId')
    expect(bodyOf(request, undefined, quote)).not.toHaveProperty('withLogo')
  })

  it('is filled in again from what was asked before', () => {
    const image = {
      prompt: 'A harbour',
      tier: 'pro',
      aspect: 'portrait',
      count: 3,
      withLogo: false,
    } as const
    const generation = { image, brandId: null } as unknown as Generation
    expect(requestOf(generation)).toEqual({ ...image, withBrand: false })
    expect(requestOf({ ...generation, image: null })).toBeUndefined()
  })
})
