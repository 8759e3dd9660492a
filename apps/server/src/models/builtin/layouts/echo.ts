import { contrast } from '../../../drawing/color.ts'
import { schemeOf } from '../../../drawing/palette.ts'
import { movedDown, type SetText, setText } from '../../../typesetting/set-text.ts'
import { leadingOf, trackingOf } from '../drawing/column.ts'
import type { Layout, Lettering, Scene } from '../drawing/scene.ts'
import { signature } from '../drawing/signature.ts'

/** A short headline that sounds through the whole page, once aloud. */
export const echo: Layout = {
  name: 'echo',
  suits: ({ message }) => [...message.headline].length <= 20,
  compose(scene) {
    const { width, height, unit, random } = scene
    const scheme = schemeOf(scene.palette, random.pick(['deep', 'bold', 'paper']))
    const margin = unit * 7
    const foot = unit * 13
    const one = setText(scene.message.headline, {
      face: scene.faces.display,
      box: { x: margin, y: margin, width: width - 2 * margin, height: height - margin - foot },
      sizeMax: unit * 26,
      linesMax: 1,
      tracking: trackingOf(scene),
    })
    const step = one.size * leadingOf(scene) * 0.98
    const room = height - margin - foot
    const count = Math.max(1, Math.min(7, Math.floor((room - one.box.height) / step) + 1))
    const slack = room - one.box.height - (count - 1) * step
    const stroke = scheme.art.find((hex) => contrast(hex, scheme.ground) >= 3) ?? scheme.quiet
    const aloud = Math.min(count - 1, random.pick([1, 2, count - 1] as const))
    const rows = Array.from({ length: count }, (_, at) => movedDown(one, slack / 2 + at * step))
    const sign = signature(scene, {
      box: { x: margin, y: height - margin - unit * 5, width: width * 0.28, height: unit * 5.5 },
      color: scheme.text,
      behind: scheme.ground,
    })
    return {
      ground: scheme.ground,
      shapes: rows
        .map((row, at) => (at === aloud ? '' : outlined(row, stroke, unit * 0.22)))
        .join(''),
      lettering: [
        ...rows.slice(aloud, aloud + 1).map((set) => ({ set, color: scheme.text })),
        ...support(scene, margin, scheme.text),
        ...sign.lettering,
      ],
      logo: sign.logo,
      seen: 'repeated in outline down the page',
    }
  },
}

function outlined({ outline, down }: SetText, color: string, weight: number): string {
  return `<path transform="translate(0 ${down.toFixed(2)})" d="${outline}" fill="none" stroke="${color}" stroke-width="${weight}" stroke-opacity=".85"/>`
}

function support(scene: Scene, margin: number, color: string): readonly Lettering[] {
  const { width, height, unit, message } = scene
  if (message.support === undefined) return []
  const set = setText(message.support, {
    face: scene.faces.text,
    box: {
      x: margin + width * 0.31,
      y: height - margin - unit * 5,
      width: width * 0.48 - margin,
      height: unit * 7.2,
    },
    sizeMax: unit * 3.6,
    linesMax: 3,
    leading: 1.3,
    valign: 'middle',
  })
  return [{ set, color }]
}
