import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { renderRendition } from './render-rendition.ts'

const plain = (color: string, width = 800, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: color } })

async function greys(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { at: (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? -1, ...info }
}

describe('the mark', () => {
  it.each(['#ffffff', '#000000', '#808080', '#e8b04a'])('can be read on %s', async (color) => {
    const original = await plain(color).png().toBuffer()
    const { bytes } = await renderRendition({ original, watermark: true })
    const { at } = await greys(bytes)
    const corner = []
    for (let y = 550; y < 600; y += 1) for (let x = 680; x < 800; x += 1) corner.push(at(x, y))
    const letters = corner.filter((grey) => grey > 235).length
    const plate = corner.filter((grey) => grey < 110).length
    expect(letters).toBeGreaterThan(100)
    expect(plate).toBeGreaterThan(400)
  })

  it('leaves the rest of the picture and the original alone', async () => {
    const original = await plain('#3366aa').png().toBuffer()
    const before = Buffer.from(original)
    const withMark = await greys((await renderRendition({ original, watermark: true })).bytes)
    const without = await greys((await renderRendition({ original, watermark: false })).bytes)
    let changed = 0
    for (let y = 0; y < 600; y += 1)
      for (let x = 0; x < 800; x += 1)
        if (withMark.at(x, y) !== without.at(x, y)) {
          changed += 1
          expect(x > 660 && y > 550).toBe(true)
        }
    expect(changed).toBeGreaterThan(500)
    expect(original.equals(before)).toBe(true)
  })

  it.each([
    [1, 1],
    [20, 2000],
    [64, 64],
    [3000, 10],
  ])('fits on a picture of %i × %i', async (width, height) => {
    const original = await plain('#ffffff', width, height).png().toBuffer()
    await expect(renderRendition({ original, watermark: true })).resolves.toMatchObject({
      width,
      height,
    })
  })
})

describe('a rendition', () => {
  it('carries nothing beside the picture', async () => {
    const original = await plain('#ffffff')
      .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(original).metadata()).exif).toBeDefined()
    const { bytes } = await renderRendition({ original, watermark: false })
    const { exif, icc, xmp, iptc } = await sharp(bytes).metadata()
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined])
  })

  it.each([
    ['png', undefined, 'image/png'],
    ['jpeg', undefined, 'image/jpeg'],
    ['webp', undefined, 'image/webp'],
    ['gif', undefined, 'image/png'],
    ['avif', undefined, 'image/webp'],
    ['png', 'jpeg', 'image/jpeg'],
    ['jpeg', 'webp', 'image/webp'],
  ] as const)('of %s as %s is %s', async (from, format, mediaType) => {
    const original = await plain('#aa3366').toFormat(from).toBuffer()
    const rendition = await renderRendition({
      original,
      watermark: true,
      ...(format && { format }),
    })
    expect(rendition.mediaType).toBe(mediaType)
    expect(`image/${(await sharp(rendition.bytes).metadata()).format}`).toBe(mediaType)
  })

  it('is made smaller, never larger, and stands upright', async () => {
    const original = await plain('#aa3366').withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const size = async (width?: number) => {
      const { bytes } = await renderRendition({
        original,
        watermark: false,
        ...(width && { width }),
      })
      const { width: w, height: h } = await sharp(bytes).metadata()
      return [w, h]
    }
    expect(await size()).toEqual([600, 800])
    expect(await size(300)).toEqual([300, 400])
    expect(await size(5000)).toEqual([600, 800])
  })

  it('keeps what is transparent, except as JPEG', async () => {
    const background = { r: 0, g: 0, b: 0, alpha: 0 }
    const original = await sharp({ create: { width: 40, height: 40, channels: 4, background } })
      .png()
      .toBuffer()
    const asPng = await renderRendition({ original, watermark: false })
    expect((await sharp(asPng.bytes).metadata()).hasAlpha).toBe(true)
    const asJpeg = await renderRendition({ original, watermark: false, format: 'jpeg' })
    expect((await greys(asJpeg.bytes)).at(20, 20)).toBeGreaterThan(250)
  })
})
