import { contrast, type Hex, luminance, mix } from '../drawing/color.ts'
import type { Palette } from '../drawing/palette.ts'
import { linear, rect } from '../drawing/svg.ts'
import type { Box } from '../typesetting/set-text.ts'
import type { Surface } from './surface.ts'

/** More than AA: encoding makes single pixels brighter than they were painted, most of all among noise. */
const sure = 5.4

/** Colours for writing on a picture: white on the brand's darkest. */
export function pictureSurface({ deep }: Pick<Palette, 'deep'>): Surface {
  const ground = luminance(deep) < 0.03 ? deep : '#14161b'
  const text = '#ffffff'
  return { ground, text, quiet: text, accent: text, whisper: ground }
}

/** Pixels as red, green, blue. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: number
}

/** How much of the dark must lie over the brightest pixel under the text so that all of it can be read. */
export function scrimStrength(pixels: Pixels, boxes: readonly Box[], surface: Surface): number {
  const brightest = brightestIn(pixels, boxes)
  for (let strength = 0.3; strength < 1; strength += 0.02) {
    if (contrast(surface.text, mix(brightest, surface.ground, strength)) >= sure) return strength
  }
  return 1
}

/** At full strength behind the text, fading out above and below it. */
export function scrimShapes(
  size: { readonly width: number; readonly height: number },
  boxes: readonly Box[],
  { ground }: Surface,
  strength: number,
): string {
  const { width, height } = size
  const top = Math.min(...boxes.map(({ y }) => y)) / height - 0.03
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) / height + 0.03
  const faint = strength * 0.35
  const stops = [
    [Math.max(0, top - 0.25), faint],
    [Math.max(0, top), strength],
    [Math.min(1, bottom), strength],
    [Math.min(1, bottom + 0.25), faint],
  ] as const
  const gradient = linear(
    'scrim',
    stops.map(([offset, opacity]) => [offset, ground, opacity] as const),
  )
  return `<defs>${gradient}</defs>${rect(0, 0, width, height, 'url(#scrim)')}`
}

/** Channel by channel, so that no pixel is brighter in any. */
function brightestIn(pixels: Pixels, boxes: readonly Box[]): Hex {
  const most = [0, 0, 0]
  for (const box of boxes) {
    const [left, right] = within(box.x, box.width, pixels.width)
    const [top, bottom] = within(box.y, box.height, pixels.height)
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        const at = (y * pixels.width + x) * pixels.channels
        for (let axis = 0; axis < 3; axis += 1) {
          const value = pixels.data[at + axis] ?? 0
          if (value > (most[axis] ?? 0)) most[axis] = value
        }
      }
    }
  }
  return `#${most.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function within(from: number, length: number, end: number): readonly [number, number] {
  const pad = 6
  return [Math.max(0, Math.floor(from) - pad), Math.min(end, Math.ceil(from + length) + pad)]
}
