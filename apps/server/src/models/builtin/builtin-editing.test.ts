import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { contrast } from '../../drawing/color.ts'
import type { EditRequest, ImageRequest, SourcePicture } from '../image-model.ts'
import { createBuiltinImageModel } from './builtin-image-model.ts'

const model = createBuiltinImageModel()
const { signal } = new AbortController()

/** A photograph as they come: a warm surface with a darker disc on it. */
async function onPlain(ground = '#e8e2d8', size = 600): Promise<SourcePicture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%" fill="${ground}"/><circle cx="${size / 2}" cy="${size / 2}" r="${size / 4}" fill="#7a2e3a"/></svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer()
  return { bytes, mediaType: 'image/jpeg', width: size, height: size }
}

const request = (
  source: SourcePicture,
  instruction: string,
  change: Partial<EditRequest> = {},
) => ({
  source,
  instruction,
  tier: 'standard' as const,
  width: 1024,
  height: 1024,
  seed: 7,
  ...change,
})

async function edited(instruction: string, source?: SourcePicture) {
  const made = await model.edit?.(request(source ?? (await onPlain()), instruction), { signal })
  if (made === undefined) throw new Error('It cannot edit.')
  return made
}

async function meanOf(bytes: Uint8Array): Promise<number[]> {
  const { channels } = await sharp(bytes).removeAlpha().stats()
  return channels.map(({ mean }) => mean)
}

async function pixelAt(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  const pixel = await sharp(bytes)
    .ensureAlpha()
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer()
  return [...pixel]
}

