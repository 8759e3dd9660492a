import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { liftingPictures, liftPictures, pictureIn } from './lifted-pictures.ts'

const picture = randomBytes(100_000)
const base64 = picture.toString('base64')

function answering(body: string | ReadableStream, type = 'application/json'): Response {
  return new Response(body, {
    status: 201,
    headers: { 'content-type': type, 'x-request-id': 'r1' },
  })
}

const cut = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"data":['))
      controller.error(new TypeError('terminated'))
    },
  })

describe('pictures in the answer of a service', () => {
  it('are had without being read as text', async () => {
    const answer = { data: [{ b64_json: base64, revised: 'A “cup”' }, { b64_json: base64 }], n: 2 }
    await liftingPictures(async () => {
      const lifted = await liftPictures(answering(JSON.stringify(answer, null, 1)))
      expect(lifted.status).toBe(201)
      expect(lifted.headers.get('x-request-id')).toBe('r1')
      const { data, n } = (await lifted.json()) as typeof answer
      expect(n).toBe(2)
      expect(data[0]?.revised).toBe('A “cup”')
      for (const { b64_json } of data) {
        expect(b64_json.length).toBeLessThan(100)
        expect(Buffer.from(pictureIn(b64_json)).equals(picture)).toBe(true)
      }
    })
  })

  it.each([
    ['that are small', base64.slice(0, 4000)],
    ['whose base64 is escaped', base64.replaceAll('A', '\\u0041')],
    ['that are text', 'not a picture at all. '.repeat(5000)],
  ])('%s stay where they are', async (_, text) => {
    const json = `{"text":"${text}","quoted":"\\"${text.slice(0, 50)}\\""}`
    await liftingPictures(async () => {
      expect(await (await liftPictures(answering(json))).text()).toBe(json)
    })
  })

  it('stay where they are for whoever does not ask for pictures, and in what is no JSON', async () => {
    const json = JSON.stringify({ b64_json: base64 })
    expect(await (await liftPictures(answering(json))).text()).toBe(json)
    await liftingPictures(async () => {
      expect(await (await liftPictures(answering(json, 'image/png'))).text()).toBe(json)
    })
  })

  it('of one call are nothing to another', async () => {
    const name = await liftingPictures(async () => {
      const lifted = await liftPictures(answering(JSON.stringify({ b64_json: base64 })))
      return ((await lifted.json()) as { b64_json: string }).b64_json
    })
    await liftingPictures(async () => {
      expect(Buffer.from(pictureIn(name)).equals(picture)).toBe(false)
    })
  })

  it('break off where the answer does', async () => {
    await liftingPictures(async () => {
      const lifted = await liftPictures(answering(cut()))
      await expect(lifted.text()).rejects.toThrow('terminated')
    })
  })
})
