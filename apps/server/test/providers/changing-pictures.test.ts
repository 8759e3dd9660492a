import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EditRequest, SourcePicture } from '../../src/models/image-model.ts'
import { actionsOf } from '../../src/models/image-model.ts'
import { createModels } from '../../src/models/models.ts'
import { type FalStandIn, startFalStandIn } from './fal-stand-in.ts'
import { type GoogleStandIn, startGoogleStandIn } from './google-stand-in.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from './openai-stand-in.ts'
import type { Behaviour } from './scripted-replies.ts'

let google: GoogleStandIn
let fal: FalStandIn
let openai: OpenaiStandIn
let plain: OpenaiStandIn
let source: SourcePicture
beforeAll(async () => {
  google = await startGoogleStandIn()
  fal = await startFalStandIn()
  openai = await startOpenaiStandIn()
  plain = await startOpenaiStandIn({ knowsNoEditing: true })
  const bytes = await sharp({
    create: { width: 300, height: 200, channels: 3, background: '#884422' },
  })
    .jpeg()
    .toBuffer()
  source = { bytes, mediaType: 'image/jpeg', width: 300, height: 200 }
})
afterAll(() => Promise.all([google, fal, openai, plain].map((service) => service.close())))
beforeEach(() => {
  for (const { replies } of [google, fal]) replies.reset()
  openai.images.reset()
  for (const { calls } of [google, fal, openai, plain]) calls.length = 0
})

const { signal } = new AbortController()
const request = (change: Partial<EditRequest> = {}): EditRequest => ({
  source,
  instruction: 'Make the sky pink',
  tier: 'standard',
  width: 1024,
  height: 683,
  seed: 5,
  ...change,
})
const viaGoogle = (withFal: boolean) =>
  createModels({
    provider: 'google',
    timeoutSeconds: 10,
    google: { apiKey: 'g-key', baseUrl: google.baseUrl },
    ...(withFal && { fal: { apiKey: 'f-key', baseUrl: fal.baseUrl } }),
  }).image
const viaFal = () =>
  createModels({
    provider: 'fal',
    timeoutSeconds: 10,
    fal: { apiKey: 'f-key', baseUrl: fal.baseUrl },
  }).image
const viaOpenai = (service: OpenaiStandIn) =>
  createModels({
    provider: 'openai-compatible',
    timeoutSeconds: 10,
    openaiCompatible: {
      baseUrl: service.baseUrl,
      apiKey: 'sk',
      textModel: 'words',
      imageModelStandard: 'quick',
      imageModelPro: 'fine',
    },
  }).image

describe('what a service can do', () => {
  it('is what it offers, and with another behind it what either offers', () => {
    expect(actionsOf(viaGoogle(false))).toEqual(['generate', 'variation', 'edit', 'background'])
    expect(actionsOf(viaGoogle(true))).toContain('upscale')
    expect(actionsOf(viaFal())).toHaveLength(5)
    expect(actionsOf(viaOpenai(openai))).not.toContain('upscale')
  })
})

describe('Google', () => {
  it('is given the picture beside the words, and keeps its shape', async () => {
    const made = await viaGoogle(false).edit?.(request(), { signal })
    expect(made).toMatchObject({ provider: 'google', width: 1024, height: 683 })
    const decoded = await sharp(made?.bytes).metadata()
    expect([decoded.width, decoded.height, `image/${decoded.format}`]).toEqual([
      1024,
      683,
      made?.mediaType,
    ])
    const body = google.calls[0]?.body as {
      contents: { parts: { text?: string; inlineData?: { mimeType: string; data: string } }[] }[]
      generationConfig: Record<string, unknown>
    }
    const [words, picture] = body.contents[0]?.parts ?? []
    expect(words?.text).toContain('Make the sky pink')
    expect(picture?.inlineData?.mimeType).toBe('image/jpeg')
    expect(picture?.inlineData?.data).toBe(Buffer.from(source.bytes).toString('base64'))
    expect(body.generationConfig).not.toHaveProperty('imageConfig.aspectRatio')
  })

  it('in pro asks the better model', async () => {
    const made = await viaGoogle(false).replaceBackground?.(request({ tier: 'pro' }), { signal })
    expect(made?.model).toBe('gemini-3-pro-image-preview')
    expect(JSON.stringify(google.calls[0]?.body)).toContain('The new background: Make the sky pink')
  })

  it.each([
    [{ kind: 'talk' }, 'provider_failed'],
    [{ kind: 'no-image' }, 'provider_failed'],
    [{ kind: 'filtered' }, 'provider_refused'],
    [{ kind: 'refuse' }, 'provider_refused'],
    [{ kind: 'not-an-image' }, 'provider_failed'],
  ] as const satisfies readonly (readonly [Behaviour, string])[])(
    'answering %o is %s',
    async (behaviour, code) => {
      google.replies.always(behaviour)
      await expect(viaGoogle(false).edit?.(request(), { signal })).rejects.toMatchObject({ code })
    },
  )

  it('that only talks leaves it to fal; a refusal it does not', async () => {
    google.replies.always({ kind: 'talk' })
    const made = await viaGoogle(true).edit?.(request(), { signal })
    expect(made).toMatchObject({ provider: 'fal', model: 'fal-ai/flux-kontext/dev' })
    google.replies.always({ kind: 'filtered' })
    fal.calls.length = 0
    await expect(viaGoogle(true).edit?.(request(), { signal })).rejects.toMatchObject({
      code: 'provider_refused',
    })
    expect(fal.calls).toHaveLength(0)
  })

  it('cannot upscale, and is passed over for it', async () => {
    expect(viaGoogle(false).upscale).toBeUndefined()
    const made = await viaGoogle(true).upscale?.({ source, factor: 4 }, { signal })
    expect(made).toMatchObject({
      provider: 'fal',
      model: 'fal-ai/esrgan',
      width: 1200,
      height: 800,
    })
    expect(google.calls).toHaveLength(0)
    expect(fal.calls[0]?.body).toMatchObject({ scale: 4 })
  })
})

