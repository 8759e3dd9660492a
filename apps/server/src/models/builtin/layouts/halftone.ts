import { schemeOf } from '../../../drawing/palette.ts'
import { circle } from '../../../drawing/svg.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Layout, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** A printer's dots that swell towards a corner. */
export const halftone: Layout = {
  name: 'halftone',
  compose(scene) {
    const { width, height, unit, random, isWide } = scene
    const scheme = schemeOf(scene.palette, random.pick(['bold', 'soft', 'deep']))
    const margin = unit * 7.5
    const sign = signature(scene, {
      box: { x: margin, y: height - margin - unit * 5, width: width * 0.34, height: unit * 6.5 },
      color: scheme.text,
      behind: scheme.ground,
    })
    const bottom = isWide ? height - margin * 2.4 : height * 0.6
    return {
      ground: scheme.ground,
      shapes: dots(scene, scheme.art[0]),
      lettering: [
        ...headlineColumn(scene, {
          box: {
            x: margin,
            y: margin,
            width: isWide ? width * 0.56 : width - 2 * margin,
            height: bottom - margin,
          },
          text: scheme.text,
          quiet: scheme.quiet,
          sizeMax: unit * 13.5,
        }),
        ...sign.lettering,
      ],
      logo: sign.logo,
      seen: 'beside printed dots that swell towards a corner',
    }
  },
}

function dots({ width, height, unit, isWide }: Scene, color: string): string {
  const step = unit * 4
  const reach = isWide ? height * 1.02 : height * 0.46
  const [cx, cy] = [width, height]
  let shapes = ''
  for (let row = 0; row * step * 0.5 < height + step; row += 1)
    for (let column = 0; column * step < width + step; column += 1) {
      const x = width - column * step + (row % 2 ? step / 2 : 0)
      const y = height - row * step * 0.5
      const far = Math.hypot((x - cx) * (isWide ? 1.25 : 0.84), y - cy) / reach
      if (far < 1) shapes += circle(x, y, step * 0.46 * (1 - far) ** 0.8, color)
    }
  return shapes
}
