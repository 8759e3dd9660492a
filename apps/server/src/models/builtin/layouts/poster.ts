import { schemeOf } from '../../../drawing/palette.ts'
import { circle, path, ring } from '../../../drawing/svg.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Layout, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** On upright pages the shape has this much, the words the rest. */
const skyShare = 0.47

/** One colour, one great shape, one sentence. */
export const poster: Layout = {
  name: 'poster',
  compose(scene) {
    const { width, height, unit, random, isWide } = scene
    const scheme = schemeOf(scene.palette, random.pick(['bold', 'deep', 'bold', 'paper']))
    const margin = unit * 7.5
    const top = isWide ? height * 0.2 : height * skyShare
    const box = {
      x: margin,
      y: top,
      width: isWide ? width * 0.54 : width - 2 * margin,
      height: height - top - margin - unit * 10.5,
    }
    const sign = signature(scene, {
      box: { x: margin, y: height - margin - unit * 6, width: width * 0.4, height: unit * 7 },
      color: scheme.text,
      behind: scheme.ground,
    })
    return {
      ground: scheme.ground,
      shapes: greatShape(scene, scheme.art),
      lettering: [
        ...headlineColumn(scene, {
          box,
          text: scheme.text,
          quiet: scheme.quiet,
          sizeMax: unit * 17,
          valign: 'bottom',
        }),
        ...sign.lettering,
      ],
      logo: sign.logo,
      seen: 'in large letters under one great round shape',
    }
  },
}

function greatShape(
  { width, height, unit, random, isWide }: Scene,
  art: readonly [string, string, string],
): string {
  const r = isWide ? height * 0.4 : Math.min(width * 0.44, (height * skyShare - unit * 2) / 1.62)
  const cx = isWide ? width - r * 0.72 : width - r * 0.78
  const cy = isWide ? height * 0.42 : r * 0.62
  const kind = random.below(4)
  if (kind === 0)
    return circle(cx, cy, r, art[0]) + circle(cx - r * 0.86, cy + r * 0.66, r * 0.2, art[1])
  if (kind === 1)
    return [1, 0.76, 0.52, 0.28]
      .map((part, at) => circle(cx, cy, r * part, art[at % 3] ?? art[0]))
      .join('')
  if (kind === 2) {
    const half = (y: number, color: string) =>
      path(`M${cx - r} ${y}a${r} ${r} 0 0 1 ${2 * r} 0z`, color)
    return half(cy, art[0]) + half(cy + r * 0.5, art[1]) + half(cy + r, art[2])
  }
  const petals = Array.from({ length: 8 }, (_, at) => {
    const turn = `transform="rotate(${at * 45 + 22} ${cx} ${cy})"`
    return `<ellipse cx="${cx}" cy="${cy - r * 0.56}" rx="${r * 0.23}" ry="${r * 0.44}" fill="${art[0]}" ${turn}/>`
  })
  return petals.join('') + circle(cx, cy, r * 0.22, art[2]) + ring(cx, cy, r * 0.11, art[1], unit)
}
