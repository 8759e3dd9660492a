import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { imageSize } from '../../src/models/image-size.ts'
import { createModels } from '../../src/models/models.ts'
import { type FalStandIn, startFalStandIn } from './fal-stand-in.ts'
import { type GoogleStandIn, startGoogleStandIn } from './google-stand-in.ts'
import type { Behaviour } from './scripted-replies.ts'

let google: GoogleStandIn
let fal: FalStandIn
beforeAll(async () => {
  google = await startGoogleStandIn()
  fal = await startFalStandIn()
})
afterAll(() => Promise.all([google.close(), fal.close()]))
beforeEach(() => {
  google.replies.reset()
  fal.replies.reset()
  google.calls.length = 0
  fal.calls.length = 0
})

const { signal } = new AbortController()
const request = {
  prompt: 'A cup',
  tier: 'standard',
  aspect: 'portrait',
  ...imageSize('portrait', 'standard'),
  seed: 4_000_000_000,
  withLogo: false,
} as const
const models = (withFal = true, timeoutSeconds = 10) =>
  createModels({
    provider: 'google',
    timeoutSeconds,
    google: { apiKey: 'g-key', baseUrl: google.baseUrl },
    ...(withFal && { fal: { apiKey: 'f-key', baseUrl: fal.baseUrl } }),
  })

it('asks Google alone when Google answers', async () => {
  const image = await models().image.draw(request, { signal })
  expect(image).toMatchObject({ provider: 'google', width: 819, height: 1024 })
  expect(google.calls[0]?.body).toMatchObject({
    generationConfig: { imageConfig: { aspectRatio: '4:5' } },
  })
  expect(fal.calls).toHaveLength(0)
})

it.each([
  { kind: 'fail' },
  { kind: 'busy', retryAfterSeconds: 90 },
  { kind: 'bad-json' },
  { kind: 'not-an-image' },
] as const satisfies readonly Behaviour[])(
  'turns to fal inside one call after %o',
  async (behaviour) => {
    google.replies.always(behaviour)
    const image = await models().image.draw(request, { signal })
    expect(image).toMatchObject({ provider: 'fal', width: 819, height: 1024 })
    expect(google.calls).toHaveLength(1)
    expect(fal.calls.filter((call) => call.method === 'GET')[0]?.headers).not.toHaveProperty(
      'x-goog-api-key',
    )
  },
)

it('leaves fal time when Google hangs', async () => {
  google.replies.always({ kind: 'hang' })
  await expect(models(true, 1).image.draw(request, { signal })).resolves.toMatchObject({
    provider: 'fal',
  })
})

it.each([{ kind: 'refuse' }, { kind: 'filtered' }] as const)(
  'does not carry a refusal of Google (%o) to fal',
  async (behaviour) => {
    google.replies.always(behaviour)
    await expect(models().image.draw(request, { signal })).rejects.toMatchObject({
      code: 'provider_refused',
    })
    expect(fal.calls).toHaveLength(0)
  },
)

it('fails once when both fail', async () => {
  google.replies.always({ kind: 'fail' })
  fal.replies.always({ kind: 'fail' })
  await expect(models().image.draw(request, { signal })).rejects.toMatchObject({
    code: 'provider_failed',
  })
})

it('fails when Google fails and there is no fal', async () => {
  google.replies.always({ kind: 'fail' })
  await expect(models(false).image.draw(request, { signal })).rejects.toMatchObject({
    code: 'provider_failed',
  })
})

it('writes with Google', async () => {
  const events = []
  for await (const event of models().text.write(
    { kind: 'caption', direction: 'mornings', seed: 1 },
    { signal },
  ))
    events.push(event)
  expect(events).toEqual([{ type: 'text', delta: 'A slow morning.' }, { type: 'done' }])
})

it.each([
  [{ kind: 'refuse' }, 'provider_refused'],
  [{ kind: 'filtered' }, 'provider_refused'],
  [{ kind: 'not-an-image' }, 'provider_failed'],
] as const)('fal answering %o is %s', async (behaviour, code) => {
  fal.replies.always(behaviour)
  const { image, text, builtIn } = createModels({
    provider: 'fal',
    timeoutSeconds: 5,
    fal: { apiKey: 'f-key', baseUrl: fal.baseUrl },
  })
  expect([text.builtIn, builtIn]).toEqual([true, false])
  await expect(image.draw(request, { signal })).rejects.toMatchObject({ code })
})