describe('fal', () => {
  it('is asked at the address of what is to be done', async () => {
    const image = viaFal()
    await image.edit?.(request({ tier: 'pro' }), { signal })
    await image.vary?.(request(), { signal })
    await image.replaceBackground?.(request({ instruction: 'A beach' }), { signal })
    const asked = fal.calls.filter(({ method }) => method === 'POST')
    expect(asked.map(({ path }) => path)).toEqual([
      '/fal-ai/flux-pro/kontext',
      '/fal-ai/flux-kontext/dev',
      '/fal-ai/bria/background/replace',
    ])
    expect(asked[2]?.body).toMatchObject({
      prompt: 'A beach',
      image_url: expect.stringMatching(/^data:image\/jpeg;base64,/),
    })
  })

  it.each([
    [{ kind: 'filtered' }, 'provider_refused'],
    [{ kind: 'refuse' }, 'provider_refused'],
    [{ kind: 'no-image' }, 'provider_failed'],
    [{ kind: 'not-an-image' }, 'provider_failed'],
  ] as const satisfies readonly (readonly [Behaviour, string])[])(
    'answering %o is %s',
    async (behaviour, code) => {
      fal.replies.always(behaviour)
      await expect(viaFal().edit?.(request(), { signal })).rejects.toMatchObject({ code })
    },
  )
})

describe('OpenAI’s protocol', () => {
  it('takes the picture in a form', async () => {
    const made = await viaOpenai(openai).edit?.(request(), { signal })
    expect(made).toMatchObject({ provider: 'openai-compatible', model: 'quick', width: 1024 })
    const form = openai.editCalls[0]?.body as Record<string, unknown>
    expect(form).toMatchObject({ model: 'quick', size: '1536x1024' })
    expect(form['image']).toBeInstanceOf(File)
    expect(form['prompt']).toContain('Make the sky pink')
  })

  it('of a service that only draws is told, and is not tried again', async () => {
    await expect(viaOpenai(plain).edit?.(request(), { signal })).rejects.toMatchObject({
      code: 'edit_not_possible',
      detail: expect.stringMatching(/cannot change pictures/),
    })
    expect(plain.calls).toHaveLength(1)
  })

  it('a file of 30 MB is made small; what is no whole picture is refused', async () => {
    const noise = await sharp(randomBytes(3200 * 3200 * 3), {
      raw: { width: 3200, height: 3200, channels: 3 },
    })
      .png({ compressionLevel: 0 })
      .toBuffer()
    expect(noise.byteLength).toBeGreaterThan(30_000_000)
    openai.images.always({ kind: 'file', bytes: noise })
    const made = await viaOpenai(openai).edit?.(request(), { signal })
    expect(made?.bytes.byteLength).toBeLessThan(3_000_000)
    openai.images.always({ kind: 'file', bytes: noise.subarray(0, 2_000_000) })
    await expect(viaOpenai(openai).edit?.(request(), { signal })).rejects.toMatchObject({
      code: 'provider_failed',
    })
  }, 30_000)

  it('keeps a picture that is as it was asked for, byte by byte', async () => {
    const bytes = await sharp({
      create: { width: 1024, height: 1024, channels: 3, background: '#336699' },
    })
      .png()
      .toBuffer()
    openai.images.always({ kind: 'file', bytes })
    const draw = { prompt: 'A cup', tier: 'standard', aspect: 'square', seed: 1 } as const
    const size = { width: 1024, height: 1024, withLogo: false }
    const made = await viaOpenai(openai).draw({ ...draw, ...size }, { signal })
    expect(Buffer.from(made.bytes).equals(bytes)).toBe(true)
    expect(made.mediaType).toBe('image/png')
    const turned = await sharp(bytes).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    openai.images.always({ kind: 'file', bytes: turned })
    const upright = await viaOpenai(openai).draw({ ...draw, ...size }, { signal })
    expect(Buffer.from(upright.bytes).equals(turned)).toBe(false)
  })
})
