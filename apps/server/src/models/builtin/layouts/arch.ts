import { schemeOf, textOn } from '../../../drawing/palette.ts'
import { circle, clipped, curve, path } from '../../../drawing/svg.ts'
import type { Box } from '../../../typesetting/set-text.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Layout, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** Doorways within doorways; the words stand in the innermost, or beside it on a wide page. */
export const arch: Layout = {
  name: 'arch',
  compose(scene) {
    return scene.isWide ? beside(scene) : within(scene)
  },
}

const seen = 'with nested arches'

function within(scene: Scene) {
  const { width, height, unit, palette, random } = scene
  const scheme = schemeOf(palette, random.pick(['bold', 'deep', 'soft']))
  const inner = { x: width * 0.14, y: height * 0.13, width: width * 0.72, height: height * 0.87 }
  const fill = scheme.name === 'soft' ? palette.deep : palette.paper
  const text = textOn(fill, palette)
  const rise = inner.width / 2
  const grown = (by: number) => ({
    x: inner.x - by,
    y: inner.y - by,
    width: inner.width + 2 * by,
    height: inner.height + by,
  })
  const sunY = inner.y + rise * 0.56
  const sign = signature(scene, {
    box: { x: width * 0.3, y: height - unit * 14, width: width * 0.4, height: unit * 7 },
    color: text,
    behind: fill,
    align: 'center',
  })
  const top = inner.y + rise * 0.98
  return {
    ground: scheme.ground,
    shapes:
      doorway(grown(unit * 9), scheme.art[1]) +
      doorway(grown(unit * 4.5), scheme.art[0]) +
      doorway(inner, fill) +
      circle(width / 2, sunY, unit * 7, fill === palette.paper ? palette.accent : scheme.art[2]) +
      circle(width / 2, sunY, unit * 3, fill),
    lettering: [
      ...headlineColumn(scene, {
        box: {
          x: inner.x + unit * 6,
          y: top,
          width: inner.width - unit * 12,
          height: height - unit * 18 - top,
        },
        text,
        quiet: text,
        sizeMax: unit * 10,
        align: 'center',
        valign: 'middle',
      }),
      ...sign.lettering,
    ],
    logo: sign.logo,
    seen,
  }
}

function beside(scene: Scene) {
  const { width, height, unit, palette, random } = scene
  const scheme = schemeOf(palette, random.pick(['paper', 'soft', 'deep']))
  const margin = unit * 8
  const door = { x: width * 0.62, y: height * 0.14, width: width * 0.28, height: height * 0.86 }
  const sign = signature(scene, {
    box: { x: margin, y: height - margin - unit * 5, width: width * 0.4, height: unit * 7 },
    color: scheme.text,
    behind: scheme.ground,
  })
  return {
    ground: scheme.ground,
    shapes: view(scene, door, scheme.art),
    lettering: [
      ...headlineColumn(scene, {
        box: {
          x: margin,
          y: margin * 1.1,
          width: door.x - margin * 2.4,
          height: height - margin * 2.2 - unit * 9,
        },
        text: scheme.text,
        quiet: scheme.quiet,
        sizeMax: unit * 13,
        valign: 'middle',
      }),
      ...sign.lettering,
    ],
    logo: sign.logo,
    seen,
  }
}

/** What is seen through the doorway: a sky, a sun, hills. */
function view(
  { unit, palette, random }: Scene,
  door: Box,
  art: readonly [string, string, string],
): string {
  const hill = (share: number, color: string) => {
    const base = door.y + door.height * share
    const points = Array.from({ length: 6 }, (_, at) => ({
      x: door.x + door.width * (at * 0.25 - 0.125),
      y: base + Math.sin(at * 1.5 + random.between(0, 2)) * unit * 3.5,
    }))
    return path(`${curve(points)}V${door.y + door.height}H${door.x - unit}Z`, color)
  }
  const outer = {
    x: door.x - unit * 4,
    y: door.y - unit * 4,
    width: door.width + unit * 8,
    height: door.height + unit * 4,
  }
  const scene =
    doorway(door, palette.soft) +
    circle(
      door.x + door.width * 0.6,
      door.y + door.height * 0.36,
      door.width * 0.19,
      palette.accent,
    )
  const lands = [hill(0.58, palette.secondary), hill(0.7, art[0]), hill(0.84, palette.deep)].join(
    '',
  )
  const below = { ...door, y: door.y + door.width / 2, height: door.height }
  return doorway(outer, art[1]) + scene + clipped('door', below, lands)
}

function doorway({ x, y, width, height }: Box, fill: string): string {
  const r = width / 2
  return path(
    `M${x} ${y + height}V${y + r}A${r} ${r} 0 0 1 ${x + width} ${y + r}V${y + height}Z`,
    fill,
  )
}
