import { schemeOf } from '../../../drawing/palette.ts'
import { circle, path, rect, ring } from '../../../drawing/svg.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Layout, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** A bordered card with an ornament, everything on the middle axis. */
export const frame: Layout = {
  name: 'frame',
  compose(scene) {
    const { width, height, unit, random, isWide } = scene
    const scheme = schemeOf(scene.palette, random.pick(['deep', 'soft', 'paper', 'bold']))
    const [line] = scheme.art
    const top = isWide ? height * 0.27 : height * 0.26
    const inner = unit * (isWide ? 22 : 14)
    const box = {
      x: inner,
      y: top,
      width: width - 2 * inner,
      height: height * (isWide ? 0.75 : 0.78) - top,
    }
    const sign = signature(scene, {
      box: { x: width * 0.25, y: height - unit * 19, width: width * 0.5, height: unit * 8 },
      color: scheme.text,
      behind: scheme.ground,
      align: 'center',
    })
    return {
      ground: scheme.ground,
      shapes:
        border(scene, line) +
        ornament(scene, { cx: width / 2, cy: unit * 17.5, color: line, second: scheme.art[2] }),
      lettering: [
        ...headlineColumn(scene, {
          box,
          text: scheme.text,
          quiet: scheme.quiet,
          sizeMax: unit * 11.5,
          align: 'center',
          valign: 'middle',
        }),
        ...sign.lettering,
      ],
      logo: sign.logo,
      seen: 'in a framed card with an ornament',
    }
  },
}

function border({ width, height, unit }: Scene, color: string): string {
  const outline = (inset: number, weight: number) =>
    rect(
      inset,
      inset,
      width - 2 * inset,
      height - 2 * inset,
      'none',
      `stroke="${color}" stroke-width="${weight}"`,
    )
  const inset = unit * 5
  const notch = unit * 5.2
  const [l, t, r, b] = [inset, inset, width - inset, height - inset]
  const notched = `M${l + notch} ${t}H${r - notch}A${notch} ${notch} 0 0 0 ${r} ${t + notch}V${b - notch}A${notch} ${notch} 0 0 0 ${r - notch} ${b}H${l + notch}A${notch} ${notch} 0 0 0 ${l} ${b - notch}V${t + notch}A${notch} ${notch} 0 0 0 ${l + notch} ${t}Z`
  return (
    outline(unit * 3, unit * 0.28) +
    path(notched, 'none', `stroke="${color}" stroke-width="${unit * 0.62}"`)
  )
}

function ornament(
  { unit, random }: Scene,
  at: { readonly cx: number; readonly cy: number; readonly color: string; readonly second: string },
): string {
  const { cx, cy, color, second } = at
  const r = unit * 4.6
  const kind = random.below(3)
  if (kind === 0) {
    const rays = Array.from({ length: 16 }, (_, index) => {
      const length = index % 2 ? 0.72 : 1
      return `<rect x="${cx - r * 0.035}" y="${cy - r * length}" width="${r * 0.07}" height="${r * (length - 0.5)}" fill="${color}" transform="rotate(${index * 22.5} ${cx} ${cy})"/>`
    })
    return rays.join('') + circle(cx, cy, r * 0.34, second)
  }
  if (kind === 1) {
    const star = (size: number, color: string) =>
      path(
        `M${cx} ${cy - size}Q${cx} ${cy} ${cx + size} ${cy}Q${cx} ${cy} ${cx} ${cy + size}Q${cx} ${cy} ${cx - size} ${cy}Q${cx} ${cy} ${cx} ${cy - size}Z`,
        color,
      )
    return (
      star(r, color) +
      circle(cx - r * 1.5, cy, r * 0.14, second) +
      circle(cx + r * 1.5, cy, r * 0.14, second)
    )
  }
  return (
    ring(cx - r * 0.45, cy, r * 0.66, color, unit * 0.7) +
    ring(cx + r * 0.45, cy, r * 0.66, second, unit * 0.7)
  )
}
