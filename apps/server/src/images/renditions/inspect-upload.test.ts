import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { inspectUpload } from './inspect-upload.ts'

const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

/** A PNG whose header says this size, with next to nothing behind it. */
function pngThatSays(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(checksum(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function checksum(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

describe('an upload', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('may be %s', async (format) => {
    const bytes = await noise(60, 40).toFormat(format).toBuffer()
    expect(await inspectUpload(bytes)).toEqual({
      ok: true,
      mediaType: `image/${format}`,
      width: 60,
      height: 40,
      animated: false,
    })
  })

  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)(
    'that is half a %s is refused',
    async (format) => {
      const bytes = await noise(200, 200).toFormat(format).toBuffer()
      expect(await inspectUpload(bytes.subarray(0, bytes.length / 2))).toMatchObject({
        ok: false,
        code: 'unsupported_media',
        detail: expect.stringContaining('damaged'),
      })
    },
  )

  it('counts its sides upright', async () => {
    const bytes = await noise(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await inspectUpload(bytes)).toMatchObject({ ok: true, width: 40, height: 60 })
  })

  it.each([
    [30_000, 30_000],
    [12_001, 10],
    [7_000, 6_000],
  ])('of %i × %i pixels is refused before it is decoded', async (width, height) => {
    expect(await inspectUpload(pngThatSays(width, height))).toMatchObject({
      ok: false,
      code: 'image_too_large',
      detail: expect.stringContaining(`${width} × ${height}`),
    })
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'SVG'],
    ['an SVG with a prologue', '<?xml version="1.0"?><svg/>', 'SVG'],
    ['a page called .png', '<!doctype html><p>hello', 'not an image'],
    ['nothing', '', 'not an image'],
    ['a signature alone', '\x89PNG\r\n\x1a\n', 'damaged'],
  ])('that is %s is refused', async (_what, text, said) => {
    expect(await inspectUpload(Buffer.from(text, 'latin1'))).toMatchObject({
      ok: false,
      code: 'unsupported_media',
      detail: expect.stringContaining(said),
    })
  })

  it('of more than 20 MB is refused', async () => {
    const png = await noise(8, 8).png().toBuffer()
    const padded = Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024)])
    expect(await inspectUpload(padded)).toMatchObject({ ok: false, code: 'image_too_large' })
  })
})
