import { type Scheme, schemeOf } from '../../../drawing/palette.ts'
import { circle, clipped, line, path, rect } from '../../../drawing/svg.ts'
import type { Box } from '../../../typesetting/set-text.ts'
import { headlineColumn } from '../drawing/column.ts'
import type { Layout, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** A page of a magazine: rules, much paper, one picture of plain forms. */
export const editorial: Layout = {
  name: 'editorial',
  compose(scene) {
    const { width, height, unit, random, isWide } = scene
    const scheme = schemeOf(scene.palette, random.pick(['paper', 'paper', 'soft']))
    const margin = unit * 6.5
    const rule = margin + unit * 7.5
    const figure = isWide
      ? {
          x: width * 0.66,
          y: rule + margin * 0.7,
          width: width * 0.34 - margin,
          height: height - rule - margin * 1.7,
        }
      : { x: margin, y: height * 0.66, width: width - 2 * margin, height: height * 0.34 - margin }
    const sign = signature(scene, {
      box: { x: margin, y: margin - unit * 0.6, width: width * 0.5, height: unit * 6 },
      color: scheme.text,
      behind: scheme.ground,
    })
    const top = rule + unit * 5
    return {
      ground: scheme.ground,
      shapes:
        line(margin, rule, width - margin, rule, scheme.text, unit * 0.35) +
        circle(width - margin - unit * 1.6, margin + unit * 2.4, unit * 1.6, scheme.art[2]) +
        clipped('figure', figure, still(scene, scheme, figure)),
      lettering: [
        ...sign.lettering,
        ...headlineColumn(scene, {
          box: {
            x: margin,
            y: top,
            width: (isWide ? figure.x : width) - margin * (isWide ? 2 : 2),
            height: (isWide ? height - margin : figure.y - unit * 4) - top,
          },
          text: scheme.text,
          quiet: scheme.quiet,
          sizeMax: unit * 12.5,
          valign: isWide ? 'bottom' : 'top',
        }),
      ],
      logo: sign.logo,
      seen: 'set like a magazine page, with a picture of plain forms',
    }
  },
}

/** A still life: a table, a sun, a bowl, a column. */
function still({ random, palette }: Scene, scheme: Scheme, box: Box): string {
  const [one, two, three] = scheme.art
  const short = Math.min(box.width, box.height)
  const table = box.y + box.height * 0.78
  const sun = circle(
    box.x + box.width * random.between(0.55, 0.78),
    box.y + box.height * 0.4,
    short * 0.26,
    three,
  )
  const bowlX = box.x + box.width * random.between(0.28, 0.4)
  const bowl = path(
    `M${bowlX - short * 0.3} ${table - short * 0.3}h${short * 0.6}a${short * 0.3} ${short * 0.3} 0 0 1 ${-short * 0.6} 0z`,
    palette.paper,
  )
  const fruit =
    circle(bowlX - short * 0.09, table - short * 0.36, short * 0.11, three) +
    circle(bowlX + short * 0.11, table - short * 0.38, short * 0.1, two)
  const column = rect(
    box.x + box.width * random.between(0.7, 0.82),
    table - short * 0.5,
    short * 0.17,
    short * 0.5,
    palette.soft,
  )
  const arc = path(
    `M${box.x + box.width * 0.06} ${table}v${-short * 0.42}a${short * 0.13} ${short * 0.13} 0 0 1 ${short * 0.26} 0v${short * 0.42}z`,
    two,
  )
  return (
    rect(box.x, box.y, box.width, box.height, one) +
    sun +
    arc +
    column +
    fruit +
    bowl +
    rect(box.x, table, box.width, box.height, palette.deep)
  )
}
