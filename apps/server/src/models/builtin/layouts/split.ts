import { schemeOf } from '../../../drawing/palette.ts'
import { clipped } from '../../../drawing/svg.ts'
import { headlineColumn } from '../drawing/column.ts'
import { anyPattern } from '../drawing/patterns.ts'
import type { Layout } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** A panel of pattern beside a panel of words. */
export const split: Layout = {
  name: 'split',
  compose(scene) {
    const { width, height, unit, random, isWide, palette } = scene
    const scheme = schemeOf(palette, random.pick(['paper', 'deep', 'soft']))
    const margin = unit * 7
    const panel = isWide
      ? { x: width * 0.58, y: 0, width: width * 0.42, height }
      : { x: 0, y: 0, width, height: height * 0.46 }
    const top = isWide ? margin * 1.2 : panel.height + margin * 0.9
    const box = {
      x: margin,
      y: top,
      width: isWide ? panel.x - 2 * margin : width - 2 * margin,
      height: height - top - margin - unit * 8,
    }
    const sign = signature(scene, {
      box: { x: margin, y: height - margin - unit * 5, width: width * 0.4, height: unit * 6 },
      color: scheme.text,
      behind: scheme.ground,
    })
    const ground = scheme.name === 'deep' ? palette.primary : palette.deep
    const colors = [ground, ...schemeOf({ ...palette, primary: ground }, 'bold').art] as const
    return {
      ground: scheme.ground,
      shapes: clipped('panel', panel, anyPattern(panel, colors, random)),
      lettering: [
        ...headlineColumn(scene, {
          box,
          text: scheme.text,
          quiet: scheme.quiet,
          sizeMax: unit * 12,
          valign: isWide ? 'middle' : 'top',
        }),
        ...sign.lettering,
      ],
      logo: sign.logo,
      seen: 'beside a panel of printed pattern',
    }
  },
}
