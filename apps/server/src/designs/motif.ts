import { distance } from '../drawing/color.ts'
import { circle, path, rect } from '../drawing/svg.ts'
import type { DesignColors } from './design-palettes.ts'

/** A row of plain forms in the brand's colours: what its designs are recognised by. */
export function motif(
  at: { readonly x: number; readonly y: number; readonly side: number; readonly count: number },
  { base, art }: Pick<DesignColors, 'base' | 'art'>,
): string {
  const colors = [base.accent, ...art].filter((hex) => distance(hex, base.ground) > 0.1)
  const color = (index: number) => colors[index % Math.max(1, colors.length)] ?? base.accent
  return Array.from({ length: at.count }, (_, index) =>
    form(index, at.x + index * at.side, at.y, at.side, color(index)),
  ).join('')
}

function form(index: number, x: number, y: number, side: number, color: string): string {
  const half = side / 2
  if (index === 0) return circle(x + half, y + half, half, color)
  if (index === 1)
    return path(`M${x} ${y + side}A${side} ${side} 0 0 1 ${x + side} ${y}V${y + side}Z`, color)
  if (index === 2)
    return (
      path(`M${x} ${y}H${x + side}A${half} ${half} 0 0 1 ${x} ${y}Z`, color) +
      path(`M${x} ${y + half}H${x + side}A${half} ${half} 0 0 1 ${x} ${y + half}Z`, color)
    )
  return rect(x, y, side, side, color)
}
