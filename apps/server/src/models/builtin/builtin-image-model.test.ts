import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { contrast } from '../../drawing/color.ts'
import { TypeLibrary } from '../../typesetting/type-library.ts'
import type { ImageRequest } from '../image-model.ts'
import { imageSize } from '../image-size.ts'
import { compose, createBuiltinImageModel, sceneOf } from './builtin-image-model.ts'
import { paint } from './drawing/paint.ts'
import { layouts } from './layouts/layout-for.ts'

const model = createBuiltinImageModel()
const library = new TypeLibrary()
const { signal } = new AbortController()
const aspects = ['square', 'portrait', 'landscape'] as const

const brands = {
  none: undefined,
  teal: {
    name: 'Northwind',
    colors: { primary: '#0f766e', accent: '#f59e0b', secondary: '#99f6e4' },
    fonts: { heading: 'Poppins' },
  },
  red: { name: 'Bäckerei Grün', colors: { primary: '#b91c1c' }, fonts: { heading: 'Georgia' } },
  grey: { name: 'Mono', colors: { primary: '#777777', background: '#888888', text: '#999999' } },
  black: {
    name: 'Noir',
    colors: { primary: '#000000', text: '#000000' },
    fonts: { heading: 'Oswald' },
  },
  yellow: { name: 'Sol', colors: { primary: '#facc15' }, fonts: { heading: 'Quicksand' } },
  white: { name: 'Blanc', colors: { primary: '#ffffff' } },
} as const
const prompts = [
  'Breathe',
  'A cozy coffee shop in autumn, warm light, wooden tables',
  'We are launching our new subscription for small teams, with everything you need to get started this week',
  'Rechtsschutzversicherungsgesellschaften und Donaudampfschifffahrtsgesellschaftskapitäne',
  'Poster that says "Открытая студия" and «Λίγα λόγια για το φως»',
  'Đừng bỏ lỡ ưu đãi, chào mừng năm học mới',
] as const

/** Smaller than what is sold, in the same proportions: the tests look at many. */
const small = (aspect: (typeof aspects)[number]) => {
  const { width, height } = imageSize(aspect, 'standard')
  return { width: Math.round(width * 0.45), height: Math.round(height * 0.45) }
}
const request = (change: Partial<ImageRequest> = {}): ImageRequest => {
  const aspect = change.aspect ?? 'square'
  const tier = change.tier ?? 'standard'
  return {
    prompt: 'Good morning',
    tier,
    aspect,
    ...imageSize(aspect, tier),
    seed: 1,
    withLogo: true,
    ...change,
  }
}

describe('a drawing', () => {
  it.each(aspects)('has the size of the aspect %s in both tiers', async (aspect) => {
    for (const tier of ['standard', 'pro'] as const) {
      const asked = request({ aspect, tier, seed: 4 })
      const drawn = await model.draw(asked, { signal })
      const decoded = await sharp(drawn.bytes).metadata()
      expect([decoded.width, decoded.height]).toEqual([asked.width, asked.height])
      expect([drawn.width, drawn.height]).toEqual([asked.width, asked.height])
      expect(Math.max(drawn.width, drawn.height)).toBe(tier === 'pro' ? 2048 : 1024)
      expect(`image/${decoded.format}`).toBe(drawn.mediaType)
    }
  })

  it('is the same for the same seed and another for each neighbour', async () => {
    const draw = async (seed: number) =>
      Buffer.from((await model.draw(request({ seed }), { signal })).bytes)
    // Among them those with soft colours and grain.
    for (const seed of [0, 1, 3, 8]) {
      const [one, again, next] = [await draw(seed), await draw(seed), await draw(seed + 1)]
      expect(one.equals(again)).toBe(true)
      expect(one.equals(next)).toBe(false)
    }
  })

  it('has a composition of its own for each of a dozen neighbouring seeds', () => {
    for (const prompt of prompts) {
      const seen = Array.from(
        { length: 12 },
        (_, seed) => compose(sceneOf(library, request({ prompt, seed })), seed).seen,
      )
      expect(new Set(seen).size).toBe(12)
    }
  })

  it('says what it is in its alternative text', async () => {
    const { alt } = await model.draw(request({ prompt: 'Spring sale', brand: brands.teal }), {
      signal,
    })
    expect(alt).toMatch(/^Graphic in the look of Northwind with the words “Spring sale” .+\.$/)
  })

  it('ends with the reason of the caller who leaves', async () => {
    const left = AbortSignal.abort(new Error('left'))
    await expect(model.draw(request(), { signal: left })).rejects.toThrow('left')
  })

  it('stands without a logo that cannot be read', async () => {
    const brand = { name: 'Acme', logo: { bytes: Buffer.from('nonsense'), mediaType: 'image/png' } }
    await expect(model.draw(request({ brand }), { signal })).resolves.toMatchObject({ width: 1024 })
  })
})

