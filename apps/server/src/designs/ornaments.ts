import type { Hex } from '../drawing/color.ts'
import { circle, path, rect } from '../drawing/svg.ts'
import type { DesignScene } from './design-scene.ts'
import type { Surface } from './surface.ts'

/** Two commas, as an opening quotation mark, `side` wide. */
export function quoteMark(x: number, y: number, side: number, color: Hex): string {
  const comma = (left: number) => {
    const w = side * 0.42
    const h = side * 0.72
    return path(
      `M${left} ${y + h}V${y + h * 0.46}C${left} ${y + h * 0.16} ${left + w * 0.36} ${y} ${left + w} ${y}V${y + h * 0.22}C${left + w * 0.66} ${y + h * 0.22} ${left + w * 0.5} ${y + h * 0.36} ${left + w * 0.5} ${y + h * 0.5}H${left + w}V${y + h}Z`,
      color,
    )
  }
  return comma(x) + comma(x + side * 0.54)
}

/** A question mark drawn with a broad pen, around a middle. */
export function questionMark(
  at: { readonly x: number; readonly y: number; readonly height: number },
  color: Hex,
): string {
  const s = at.height / 10
  const [x, y] = [at.x, at.y - at.height / 2]
  const stroke = `stroke="${color}" stroke-width="${s * 1.7}" fill="none"`
  return (
    `<path d="M${x - s * 2.1} ${y + s * 2.9}A${s * 2.1} ${s * 2.05} 0 1 1 ${x + s * 0.9} ${y + s * 4.7}Q${x} ${y + s * 5.2} ${x} ${y + s * 7}" ${stroke}/>` +
    circle(x, y + s * 8.9, s * 1.08, color)
  )
}

/** A double border within the margins. */
export function frameLines({ width, height, unit }: DesignScene, color: Hex): string {
  const line = (inset: number, weight: number, radius: number) =>
    rect(
      inset,
      inset,
      width - 2 * inset,
      height - 2 * inset,
      'none',
      `rx="${radius}" stroke="${color}" stroke-width="${weight}"`,
    )
  return line(unit * 3.2, unit * 0.6, unit * 2) + line(unit * 4.6, unit * 0.2, unit * 1.2)
}

/** A star of four points. */
export function spark(cx: number, cy: number, r: number, color: Hex): string {
  return path(
    `M${cx} ${cy - r}Q${cx} ${cy} ${cx + r} ${cy}Q${cx} ${cy} ${cx} ${cy + r}Q${cx} ${cy} ${cx - r} ${cy}Q${cx} ${cy} ${cx} ${cy - r}Z`,
    color,
  )
}

/** An arrow in a ring: there is more. */
export function onwards(
  cx: number,
  cy: number,
  r: number,
  { text }: Pick<Surface, 'text'>,
): string {
  const w = r * 0.13
  const ring = circle(cx, cy, r - w / 2, 'none', `stroke="${text}" stroke-width="${w}"`)
  const arrow = `M${cx - r * 0.42} ${cy}H${cx + r * 0.42}M${cx + r * 0.1} ${cy - r * 0.32}L${cx + r * 0.42} ${cy}L${cx + r * 0.1} ${cy + r * 0.32}`
  return `${ring}<path d="${arrow}" fill="none" stroke="${text}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round"/>`
}
