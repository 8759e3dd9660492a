import sharp, { type OverlayOptions } from 'sharp'
import { luminance } from '../drawing/color.ts'
import { pixelsMax } from '../images/renditions/upload-limits.ts'
import { watermark } from '../images/renditions/watermark.ts'
import type { BrandLogo } from '../models/brand-brief.ts'
import { type LogoBox, placeLogo } from '../models/place-logo.ts'
import { rawPixels } from '../models/raw-pixels.ts'
import type { Composed } from './compose-design.ts'
import { scrimShapes, scrimStrength } from './scrim.ts'
import type { Surface } from './surface.ts'

export interface PaintedDesign {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
}

export interface Paints {
  readonly logo?: BrandLogo | undefined
  /** The file of the picture that lies behind, and what is written on it with. */
  readonly picture?: { readonly bytes: Uint8Array; readonly surface: Surface } | undefined
  /** Of its full size. */
  readonly scale: number
  readonly marked: boolean
}

/** Paints a design in libvips' own threads; only its description was made on ours. */
export async function paintDesign(composed: Composed, paints: Paints): Promise<PaintedDesign> {
  const width = Math.round(composed.width * paints.scale)
  const height = Math.round(composed.height * paints.scale)
  const size = { width, height }
  const behind = paints.picture && (await pictureBehind(composed, paints.picture, size))
  const shapes = `${behind?.scrim ?? groundShape(composed)}${composed.shapes}${lettersOf(composed)}`
  const svg = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${composed.width} ${composed.height}">${shapes}</svg>`,
  )
  const over = [...(await logoLayers(composed, paints)), ...(paints.marked ? [mark(size)] : [])]
  const base = behind
    ? behind.picture.composite([{ input: svg }, ...over])
    : sharp(svg).composite(over)
  const flat = base.removeAlpha()
  return behind
    ? { ...size, mediaType: 'image/jpeg', bytes: await flat.jpeg(photograph).toBuffer() }
    : { ...size, mediaType: 'image/png', bytes: await flat.png({ compressionLevel: 6 }).toBuffer() }
}

/** Without chroma subsampling: letters in colour would fray. */
const photograph = { quality: 90, chromaSubsampling: '4:4:4' }

function groundShape({ width, height, ground }: Composed): string {
  return `<rect width="${width}" height="${height}" fill="${ground}"/>`
}

function lettersOf({ letters }: Composed): string {
  return letters.map(({ outline, color }) => `<path d="${outline}" fill="${color}"/>`).join('')
}

async function pictureBehind(
  composed: Composed,
  { bytes, surface }: NonNullable<Paints['picture']>,
  size: { readonly width: number; readonly height: number },
) {
  const { data, info } = await sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
    .rotate()
    .resize({ ...size, fit: 'cover', position: 'attention' })
    .flatten({ background: surface.ground })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const written = composed.letters.filter(({ on }) => on === surface.ground).map(({ box }) => box)
  const boxes = composed.logo ? [...written, composed.logo.box] : written
  const scale = size.width / composed.width
  const scaled = boxes.map(({ x, y, width, height }) => ({
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
  }))
  const strength = scrimStrength({ data, ...info }, scaled, surface)
  return {
    picture: sharp(data, { raw: rawPixels(info) }),
    scrim: boxes.length === 0 ? '' : scrimShapes(composed, boxes, surface, strength),
  }
}

async function logoLayers({ logo }: Composed, paints: Paints): Promise<readonly OverlayOptions[]> {
  if (!logo || !paints.logo) return []
  const box: LogoBox = {
    align: logo.box.align,
    x: logo.box.x * paints.scale,
    y: logo.box.y * paints.scale,
    width: logo.box.width * paints.scale,
    height: logo.box.height * paints.scale,
  }
  return [...(await placeLogo(paints.logo, box, luminance(logo.behind)))]
}

function mark(size: { readonly width: number; readonly height: number }): OverlayOptions {
  const { svg, left, top } = watermark(size)
  return { input: Buffer.from(svg), left, top }
}
