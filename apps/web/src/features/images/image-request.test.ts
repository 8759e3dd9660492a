import type { Generation } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { againBody, bodyOf, firstRequest, priceOf, requestOf } from './image-request.ts'

const quote = { version: 2, credits: 20 }

describe('asking again', () => {
  const image = { tier: 'pro', prompt: 'Pinker', count: 1, assetId: 'a', by: 'instruction' }
  const of = (action: string, more = {}) =>
    ({ image: { ...image, action, ...more }, brandId: 'b' }) as unknown as Generation

  it('asks for the same of the same picture', () => {
    const asked = { kind: 'image', assetId: 'a', brandId: 'b', quote }
    expect(againBody(of('edit'), quote)).toEqual({
      ...asked,
      action: 'edit',
      tier: 'pro',
      by: 'instruction',
      prompt: 'Pinker',
    })
    expect(againBody(of('variation', { count: 3 }), quote)).toEqual({
      ...asked,
      action: 'variation',
      tier: 'pro',
      count: 3,
    })
    expect(againBody(of('upscale', { factor: 4 }), quote)).toEqual({
      ...asked,
      action: 'upscale',
      factor: 4,
    })
  })

  it('costs what that costs', () => {
    expect(priceOf(of('background'))).toEqual({ action: 'image.pro', count: 1 })
    expect(priceOf(of('variation', { count: 3 }))).toEqual({ action: 'image.pro', count: 3 })
    expect(priceOf(of('upscale'))).toEqual({ action: 'image.upscale', count: 1 })
  })
})

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
    const asked = {
      prompt: 'A harbour',
      tier: 'pro',
      aspect: 'portrait',
      count: 3,
      withLogo: false,
    } as const
    const image = { ...asked, action: 'generate' }
    const generation = { image, brandId: null } as unknown as Generation
    expect(requestOf(generation)).toEqual({ ...asked, withBrand: false })
    const upscaled = { ...generation, image: { ...image, action: 'upscale', prompt: '' } }
    expect(requestOf(upscaled as Generation)).toBeUndefined()
    expect(requestOf({ ...generation, image: null })).toBeUndefined()
  })
})
