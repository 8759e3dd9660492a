import { fromLch, type Hex, mix, toLch } from '../../../drawing/color.ts'
import { textOn } from '../../../drawing/palette.ts'
import { linear, path, rect } from '../../../drawing/svg.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Layout, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** Morning light through a window and the shadow of leaves, on a wall in the brand's colour. */
export const windowLight: Layout = {
  name: 'window light',
  compose(scene) {
    const { width, height, unit, random, isWide, palette } = scene
    const { c, h } = plaster(random.pick([palette.primary, palette.primary, palette.accent]))
    const wall = fromLch({ l: 0.83, c: Math.min(c, 0.065), h })
    const shade = fromLch({ l: 0.76, c: Math.min(c, 0.075), h })
    const light = mix(fromLch({ l: 0.96, c: Math.min(c, 0.03), h: h + 12 }), '#fff6e4', 0.4)
    const text = textOn(shade, palette)
    const margin = unit * 8
    const top = isWide ? margin * 1.2 : height * 0.34
    const sign = signature(scene, {
      box: {
        x: margin,
        y: isWide ? height - margin - unit * 5 : margin,
        width: width * 0.42,
        height: unit * 6.5,
      },
      color: text,
      behind: wall,
    })
    return {
      ground: wall,
      soft: {
        shapes:
          `<defs>${linear(
            'wall',
            [
              [0, shade, 0.65],
              [0.6, wall, 0],
              [1, shade, 0.7],
            ],
            60,
          )}</defs>` +
          rect(0, 0, width, height, wall) +
          rect(0, 0, width, height, 'url(#wall)') +
          `${panes(scene, light)}<g fill-opacity=".5">${leaves(scene, shade)}</g>`,
        blur: unit * 0.8,
      },
      shapes: '',
      lettering: [
        ...headlineColumn(scene, {
          box: {
            x: margin,
            y: top,
            width: isWide ? width * 0.56 : width - 2 * margin,
            height: height - top - margin - (isWide ? unit * 9 : 0),
          },
          text,
          quiet: text,
          sizeMax: unit * 12,
          valign: isWide ? 'middle' : 'bottom',
        }),
        ...sign.lettering,
      ],
      logo: sign.logo,
      grain: 0.5,
      seen: 'on a wall with window light and the shadow of leaves',
    }
  },
}

/** A wall is never lemon: yellows are painted as sand. */
function plaster(hex: Hex) {
  const { c, h } = toLch(hex)
  return h > 78 && h < 135 ? { c: c * 0.35, h: 74 } : { c, h }
}

function panes({ width, height, random, isWide }: Scene, light: string): string {
  const w = isWide ? width * 0.13 : width * 0.2
  const tall = height * (isWide ? 0.34 : 0.25)
  const left = width * (isWide ? 0.62 : 0.36) + random.between(-0.04, 0.04) * width
  const top = height * 0.02
  const slant = w * 0.62
  const gap = w * 0.13
  return [0, 1]
    .flatMap((column) =>
      [0, 1, 2].map((row) => {
        const y = top + row * (tall + gap)
        const x = left + column * (w + gap) + (y / tall) * slant * 0.62
        return path(
          `M${x} ${y + column * slant * 0.2}l${w} ${slant * 0.28}l${slant * 0.62} ${tall}l${-w} ${-slant * 0.28}z`,
          light,
          `fill-opacity="${0.9 - row * 0.14}"`,
        )
      }),
    )
    .join('')
}

function leaves({ width, height, unit, random, isWide }: Scene, shade: string): string {
  const stem = { x: width * 1.02, y: height * (isWide ? 0.95 : 0.62) }
  return Array.from({ length: 13 }, (_, at) => {
    const turn = -172 + at * 11.5 + random.between(-4, 4)
    const length = unit * random.between(26, 44)
    return `<g transform="rotate(${turn} ${stem.x} ${stem.y})">${path(
      `M${stem.x} ${stem.y}q${length * 0.55} ${-length * 0.13} ${length} 0q${-length * 0.45} ${length * 0.13} ${-length} 0z`,
      shade,
    )}</g>`
  }).join('')
}
