import sharp, { type OverlayOptions } from 'sharp'
import { contrast, type Hex } from '../../../drawing/color.ts'
import { readable } from '../../../drawing/palette.ts'
import { createRandom } from '../../../random.ts'
import { facesFor } from '../../../typesetting/brand-typeface.ts'
import { type Box, setText } from '../../../typesetting/set-text.ts'
import type { TypeLibrary } from '../../../typesetting/type-library.ts'
import type { BrandBrief } from '../../brand-brief.ts'
import { type Pixels, toPixels } from './adjust.ts'
import type { TextPlace } from './adjustment.ts'

const [light, dark] = ['#ffffff', '#0b0c0e'] as const
/** Under white letters: dark enough that they can be read on a white picture. */
const plateOpacity = 0.72

/** The text laid over the picture, on a plate where it could not be read without one. */
export async function addText(
  library: TypeLibrary,
  picture: Pixels,
  wish: {
    readonly text: string
    readonly place: TextPlace
    readonly brand: BrandBrief | undefined
    readonly seed: number
  },
): Promise<Pixels> {
  const { width, height } = picture.raw
  const unit = Math.min(width, height) / 100
  const faces = facesFor(library, {
    fonts: wish.brand?.fonts,
    text: wish.text,
    random: createRandom(wish.seed),
  })
  const box = boxFor(picture.raw, wish.place)
  const set = setText(wish.text, {
    face: faces.display,
    box,
    sizeMax: unit * 11,
    linesMax: 4,
    align: 'center',
    valign: ({ top: 'top', middle: 'middle', bottom: 'bottom' } as const)[wish.place],
  })
  const pad = set.size * 0.42
  const plate = within(picture.raw, {
    x: set.box.x - pad,
    y: set.box.y - pad,
    width: set.box.width + 2 * pad,
    height: set.box.height + 2 * pad,
  })
  const color = await colorOn(picture, plate)
  const shapes = color === undefined ? plateShape(plate, set.size) : ''
  const letters = `<path transform="translate(0 ${set.down.toFixed(2)})" d="${set.outline}" fill="${color ?? light}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}${letters}</svg>`
  const layer: OverlayOptions = { input: Buffer.from(svg) }
  return toPixels(sharp(picture.data, { raw: picture.raw }).composite([layer]))
}

/** Clear of the edges, and of the lower right corner where the mark of the Free plan lies. */
function boxFor({ width, height }: Pixels['raw'], place: TextPlace): Box {
  const unit = Math.min(width, height) / 100
  const margin = unit * 8
  const tall = (height - 2 * margin) * 0.4
  const y = {
    top: margin,
    middle: (height - tall) / 2,
    bottom: height - margin - unit * 5 - tall,
  }[place]
  return { x: margin, y, width: width - 2 * margin, height: tall }
}

function within({ width, height }: Pixels['raw'], box: Box): Box {
  const x = Math.max(0, Math.floor(box.x))
  const y = Math.max(0, Math.floor(box.y))
  return {
    x,
    y,
    width: Math.max(1, Math.min(width - x, Math.ceil(box.width))),
    height: Math.max(1, Math.min(height - y, Math.ceil(box.height))),
  }
}

/** White or black where either can be read on everything behind it. */
async function colorOn({ data, raw }: Pixels, box: Box): Promise<Hex | undefined> {
  const behind = await sharp(data, { raw })
    .extract({ left: box.x, top: box.y, width: box.width, height: box.height })
    .flatten({ background: '#ffffff' })
    .resize(24, 24, { fit: 'fill' })
    .raw()
    .toBuffer()
  const seen = Array.from({ length: behind.length / 3 }, (_, at): Hex => {
    return `#${behind.subarray(at * 3, at * 3 + 3).toString('hex')}`
  })
  const worst = (hex: Hex) => Math.min(...seen.map((pixel) => contrast(hex, pixel)))
  // Somewhat more than asked: between two samples it may be brighter.
  return [light, dark].find((hex) => worst(hex) >= readable + 1.5)
}

function plateShape({ x, y, width, height }: Box, size: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${Math.round(size * 0.22)}" fill="${dark}" fill-opacity="${plateOpacity}"/>`
}