describe.each(layouts.map((layout) => [layout.name, layout] as const))(
  'the layout %s',
  (_name, layout) => {
    const cases = Object.entries(brands).flatMap(([key, brand], at) =>
      aspects.map((aspect, turn) => ({
        key,
        aspect,
        asked: request({
          aspect,
          ...small(aspect),
          seed: at * 31 + turn,
          ...(brand && { brand }),
          prompt: prompts[(at + turn * 2) % prompts.length] ?? 'Hello',
        }),
      })),
    )

    it('keeps every letter on the page, and none on another', () => {
      for (const { asked } of cases) {
        const scene = sceneOf(library, asked)
        if (layout.suits && !layout.suits(scene)) continue
        const { lettering } = layout.compose(scene)
        expect(lettering.length).toBeGreaterThan(0)
        const edge = scene.unit * 3
        for (const { set } of lettering) {
          expect(set.size).toBeGreaterThan(scene.unit * 1.2)
          expect(set.box.x).toBeGreaterThan(edge)
          expect(set.box.y).toBeGreaterThan(edge)
          expect(set.box.x + set.box.width).toBeLessThan(scene.width - edge)
          expect(set.box.y + set.box.height).toBeLessThan(scene.height - edge * 0.5)
          // Where the mark of the Free plan lies.
          const isBeside = set.box.x + set.box.width < scene.width * 0.8
          expect(isBeside || set.box.y + set.box.height < scene.height - scene.unit * 6).toBe(true)
        }
        for (const [index, one] of lettering.entries())
          for (const other of lettering.slice(index + 1))
            expect(overlap(one.set.box, other.set.box)).toBe(false)
      }
    })

    it('can be read: 4.5 to 1 against what is painted behind', async () => {
      for (const { asked, key } of cases) {
        const scene = sceneOf(library, asked)
        if (layout.suits && !layout.suits(scene)) continue
        const composition = layout.compose(scene)
        const behind = await paint({ ...composition, lettering: [] }, scene, undefined)
        for (const { set, color } of composition.lettering) {
          const area = {
            left: Math.floor(set.box.x),
            top: Math.floor(set.box.y),
            width: Math.ceil(set.box.width),
            height: Math.ceil(set.box.height),
          }
          const { data } = await sharp(behind.bytes)
            .extract(area)
            .resize(24, 24, { fit: 'fill' })
            .raw()
            .toBuffer({ resolveWithObject: true })
          const worst = Math.min(...pixels(data).map((pixel) => contrast(pixel, color)))
          expect(worst, `${key} ${asked.aspect} "${asked.prompt}" ${color}`).toBeGreaterThanOrEqual(
            4.5,
          )
        }
      }
    }, 60_000)
  },
)

describe('a prompt', () => {
  it.each([...prompts, 'Sale 🎉 today', '50 % off – “now”', 'naïve façade ©'])(
    '"%s" can be drawn',
    (prompt) => {
      expect(model.check?.({ action: 'generate', prompt })).toEqual({ ok: true })
    },
  )

  it.each(['秋のカフェ', '你好 and hello', 'مقهى', 'בית קפה', 'कॉफ़ी', 'กาแฟ', '커피'])(
    '"%s" is refused',
    (prompt) => {
      expect(model.check?.({ action: 'generate', prompt })).toMatchObject({
        ok: false,
        code: 'script_not_supported',
        detail: expect.stringMatching(/^The built-in image maker cannot draw this script/),
      })
    },
  )

  it.each(['🎉🎉', '…', '   '])('of no words ("%s") is refused', (prompt) => {
    expect(model.check?.({ action: 'generate', prompt })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('words'),
    })
  })

  it('of 20,000 characters is drawn as quickly as any other', async () => {
    const prompt = 'A slow morning with coffee and '.repeat(650)
    await expect(model.draw(request({ prompt }), { signal })).resolves.toMatchObject({
      width: 1024,
    })
  })
})

function overlap(a: Box, b: Box): boolean {
  const slack = 0.5
  return (
    a.x + a.width > b.x + slack &&
    b.x + b.width > a.x + slack &&
    a.y + a.height > b.y + slack &&
    b.y + b.height > a.y + slack
  )
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function pixels(data: Buffer): string[] {
  const all: string[] = []
  for (let at = 0; at + 2 < data.length; at += 3)
    all.push(`#${data.subarray(at, at + 3).toString('hex')}`)
  return all
}
