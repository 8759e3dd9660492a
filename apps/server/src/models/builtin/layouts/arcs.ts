import { schemeOf } from '../../../drawing/palette.ts'
import { circle } from '../../../drawing/svg.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Layout } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** Bands of a great circle rising out of a corner. */
export const arcs: Layout = {
  name: 'arcs',
  compose(scene) {
    const { width, height, unit, random, isWide, palette } = scene
    const scheme = schemeOf(palette, random.pick(['paper', 'deep', 'soft']))
    const margin = unit * 7.5
    const reach = isWide ? height * 0.98 : Math.min(width * 0.62, height * 0.48)
    const [cx, cy] = isWide ? [width, height] : [width, 0]
    const colors = [...scheme.art, random.pick([scheme.art[0], palette.secondary] as const)]
    const bands = random.pick([5, 6, 7] as const)
    const rings = Array.from({ length: bands }, (_, at) =>
      circle(
        cx,
        cy,
        reach * (1 - at / bands),
        at % 2 === 1 && bands > 5 ? scheme.ground : (colors[at % colors.length] ?? scheme.art[0]),
      ),
    )
    const top = isWide ? margin : reach + unit * 3
    const sign = signature(scene, {
      box: { x: margin, y: height - margin - unit * 5, width: width * 0.38, height: unit * 6.5 },
      color: scheme.text,
      behind: scheme.ground,
    })
    return {
      ground: scheme.ground,
      shapes: rings.join(''),
      lettering: [
        ...headlineColumn(scene, {
          box: {
            x: margin,
            y: top,
            width: isWide ? width - reach - margin * 1.2 : width - 2 * margin,
            height: height - top - margin - unit * 10,
          },
          text: scheme.text,
          quiet: scheme.quiet,
          sizeMax: unit * 13,
          valign: isWide ? 'middle' : 'bottom',
        }),
        ...sign.lettering,
      ],
      logo: sign.logo,
      seen: 'beside bands of colour that rise out of a corner',
    }
  },
}
