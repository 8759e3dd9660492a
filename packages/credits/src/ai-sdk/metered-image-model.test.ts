import { setImmediate as turn } from 'node:timers/promises'
import type { ImageModelV3 } from '@ai-sdk/provider'
import { generateImage, NoImageGeneratedError, wrapImageModel } from 'ai'
import { describe, expect, test } from 'vitest'
import { type MeteredStudio, meteredStudio } from '../../test/metered-studio.ts'
import { busy, images, scriptedImages } from '../../test/scripted-models.ts'
import { FIXTURE_LEASE_MS } from '../testing/index.ts'
import {
  type CreditsOptions,
  CreditsRefusedError,
  meteredImageModel,
  OperationLostError,
  OperationReplayedError,
} from './index.ts'

const press: CreditsOptions = { operationId: 'press-1' }

function draw(
  { settings }: MeteredStudio,
  provider: ImageModelV3,
  {
    credits = press,
    ...more
  }: { credits?: CreditsOptions } & Partial<Parameters<typeof generateImage>[0]> = {},
) {
  const model = wrapImageModel({ model: provider, middleware: meteredImageModel(settings) })
  const providerOptions = { credits, scripted: { style: 'vivid' } }
  return generateImage({ model, prompt: 'A kettle', n: 4, providerOptions, ...more })
}

/** A model that answers when `answer` is called, whatever its signal says. */
function slowImages() {
  let answer = () => {}
  let call = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const called = new Promise<void>((resolve) => {
    call = resolve
  })
  const provider = scriptedImages(async () => {
    call()
    await answered
    return images(4)
  })
  return { provider, called, answer }
}