describe('an edit', () => {
  it('does what it is asked, and says who made it', async () => {
    const source = await onPlain()
    const [red = 0, , blue = 0] = await meanOf(source.bytes)
    const brighter = await edited('brighter')
    expect((await meanOf(brighter.bytes))[0]).toBeGreaterThan(red + 5)
    expect((await meanOf((await edited('much darker')).bytes))[0]).toBeLessThan(red - 30)
    const [warmRed = 0, , warmBlue = 0] = await meanOf((await edited('warmer')).bytes)
    expect(warmRed - warmBlue).toBeGreaterThan(red - blue + 5)
    const [grey = 0, alike = 0] = await meanOf((await edited('black and white')).bytes)
    expect(Math.abs(grey - alike)).toBeLessThan(1)
    expect(brighter).toMatchObject({ provider: 'builtin', width: 600, height: 600 })
  })

  it('changes the shape where it is asked to, and never enlarges', async () => {
    expect(await edited('crop to 16:9')).toMatchObject({ width: 600, height: 338 })
    expect(await edited('rotate left')).toMatchObject({ width: 600, height: 600 })
  })

  it.each(['#ffffff', '#777777', '#000000', '#facc15'])(
    'sets a text that can be read on %s',
    async (ground) => {
      const source = await onPlain(ground)
      const made = await edited('add the text “Open every Sunday” at the top', source)
      const area = { left: 60, top: 30, width: 480, height: 90 }
      const { data, info } = await sharp(made.bytes)
        .extract(area)
        .raw()
        .toBuffer({ resolveWithObject: true })
      const colors: string[] = []
      for (let at = 0; at < data.length; at += info.channels)
        colors.push(`#${data.subarray(at, at + 3).toString('hex')}`)
      // The letters are the lightest or the darkest there is; what lies around them is most of it.
      const sorted = [...colors].sort()
      const around = sorted[sorted.length >> 1] ?? ''
      const letters = [sorted[0] ?? '', sorted.at(-1) ?? '']
      expect(Math.max(...letters.map((hex) => contrast(hex, around)))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('draws again what it drew, with other words in the same layout', async () => {
    const asked: ImageRequest = {
      prompt: 'Spring sale',
      tier: 'standard',
      aspect: 'square',
      width: 1024,
      height: 1024,
      seed: 3,
      withLogo: false,
    }
    const first = await model.draw(asked, { signal })
    const drawn = {
      provider: 'builtin',
      prompt: asked.prompt,
      seed: asked.seed,
      aspect: 'square' as const,
      withLogo: false,
      unchanged: true,
    }
    const source = { ...first, mediaType: 'image/png' as const, drawn }
    const again = await edited('change the text to “Summer sale”', source)
    expect(again.redrawn).toMatchObject({ prompt: '“Summer sale”', seed: 3 })
    expect(again.redrawn?.alt).toContain('Summer sale')
    const other = await edited('another layout', source)
    expect(other.redrawn).toMatchObject({ prompt: 'Spring sale', seed: 4 })
    expect(model.check?.({ action: 'edit', prompt: 'another layout', drawn })).toEqual({ ok: true })
    const photo = model.check?.({ action: 'edit', prompt: 'another layout' })
    expect(photo).toMatchObject({ ok: false, code: 'edit_not_possible' })
  })

  it.each([
    ['remove the man', 'edit_not_possible'],
    ['add the text “毎朝”', 'script_not_supported'],
    ['add the text “!!!”', 'script_not_supported'],
  ])('“%s” is refused beforehand', (prompt, code) => {
    expect(model.check?.({ action: 'edit', prompt })).toMatchObject({ ok: false, code })
  })
})

describe('another background', () => {
  const replaced = async (source: SourcePicture, words: string) =>
    model.replaceBackground?.(request(source, words), { signal })

  it('lies behind the subject, and the subject stays', async () => {
    const source = await onPlain()
    const made = await replaced(source, 'plain blue')
    const bytes = made?.bytes ?? new Uint8Array()
    const [red = 0, , blue = 0] = await pixelAt(bytes, 10, 10)
    expect(blue - red).toBeGreaterThan(150)
    const [subject = 0] = await pixelAt(bytes, 300, 300)
    expect(Math.abs(subject - 0x7a)).toBeLessThan(8)
  })

  it('may be none', async () => {
    const made = await replaced(await onPlain(), 'transparent')
    expect(made?.mediaType).toBe('image/png')
    const bytes = made?.bytes ?? new Uint8Array()
    expect((await pixelAt(bytes, 5, 5))[3]).toBe(0)
    expect((await pixelAt(bytes, 300, 300))[3]).toBe(255)
  })

  it('follows a soft run of light, as a studio has it', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f4f4f4"/><stop offset="1" stop-color="#d6d6d6"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><circle cx="300" cy="300" r="140" fill="#123456"/></svg>`
    const bytes = await sharp(Buffer.from(svg)).jpeg().toBuffer()
    const made = await replaced({ bytes, mediaType: 'image/jpeg', width: 600, height: 600 }, 'red')
    const [red = 0, green = 255] = await pixelAt(made?.bytes ?? new Uint8Array(), 300, 590)
    expect(red - green).toBeGreaterThan(120)
  })

  it.each([
    [
      'noise',
      () =>
        sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
          .png()
          .toBuffer(),
    ],
    [
      'one colour all over',
      () =>
        sharp({ create: { width: 300, height: 300, channels: 3, background: '#abc' } })
          .png()
          .toBuffer(),
    ],
    [
      'halves of two colours',
      () =>
        sharp(
          Buffer.from(
            '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="150" height="300" fill="#123"/><rect x="150" width="150" height="300" fill="#fed"/></svg>',
          ),
        )
          .png()
          .toBuffer(),
    ],
  ])('is refused where there is none to be told: %s', async (_, draw) => {
    const source = { bytes: await draw(), mediaType: 'image/png' as const, width: 300, height: 300 }
    await expect(replaced(source, 'white')).rejects.toMatchObject({
      code: 'edit_not_possible',
      detail: expect.stringMatching(/^The built-in designer finds no plain background/),
    })
  })

  it('is refused beforehand when it is a scene', () => {
    expect(model.check?.({ action: 'background', prompt: 'a beach at sunset' })).toMatchObject({
      ok: false,
      code: 'edit_not_possible',
    })
  })
})

describe('upscaling', () => {
  it.each([2, 4] as const)('makes %i times as many pixels on a side', async (factor) => {
    const source = await onPlain('#e8e2d8', 150)
    const made = await model.upscale?.({ source, factor }, { signal })
    const decoded = await sharp(made?.bytes).metadata()
    expect([decoded.width, decoded.height]).toEqual([150 * factor, 150 * factor])
    expect(made).toMatchObject({ width: 150 * factor, provider: 'builtin' })
  })

  it('is sharper than plain interpolation', async () => {
    const source = await onPlain('#ffffff', 150)
    const made = await model.upscale?.({ source, factor: 4 }, { signal })
    const plain = await sharp(source.bytes).resize(600, 600, { kernel: 'linear' }).toBuffer()
    const sharpness = async (bytes: Uint8Array) => (await sharp(bytes).stats()).sharpness
    expect(await sharpness(made?.bytes ?? new Uint8Array())).toBeGreaterThan(await sharpness(plain))
  })

  it('keeps what is transparent', async () => {
    const bytes = await sharp({
      create: { width: 40, height: 40, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer()
    const source = { bytes, mediaType: 'image/png' as const, width: 40, height: 40 }
    const made = await model.upscale?.({ source, factor: 2 }, { signal })
    expect((await pixelAt(made?.bytes ?? new Uint8Array(), 20, 20))[3]).toBe(0)
  })
})
