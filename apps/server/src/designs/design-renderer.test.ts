import { type DesignLayout, designAspects, designLayouts, designSchema } from '@rheos/contract'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { contrast, luminance } from '../drawing/color.ts'
import { createRandom } from '../random.ts'
import { designLayoutRules } from './design-layouts.ts'
import { DesignRenderer } from './design-renderer.ts'
import { designSizes } from './design-sizes.ts'
import { readable } from './surface.ts'

const renderer = new DesignRenderer()
const brand = {
  name: 'Northwind',
  colors: { primary: '#0f766e', accent: '#f59e0b' },
  fonts: { heading: 'Poppins' },
}

const design = (layout: DesignLayout, more: object = {}) => {
  const { fields, use } = designLayoutRules[layout]
  const text = Object.fromEntries(fields.map(({ name, example }) => [name, example]))
  return designSchema.parse({
    layout,
    text,
    folio: use === 'slide' ? { page: 2, pages: 7 } : null,
    ...more,
  })
}

/** All points of an outline; control points lie outside of a curve, never inside. */
function extent(outline: string) {
  const numbers = [...outline.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number))
  const axis = (rest: number) => numbers.filter((_, at) => at % 2 === rest)
  const [x, y] = [axis(0), axis(1)]
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)] as const
}

const words = fc.constantFrom(
  'Breathe',
  'Rechtsschutzversicherungsgesellschaften',
  'Открытая студия по субботам',
  'العمل الجيد يأخذ وقته',
  'לפני שחותמים על חוזה 24',
  '春の新作コーヒー、三月から販売',
  '然后才开始设计，这样的耐心',
  '무엇을 만들까요',
  'รดน้ำตอนเช้าไม่ใช่ตอนกลางคืน',
  'हम सोमवार को बंद',
  'bikes 🚲 and 👩‍🚀',
  'https://example.com/a/very/long/address/without/an/end',
)
const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' '))

describe('a design', () => {
  it('keeps every letter on the page, whatever is written in whatever layout', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...designLayouts),
        fc.constantFrom(...designAspects),
        fc.record({ label: text, title: text, body: text, second: text, note: text }),
        async (layout, aspect, given) => {
          const { width, height } = designSizes[aspect]
          const cut = Object.fromEntries(
            Object.entries(given).map(([name, said]) => [
              name,
              [...said]
                .slice(0, name === 'label' || name === 'note' ? 50 : 250)
                .join('')
                .trim(),
            ]),
          )
          const { letters } = await renderer.compose(design(layout, { aspect, text: cut }), {
            brand,
          })
          for (const { outline, size } of letters) {
            if (outline === '') continue
            const [left, top, right, bottom] = extent(outline)
            expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
            expect(right).toBeLessThanOrEqual(width)
            expect(bottom).toBeLessThanOrEqual(height)
            expect(size).toBeGreaterThan(7)
          }
        },
      ),
      { numRuns: 120 },
    )
  }, 120_000)

  it.each(designLayouts)('says all that is written, in the layout %s', async (layout) => {
    const asked = design(layout)
    const { letters } = await renderer.compose(asked, { brand })
    const said = letters.map((set) => set.text.replaceAll('\u00a0', ' ')).join('\n')
    for (const field of designLayoutRules[layout].fields)
      for (const part of asked.text[field.name].split('\n')) expect(said).toContain(part)
    for (const { color, on } of letters)
      expect(contrast(color, on)).toBeGreaterThanOrEqual(readable)
  })

  it('stands at the right where it is read from there', async () => {
    const { letters } = await renderer.compose(
      design('note', { text: { title: 'לפני שחותמים' }, withLogo: false }),
      {},
    )
    const [left, , right] = extent(letters[0]?.outline ?? '')
    expect(1080 - right).toBeLessThan(120)
    expect(left).toBeGreaterThan(300)
  })

  it('has no boxes for letters that no font has, but says which they are', async () => {
    const asked = design('note', { text: { title: 'ok ሰላም' } })
    await expect(renderer.render(asked, { brand, marked: false })).rejects.toMatchObject({
      code: 'script_not_supported',
      detail: expect.stringContaining('ሰ'),
    })
  })

  it('is the same every time, has its size, and carries the mark where asked', async () => {
    const asked = design('quote', { aspect: 'pin' })
    const [one, again, marked, small] = await Promise.all([
      renderer.render(asked, { brand, marked: false }),
      renderer.render(asked, { brand, marked: false }),
      renderer.render(asked, { brand, marked: true }),
      renderer.render(asked, { brand, marked: false, width: 250 }),
    ])
    expect(Buffer.from(one.bytes).equals(Buffer.from(again.bytes))).toBe(true)
    expect(Buffer.from(one.bytes).equals(Buffer.from(marked.bytes))).toBe(false)
    expect([one.width, one.height]).toEqual([1000, 1500])
    const { width, height } = await sharp(small.bytes).metadata()
    expect([width, height]).toEqual([250, 375])
  })
})

describe('on a picture', () => {
  const size = { width: 1080, height: 1080 }
  const pictures = {
    white: { r: 255, g: 255, b: 255 },
    yellow: { r: 250, g: 230, b: 20 },
    black: { r: 0, g: 0, b: 0 },
  }
  it.each(Object.entries(pictures))('can be read: %s', async (_, background) => {
    const picture = await sharp({ create: { ...size, channels: 3, background } })
      .png()
      .toBuffer()
    await expectReadable(picture)
  })

  it('can be read: noise of all colours', async () => {
    const random = createRandom(1080)
    const pixels = Uint8Array.from({ length: size.width * size.height * 3 }, () =>
      Math.floor(random.next() * 256),
    )
    const picture = await sharp(pixels, { raw: { ...size, channels: 3 } })
      .png()
      .toBuffer()
    await expectReadable(picture)
  })

  /** Measured where letters are: the painted pixels of the design without them. */
  async function expectReadable(picture: Buffer) {
    const asked = design('statement', { backgroundId: 'a-picture' })
    const composed = await renderer.compose(asked, { brand, picture })
    const painted = await renderer.render(asked, { brand, picture, marked: false })
    const { data, info } = await sharp(painted.bytes).raw().toBuffer({ resolveWithObject: true })
    expect(composed.letters.length).toBeGreaterThan(1)
    for (const { box, color } of composed.letters) {
      const behind = brightestBeside(data, info.width, info.channels, box)
      const light = luminance(color)
      expect((light + 0.05) / (behind + 0.05)).toBeGreaterThanOrEqual(readable)
    }
  }

  /** The brightest of what is no letter: pixels beside the box, in the rows of its text. */
  function brightestBeside(
    data: Buffer,
    width: number,
    channels: number,
    box: {
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    },
  ): number {
    let most = 0
    for (let y = Math.ceil(box.y); y < box.y + box.height; y += 1)
      for (let x = Math.max(0, Math.floor(box.x) - 5); x < box.x - 1; x += 1) {
        const at = (y * width + x) * channels
        const hex = `#${[0, 1, 2].map((axis) => (data[at + axis] ?? 0).toString(16).padStart(2, '0')).join('')}`
        most = Math.max(most, luminance(hex))
      }
    return most
  }
})