describe('a metered image model', () => {
  test('holds the credits while the provider works and spends them for what came', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(async () => {
      expect(await studio.ledger.balance('studio')).toMatchObject({ held: 20, available: 380 })
      return images(4)
    })
    const { images: drawn } = await draw(studio, provider)
    expect(drawn).toHaveLength(4)
    expect(await studio.fate('press-1')).toBe('settled 20')
    expect(await studio.balance()).toBe(380)
    expect(studio.timer.running).toBe(0)
  })

  test('shows the provider everything but the credits', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(() => images(4))
    await draw(studio, provider, { seed: 7 })
    expect(provider.calls).toMatchObject([{ n: 4, seed: 7, prompt: 'A kettle' }])
    expect(provider.calls[0]?.providerOptions).toEqual({ scripted: { style: 'vivid' } })
  })

  test('takes no more than what was delivered', async () => {
    const studio = await meteredStudio()
    const { images: drawn } = await draw(
      studio,
      scriptedImages(() => images(3)),
    )
    expect(drawn).toHaveLength(3)
    expect(await studio.balance()).toBe(385)
  })

  test('takes no more than what was ordered', async () => {
    const studio = await meteredStudio()
    await draw(
      studio,
      scriptedImages(() => images(4)),
      { n: 2 },
    )
    expect(await studio.balance()).toBe(390)
  })

  test('makes one operation of an order that takes the provider several calls', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(({ n }) => images(n), 3)
    const { images: drawn } = await draw(studio, provider)
    expect(drawn).toHaveLength(4)
    expect(provider.calls.map(({ n }) => n)).toEqual([3, 1])
    expect(await studio.fate('press-1')).toBe('settled 20')
  })

  test('asks a model that does not say how many it makes for one at a time', async () => {
    const studio = await meteredStudio()
    const provider = { ...scriptedImages(({ n }) => images(n)), maxImagesPerCall: undefined }
    expect((await draw(studio, provider)).images).toHaveLength(4)
  })

  test('delivers what some calls made although others failed', async () => {
    const studio = await meteredStudio()
    const answer = (index: number) => {
      if (index === 2) throw new Error('The prompt was declined.')
      const providerMetadata = { scripted: { images: [{ index }] } }
      return images(1, {
        providerMetadata,
        usage: { inputTokens: 2, outputTokens: 3, totalTokens: 5 },
      })
    }
    const { images: drawn, ...result } = await draw(
      studio,
      scriptedImages((_, index) => answer(index), 1),
    )
    expect(drawn).toHaveLength(3)
    expect(result.providerMetadata).toEqual({
      scripted: { images: [{ index: 0 }, { index: 1 }, { index: 3 }] },
    })
    expect(result.usage).toEqual({ inputTokens: 6, outputTokens: 9, totalTokens: 15 })
    const message = '1 of 4 calls for images failed and cost nothing: The prompt was declined.'
    expect(result.warnings).toEqual([{ type: 'other', message }])
    expect(await studio.balance()).toBe(385)
  })

  test('releases when the provider fails, with the error it gave', async () => {
    const studio = await meteredStudio()
    const failing = scriptedImages(() => {
      throw new Error('The prompt was declined.')
    }, 1)
    await expect(draw(studio, failing)).rejects.toThrow('The prompt was declined.')
    expect(await studio.fate('press-1')).toBe('released provider_failed')
    expect(await studio.balance()).toBe(400)
  })

  test('releases when nothing came', async () => {
    const studio = await meteredStudio()
    const empty = scriptedImages(() => images(0, { isRetryable: false }), 1)
    await expect(draw(studio, empty)).rejects.toThrow(NoImageGeneratedError)
    expect(empty.calls).toHaveLength(4)
    expect(await studio.fate('press-1')).toBe('released nothing_delivered')
    expect(await studio.balance()).toBe(400)
  })

  test('makes an operation of each try of the SDK and charges the one that delivers', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages((_, index) => {
      if (index < 2) throw busy()
      return images(4)
    })
    await draw(studio, provider)
    expect(await studio.fate('press-1')).toBe('released provider_failed')
    expect(await studio.fate('press-1#2')).toBe('released provider_failed')
    expect(await studio.fate('press-1#3')).toBe('settled 20')
    expect(await studio.balance()).toBe(380)
  })

  test('refuses with a sentence, before the provider is asked and without another try', async () => {
    const studio = await meteredStudio({}, 12)
    const provider = scriptedImages(() => images(4))
    const refused = await draw(studio, provider).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(CreditsRefusedError)
    expect(refused).toMatchObject({
      message: 'This costs 20 credits, 8 more than are available.',
      operationId: 'press-1',
      outcome: { reason: 'insufficient', price: 20, shortBy: 8 },
    })
    expect(provider.calls).toEqual([])
    expect(await studio.fate('press-1#2')).toBeUndefined()
    expect(await studio.balance()).toBe(12)
  })

  test('refuses another price than the one that was seen', async () => {
    const studio = await meteredStudio()
    const seen = { ...press, quote: { version: 1, credits: 16 } }
    const refused = draw(
      studio,
      scriptedImages(() => images(4)),
      { credits: seen },
    )
    await expect(refused).rejects.toThrow(
      'The price is 20 credits now, which is not what was seen.',
    )
  })

  test('refuses what has no price, whom it does not know, and options that do not exist', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(() => images(4))
    const { settings } = studio
    const video = { ...studio, settings: { ...settings, action: 'video' } }
    await expect(draw(video, provider)).rejects.toThrow('no price for this action')
    const stranger = { ...press, accountId: 'stranger' }
    await expect(draw(studio, provider, { credits: stranger })).rejects.toThrow('not known')
    const misspelt: object = { operationID: 'press-1' }
    await expect(draw(studio, provider, { credits: misspelt })).rejects.toThrow('no "operationID"')
    expect(provider.calls).toEqual([])
  })

  test('gives up at once when it is aborted, also when the provider does not', async () => {
    const studio = await meteredStudio()
    const { provider, called, answer } = slowImages()
    const abort = new AbortController()
    const drawing = draw(studio, provider, { abortSignal: abort.signal })
    await called
    abort.abort()
    await expect(drawing).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(provider.calls[0]?.abortSignal?.aborted).toBe(true)
    expect(await studio.fate('press-1')).toBe('released cancelled')
    answer()
    await turn()
    expect(await studio.balance()).toBe(400)
  })

  test('holds nothing for a call that was aborted before', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(() => images(4))
    const drawing = draw(studio, provider, { abortSignal: AbortSignal.abort() })
    await expect(drawing).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(await studio.fate('press-1')).toBeUndefined()
  })

  test('renews the lease three times within its length', async () => {
    const studio = await meteredStudio()
    const { provider, called, answer } = slowImages()
    const drawing = draw(studio, provider)
    await called
    expect(studio.timer.intervals).toEqual([FIXTURE_LEASE_MS / 3])
    for (let beats = 0; beats < 6; beats += 1) {
      studio.clock.turn(FIXTURE_LEASE_MS / 3)
      studio.timer.goOff()
      await turn()
    }
    answer()
    expect((await drawing).images).toHaveLength(4)
    expect(await studio.balance()).toBe(380)
  })

  test('aborts the call when the lease is lost', async () => {
    const studio = await meteredStudio()
    const { provider, called } = slowImages()
    const drawing = draw(studio, provider)
    await called
    studio.clock.turn(FIXTURE_LEASE_MS)
    await studio.ledger.reap({ limit: 10, onLapsed: async () => {} })
    studio.timer.goOff()
    await expect(drawing).rejects.toThrow(OperationLostError)
    expect(provider.calls[0]?.abortSignal?.aborted).toBe(true)
    expect(await studio.balance()).toBe(400)
  })

  test('delivers nothing when the lease lapsed before the result came', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(() => {
      studio.clock.turn(FIXTURE_LEASE_MS)
      return images(4)
    })
    const lost = await draw(studio, provider).catch((error: unknown) => error)
    expect(lost).toBeInstanceOf(OperationLostError)
    expect(lost).toMatchObject({ outcome: { reason: 'lease_lapsed' } })
    expect(provider.calls).toHaveLength(1)
    expect(await studio.fate('press-1')).toBe('released lease_lapsed')
    expect(await studio.balance()).toBe(400)
  })

  test('gives up a call that takes too long', async () => {
    const studio = await meteredStudio({ callMsMax: 20_000 })
    const { provider, called } = slowImages()
    const drawing = draw(studio, provider)
    await called
    studio.clock.turn(20_000)
    studio.timer.goOff()
    await expect(drawing).rejects.toThrow('The call took too long.')
    expect(await studio.fate('press-1')).toBe('released timed_out')
  })

  test('charges one press once, and asks the provider once', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(() => images(4))
    const model = wrapImageModel({
      model: provider,
      middleware: meteredImageModel(studio.settings),
    })
    const order = { model, prompt: 'A kettle', n: 4, providerOptions: { credits: press } }
    await generateImage(order)
    for (const again of [order, { ...order, providerOptions: { credits: { ...press } } }]) {
      await expect(generateImage(again)).rejects.toThrow(OperationReplayedError)
    }
    await expect(draw(studio, provider)).rejects.toThrow(
      'The operation press-1 has ended: settled. Another press needs an operation id of its own.',
    )
    expect(provider.calls).toHaveLength(1)
    expect(await studio.balance()).toBe(380)
  })

  test('does not try a press again that has failed', async () => {
    const studio = await meteredStudio()
    const failing = scriptedImages(() => {
      throw new Error('The prompt was declined.')
    })
    await expect(draw(studio, failing)).rejects.toThrow('declined')
    await expect(draw(studio, failing)).rejects.toThrow('has ended: released')
    expect(failing.calls).toHaveLength(1)
    expect(await studio.balance()).toBe(400)
  })

  test('does the work once for two presses at the same time', async () => {
    const studio = await meteredStudio()
    const { provider, called, answer } = slowImages()
    const first = draw(studio, provider)
    await called
    await expect(draw(studio, provider)).rejects.toThrow('is in progress already')
    answer()
    expect((await first).images).toHaveLength(4)
    expect(await studio.balance()).toBe(380)
  })

  test('takes up a hold that nobody has started', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(() => images(4))
    await studio.ledger.hold({
      accountId: 'studio',
      operationId: 'press-1',
      action: 'image.standard',
      quantity: 4,
      quote: { version: 1, credits: 20 },
      requestHash: '',
      actor: {},
    })
    await draw(studio, provider)
    expect(await studio.balance()).toBe(380)
  })

  test('refuses an operation id that was used for another request', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(() => images(4))
    await draw(studio, provider, { credits: { ...press, requestHash: 'a kettle' } })
    const other = draw(studio, provider, { credits: { ...press, requestHash: 'a teapot' } })
    await expect(other).rejects.toThrow('The operation id was used for another request.')
  })

  test('gives an id of its own to each call when the caller splits the order', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(({ n }) => images(n))
    await draw(studio, provider, { maxImagesPerCall: 3 })
    expect(await studio.fate('press-1')).toBe('settled 15')
    expect(await studio.fate('press-1#2')).toBe('settled 5')
    await expect(draw(studio, provider, { maxImagesPerCall: 3 })).rejects.toThrow(
      OperationReplayedError,
    )
    expect(await studio.balance()).toBe(380)
  })

  test('needs no operation id', async () => {
    const studio = await meteredStudio()
    const provider = scriptedImages(() => images(1))
    await draw(studio, provider, { n: 1, credits: {} })
    await draw(studio, provider, { n: 1, credits: { actor: { memberId: 'ada' } } })
    expect(await studio.fate('op-1')).toBe('settled 5')
    expect(await studio.ledger.operation('studio', 'op-2')).toMatchObject({
      actor: { memberId: 'ada' },
    })
  })
})
