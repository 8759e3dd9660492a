import { blend, blendsWith, type Hex } from '../../../drawing/color.ts'
import { schemeOf } from '../../../drawing/palette.ts'
import { curve } from '../../../drawing/svg.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Layout, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** Many thin lines that flow together as one ribbon. */
export const ribbon: Layout = {
  name: 'ribbon',
  compose(scene) {
    const { width, height, unit, random, isWide } = scene
    const scheme = schemeOf(scene.palette, random.pick(['deep', 'paper', 'soft']))
    const margin = unit * 7.5
    const sign = signature(scene, {
      box: { x: margin, y: margin, width: width * 0.45, height: unit * 6 },
      color: scheme.text,
      behind: scheme.ground,
    })
    const top = margin + unit * 12.5
    return {
      ground: scheme.ground,
      shapes: strands(scene, scheme.art, height * (isWide ? 0.6 : 0.58)),
      lettering: [
        ...sign.lettering,
        ...headlineColumn(scene, {
          box: {
            x: margin,
            y: top,
            width: width - 2 * margin,
            height: height * (isWide ? 0.6 : 0.56) - top,
          },
          text: scheme.text,
          quiet: scheme.quiet,
          sizeMax: unit * 12.5,
        }),
      ],
      logo: sign.logo,
      seen: 'over a ribbon of flowing lines',
    }
  },
}

function strands(
  { width, height, unit, random }: Scene,
  art: readonly [string, string, string],
  top: number,
): string {
  const count = 34
  const room = height - top
  const phases = [random.between(0, 6), random.between(0, 6), random.between(0, 6)] as const
  const twist = random.between(0.5, 1.1)
  return Array.from({ length: count }, (_, at) => {
    const share = at / (count - 1)
    const points = Array.from({ length: 13 }, (_, step) => {
      const x = (width * (step - 1)) / 10
      const run = step * 0.52
      const spread = room * (0.3 + 0.22 * Math.sin(run * twist + phases[0]))
      const middle = top + room * 0.6 + Math.sin(run + phases[1]) * room * 0.18
      return { x, y: middle + (share - 0.5) * 2 * spread * Math.cos(run * 0.5 + phases[2]) }
    })
    const color =
      share < 0.5 ? between(art[0], art[2], share * 2) : between(art[2], art[1], share * 2 - 1)
    return `<path d="${curve(points)}" fill="none" stroke="${color}" stroke-width="${unit * 0.45}"/>`
  }).join('')
}

/** A run of colour where two blend cleanly, else one beside the other. */
function between(one: Hex, other: Hex, share: number): Hex {
  if (blendsWith(one, other)) return blend(one, other, share)
  return share < 0.5 ? one : other
}
