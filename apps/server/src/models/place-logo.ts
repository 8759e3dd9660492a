import sharp from 'sharp'
import type { BrandLogo } from './brand-brief.ts'

/** Where a logo may lie: it is fitted into the box and set against one of its edges. */
export interface LogoBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly align: 'left' | 'center' | 'right'
}

export interface Placed {
  readonly input: Buffer
  readonly left: number
  readonly top: number
}

const logoPixelsMax = 24_000_000
const logoBytesMax = 8_000_000
/** The luminance contrast below which a mark is lost on what lies behind it. */
const contrastMin = 2.2

/**
 * The logo as layers to composite, on a plate of its own where it would be lost on `behind`
 * (relative luminance, 0 to 1). Nothing when the logo cannot be read: an image without it is still
 * an image.
 */
export async function placeLogo(
  logo: BrandLogo,
  box: LogoBox,
  behind: number,
): Promise<readonly Placed[]> {
  const mark = await fitLogo(logo, box).catch(() => undefined)
  if (!mark) return []
  const plate = await plateFor(mark, behind)
  const pad = plate ? Math.round(Math.min(mark.width, mark.height) * 0.28) : 0
  const width = mark.width + 2 * pad
  const height = mark.height + 2 * pad
  const left = Math.round(
    box.x + (box.width - width) * { left: 0, center: 0.5, right: 1 }[box.align],
  )
  const top = Math.round(box.y + (box.height - height) / 2)
  const layers = [{ input: mark.bytes, left: left + pad, top: top + pad }]
  return plate ? [{ input: plateImage(width, height, plate), left, top }, ...layers] : layers
}

interface Mark {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

async function fitLogo(logo: BrandLogo, box: LogoBox): Promise<Mark> {
  if (logo.bytes.byteLength > logoBytesMax) throw new RangeError('the logo is too large to place')
  // Vector logos are drawn large first: their own size may be a few pixels.
  const density = /svg/.test(logo.mediaType) ? { density: 300 } : {}
  const source = sharp(logo.bytes, { limitInputPixels: logoPixelsMax, ...density })
  const trimmed = await source.rotate().ensureAlpha().trim({ threshold: 12 }).png().toBuffer()
  const inset = 0.78
  const { data, info } = await sharp(trimmed)
    .resize({
      width: Math.max(1, Math.round(box.width * inset)),
      height: Math.max(1, Math.round(box.height * inset)),
      fit: 'inside',
    })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

async function plateFor(mark: Mark, behind: number): Promise<string | undefined> {
  const { data } = await sharp(mark.bytes)
    .resize(48, 48, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const ink = inkOf(data)
  if (ink.coverage > 0.97) return undefined
  const lost = ink.luminances.filter((l) => contrast(l, behind) < contrastMin).length
  if (lost / Math.max(1, ink.luminances.length) < 0.35) return undefined
  const average = ink.luminances.reduce((sum, l) => sum + l, 0) / ink.luminances.length
  return average > 0.5 ? '#16181d' : '#ffffff'
}

function inkOf(rgba: Buffer): { coverage: number; luminances: readonly number[] } {
  const luminances: number[] = []
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    if ((rgba[at + 3] ?? 0) < 128) continue
    luminances.push(luminanceOf(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0))
  }
  return { coverage: luminances.length / (rgba.length / 4), luminances }
}

function luminanceOf(red: number, green: number, blue: number): number {
  const linear = (channel: number) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function plateImage(width: number, height: number, color: string): Buffer {
  const radius = Math.round(Math.min(width, height) * 0.16)
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<rect width="${width}" height="${height}" rx="${radius}" fill="${color}"/></svg>`,
  )
}
