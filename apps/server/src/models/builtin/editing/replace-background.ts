import sharp from 'sharp'
import { linear, rect } from '../../../drawing/svg.ts'
import { type Pixels, toPixels } from './adjust.ts'
import type { Backdrop } from './read-backdrop.ts'
import type { Mask } from './separate.ts'

/** The subject that the mask keeps, before the backdrop; before nothing it stays cut out. */
export async function replaceBackground(
  { data, raw }: Pixels,
  mask: Mask,
  backdrop: Backdrop,
): Promise<Pixels> {
  const subject = Buffer.from(data)
  for (let at = 0; at < mask.length; at += 1) {
    const own = subject[at * 4 + 3] ?? 255
    subject[at * 4 + 3] = Math.min(own, mask[at] ?? 0)
  }
  if (backdrop.kind === 'nothing') return { data: subject, raw }
  const behind = Buffer.from(backdropSvg(backdrop, raw))
  return toPixels(sharp(behind).composite([{ input: subject, raw }]))
}

function backdropSvg(
  backdrop: Exclude<Backdrop, { kind: 'nothing' }>,
  { width, height }: Pixels['raw'],
): string {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`
  if (backdrop.kind === 'color') return `${open}${rect(0, 0, width, height, backdrop.color)}</svg>`
  const stops = [
    [0, backdrop.from],
    [1, backdrop.to],
  ] as const
  return `${open}<defs>${linear('backdrop', stops, 135)}</defs>${rect(0, 0, width, height, 'url(#backdrop)')}</svg>`
}
