import { schemeOf } from '../../../drawing/palette.ts'
import { curve, path } from '../../../drawing/svg.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Layout, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** Forms cut out of coloured paper, gathered at one side. */
export const cutout: Layout = {
  name: 'cutout',
  compose(scene) {
    const { width, height, unit, random, isWide, palette } = scene
    const scheme = schemeOf(palette, random.pick(['paper', 'soft', 'bold']))
    const margin = unit * 7.5
    const top = isWide ? margin * 1.3 : height * 0.48
    const sign = signature(scene, {
      box: { x: margin, y: height - margin - unit * 5, width: width * 0.4, height: unit * 6.5 },
      color: scheme.text,
      behind: scheme.ground,
    })
    return {
      ground: scheme.ground,
      shapes: forms(scene, [...scheme.art, scheme.name === 'bold' ? palette.soft : palette.deep]),
      lettering: [
        ...headlineColumn(scene, {
          box: {
            x: margin,
            y: top,
            width: isWide ? width * 0.52 : width - 2 * margin,
            height: height - top - margin - unit * 9,
          },
          text: scheme.text,
          quiet: scheme.quiet,
          sizeMax: unit * 12.5,
          valign: isWide ? 'middle' : 'bottom',
        }),
        ...sign.lettering,
      ],
      logo: sign.logo,
      seen: 'beside forms cut out of coloured paper',
    }
  },
}

const sizes = [0.42, 0.34, 0.36, 0.2] as const

interface Spot {
  readonly x: number
  readonly y: number
  readonly r: number
  readonly color: string
}

function forms({ width, height, random, isWide }: Scene, colors: readonly string[]): string {
  const area = isWide
    ? { x: width * 0.66, y: 0, width: width * 0.34, height }
    : { x: 0, y: 0, width, height: height * 0.42 }
  const short = Math.min(area.width, area.height)
  const places = isWide
    ? ([
        [0.78, 0.2],
        [0.62, 0.74],
        [0.95, 0.58],
        [0.3, 0.32],
      ] as const)
    : ([
        [0.16, 0.34],
        [0.52, 0.16],
        [0.86, 0.42],
        [0.66, 0.62],
      ] as const)
  const order = random.shuffle(colors)
  return places
    .map(([x, y], index) => {
      const spot: Spot = {
        x: area.x + area.width * (x + random.between(-0.03, 0.03)),
        y: area.y + area.height * (y + random.between(-0.03, 0.03)),
        r: short * (sizes[index] ?? 0.3),
        color: order[index % order.length] ?? '#000000',
      }
      return index % 2 === 0
        ? blob(spot, random.between(0, 6), random.between(0.12, 0.2))
        : seaweed(spot, random.between(-50, 50))
    })
    .join('')
}

function blob({ x, y, r, color }: Spot, phase: number, swing: number): string {
  const points = Array.from({ length: 8 }, (_, at) => {
    const angle = (at / 8) * Math.PI * 2
    const reach = r * (1 + Math.sin(at * 2.4 + phase) * swing)
    return { x: x + Math.cos(angle) * reach, y: y + Math.sin(angle) * reach }
  })
  return path(curve(points, true), color)
}

function seaweed({ x, y, r, color }: Spot, turn: number): string {
  const lobes = [-0.72, -0.4, -0.05, 0.3, 0.62].flatMap((along, at) =>
    [-1, 1].map((side) => {
      const length = r * (0.62 - Math.abs(along) * 0.24)
      const [cx, cy] = [x + side * length * 0.52, y + along * r - r * 0.08]
      const tilt = side * (-28 - at * 2)
      return `<ellipse cx="${cx}" cy="${cy}" rx="${length * 0.6}" ry="${r * 0.13}" fill="${color}" transform="rotate(${tilt} ${cx} ${cy})"/>`
    }),
  )
  const stem = `<ellipse cx="${x}" cy="${y}" rx="${r * 0.1}" ry="${r}" fill="${color}"/>`
  return `<g transform="rotate(${turn} ${x} ${y})">${stem}${lobes.join('')}</g>`
}
