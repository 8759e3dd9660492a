import sharp from 'sharp'
import { chroma, colorDistance, lightness } from './color-value.ts'
import { safeSvg } from './safe-svg.ts'

/** A picture made safe: decoded, bounded, and written anew as PNG. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly ink: 'light' | 'dark' | 'colored'
  /** The colours it is drawn in, by how much of it they cover. */
  readonly colors: readonly { readonly color: string; readonly share: number }[]
}

const maxPixels = 24_000_000
const maxSide = 1024

/** Decodes a picture; nothing when it is none, or one built to be expensive. */
export async function readPicture(bytes: Uint8Array): Promise<Picture | undefined> {
  try {
    const source = isSvg(bytes) ? safeSvg(Buffer.from(bytes).toString('utf8')) : largestIcon(bytes)
    if (source === undefined) return undefined
    return await decode(source)
  } catch {
    // Whatever a decoder stumbles over is no logo.
    return undefined
  }
}

async function decode(source: Buffer): Promise<Picture | undefined> {
  const options = { limitInputPixels: maxPixels, failOn: 'error' } as const
  const { width, height, format } = await sharp(source, options).metadata()
  if (Math.min(width, height) < 12 || width * height > maxPixels) return undefined
  const density =
    format === 'svg' ? Math.min(1200, Math.max(72, (72 * 512) / Math.max(width, height))) : 72
  const image = sharp(source, { ...options, density }).rotate()
  const { data, info } = await image
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .toColourspace('srgb')
    .png()
    .toBuffer({ resolveWithObject: true })
  const colors = await drawnColors(data)
  // An empty picture is a tracking pixel or a placeholder.
  if (colors.length === 0) return undefined
  return { bytes: data, width: info.width, height: info.height, ink: inkOf(colors), colors }
}

/** Whether bytes are an SVG, which is text: sharp is not asked to guess at it. */
function isSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 2_048)).toString('utf8'))
}

/** The largest PNG within an `.ico`; other pictures as they are. */
function largestIcon(bytes: Uint8Array): Buffer | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < 22 || buffer.readUInt32LE(0) !== 0x00010000) return buffer
  const count = Math.min(buffer.readUInt16LE(4), 32)
  const entries: Buffer[] = []
  for (let index = 0; index < count && 22 + index * 16 <= buffer.length; index += 1) {
    const size = buffer.readUInt32LE(6 + index * 16 + 8)
    const offset = buffer.readUInt32LE(6 + index * 16 + 12)
    const entry = buffer.subarray(offset, offset + size)
    if (entry.length > 8 && entry.readUInt32BE(0) === 0x89504e47) entries.push(entry)
  }
  return entries.sort((one, other) => other.length - one.length)[0]
}

async function drawnColors(png: Buffer): Promise<{ color: string; share: number }[]> {
  const { data } = await sharp(png)
    .resize({ width: 72, height: 72, fit: 'inside', kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const buckets = new Map<number, { count: number; red: number; green: number; blue: number }>()
  let drawn = 0
  for (let at = 0; at + 3 < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4)
    if (alpha < 140) continue
    drawn += 1
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const bucket = buckets.get(key) ?? { count: 0, red: 0, green: 0, blue: 0 }
    bucket.count += 1
    bucket.red += red
    bucket.green += green
    bucket.blue += blue
    buckets.set(key, bucket)
  }
  const shades = [...buckets.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, 40)
    .map(({ count, red, green, blue }) => ({
      color: toHex([red, green, blue].map((sum) => sum / count)),
      share: count / drawn,
    }))
  return mergeNear(shades)
}

function toHex(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

/** Shades that smoothing made of one colour count as that colour. */
function mergeNear(
  shades: readonly { color: string; share: number }[],
): { color: string; share: number }[] {
  const merged: { color: string; share: number }[] = []
  for (const shade of shades) {
    const near = merged.find(({ color }) => colorDistance(color, shade.color) < 0.09)
    if (near === undefined) merged.push({ ...shade })
    else near.share += shade.share
  }
  return merged.sort((one, other) => other.share - one.share).slice(0, 8)
}

function inkOf(colors: Picture['colors']): Picture['ink'] {
  const share = (test: (color: string) => boolean) =>
    colors.filter(({ color }) => test(color)).reduce((sum, entry) => sum + entry.share, 0)
  if (share((color) => lightness(color) > 0.88 && chroma(color) < 0.05) > 0.85) return 'light'
  if (share((color) => lightness(color) < 0.45 && chroma(color) < 0.06) > 0.85) return 'dark'
  return 'colored'
}
