import sharp, { type OverlayOptions, type Sharp } from 'sharp'
import { luminance } from '../../../drawing/color.ts'
import { createRandom } from '../../../random.ts'
import type { BrandLogo } from '../../brand-brief.ts'
import { placeLogo } from '../../place-logo.ts'
import { rawPixels } from '../../raw-pixels.ts'
import type { Composition, Scene, Soft } from './scene.ts'

export interface Painted {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/webp'
}

/** Paints a composition in libvips' own threads; only its description was made on ours. */
export async function paint(
  composition: Composition,
  scene: Pick<Scene, 'width' | 'height'>,
  logo: BrandLogo | undefined,
): Promise<Painted> {
  const layers: OverlayOptions[] = [
    ...(composition.soft ? [await softLayer(composition.soft, scene)] : []),
    { input: Buffer.from(svgOf(composition, scene)) },
    ...(composition.grain ? [await grainLayer(composition.grain)] : []),
    ...(logo && composition.logo
      ? await placeLogo(logo, composition.logo.box, luminance(composition.logo.behind))
      : []),
  ]
  const picture = groundOf(composition, scene).composite(layers).removeAlpha()
  // Grain and soft colour runs cost PNG dearly; flat shapes cost it nothing.
  return composition.grain
    ? { bytes: await picture.webp({ quality: 92, effort: 2 }).toBuffer(), mediaType: 'image/webp' }
    : { bytes: await picture.png({ compressionLevel: 7 }).toBuffer(), mediaType: 'image/png' }
}

export function svgOf(
  composition: Composition,
  { width, height }: Pick<Scene, 'width' | 'height'>,
): string {
  const letters = composition.lettering
    .map(
      ({ set, color }) =>
        `<path transform="translate(0 ${set.down.toFixed(2)})" d="${set.outline}" fill="${color}"/>`,
    )
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${composition.shapes}${letters}</svg>`
}

export function groundOf(
  { ground }: Composition,
  { width, height }: Pick<Scene, 'width' | 'height'>,
): Sharp {
  if (typeof ground === 'string')
    return sharp({ create: { width, height, channels: 3, background: ground } })
  return sharp(ground.pixels, {
    raw: { width: ground.columns, height: ground.rows, channels: 3 },
  }).resize(width, height, { kernel: 'cubic', fit: 'fill' })
}

const softScale = 4

async function softLayer(
  soft: Soft,
  { width, height }: Pick<Scene, 'width' | 'height'>,
): Promise<OverlayOptions> {
  const size = { width: Math.ceil(width / softScale), height: Math.ceil(height / softScale) }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${width} ${height}">${soft.shapes}</svg>`
  const blurred = await sharp(Buffer.from(svg))
    .removeAlpha()
    .blur(Math.max(0.3, soft.blur / softScale))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { data, info } = await sharp(blurred.data, { raw: rawPixels(blurred.info) })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { input: data, raw: rawPixels(info) }
}

const grainSide = 256
const grainSeed = 20_261

/**
 * Grey noise laid thinly over everything: it keeps soft colour runs from banding. Made here, because
 * that of libvips is another one every time.
 */
async function grainLayer(strength: number): Promise<OverlayOptions> {
  const random = createRandom(grainSeed)
  const rgba = new Uint8Array(grainSide * grainSide * 4)
  for (let at = 0; at < rgba.length; at += 4) {
    rgba.fill((random.next() + random.next()) * 127.5, at, at + 3)
    rgba[at + 3] = Math.round(255 * 0.13 * strength)
  }
  const raw = { width: grainSide, height: grainSide, channels: 4 as const }
  return { input: await sharp(rgba, { raw }).png().toBuffer(), tile: true }
}
