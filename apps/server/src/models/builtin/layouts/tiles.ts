import { schemeOf } from '../../../drawing/palette.ts'
import { rect } from '../../../drawing/svg.ts'
import { headlineColumn } from '../drawing/column.ts'
import { tilePattern } from '../drawing/patterns.ts'
import type { Layout } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** A wall of geometric tiles with a quiet field in it. */
export const tiles: Layout = {
  name: 'tiles',
  compose(scene) {
    const { width, height, unit, random, isWide, palette } = scene
    const scheme = schemeOf(palette, random.pick(['paper', 'soft', 'deep']))
    const cell = isWide ? height / 4 : width / 5
    const field = isWide
      ? { x: 0, y: cell, width: width - 3 * cell, height: height - cell }
      : { x: 0, y: 2 * cell, width: 4 * cell, height: height - 2 * cell }
    const margin = unit * 6.5
    const sign = signature(scene, {
      box: { x: margin, y: height - margin - unit * 5, width: field.width * 0.6, height: unit * 6 },
      color: scheme.text,
      behind: scheme.ground,
    })
    // From the right edge leftwards, so that whole tiles meet the field.
    const columns = Math.ceil(width / cell)
    const wall = { x: width - columns * cell, y: 0, width: columns * cell, height }
    const colors = [
      palette.primary,
      palette.secondary,
      palette.accent,
      palette.deep,
      palette.paper,
    ] as const
    return {
      ground: scheme.ground,
      shapes:
        tilePattern(wall, colors, { cell, random }) +
        rect(field.x, field.y, field.width, field.height, scheme.ground),
      lettering: [
        ...headlineColumn(scene, {
          box: {
            x: margin,
            y: field.y + margin,
            width: field.width - margin * 1.6,
            height: field.height - 2 * margin - unit * 9,
          },
          text: scheme.text,
          quiet: scheme.quiet,
          sizeMax: unit * 12.5,
          valign: 'middle',
        }),
        ...sign.lettering,
      ],
      logo: sign.logo,
      seen: 'on a quiet field in a wall of geometric tiles',
    }
  },
}
