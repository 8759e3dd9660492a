import type { Hex } from '../../../drawing/color.ts'
import { type Box, movedDown, setText, type TextSetting } from '../../../typesetting/set-text.ts'
import type { FamilyName } from '../../../typesetting/type-library.ts'
import type { Lettering, Scene } from './scene.ts'

export interface Column {
  readonly box: Box
  readonly text: Hex
  readonly quiet: Hex
  readonly sizeMax?: number
  readonly align?: 'left' | 'center'
  readonly valign?: 'top' | 'middle' | 'bottom'
  readonly leading?: number
  readonly face?: TextSetting['face']
}

/** A headline with its second line under it, as one block within a box. */
export function headlineColumn(scene: Scene, column: Column): readonly Lettering[] {
  const { box, align = 'left', valign = 'top' } = column
  const { support } = scene.message
  const below = support === undefined ? 0 : Math.min(box.height * 0.3, scene.unit * 15)
  const head = setText(scene.message.headline, {
    face: column.face ?? scene.faces.display,
    box: { ...box, height: box.height - below },
    sizeMax: (column.sizeMax ?? scene.unit * 15) * boldness(scene),
    leading: column.leading ?? leadingOf(scene),
    tracking: trackingOf(scene),
    align,
    valign: 'top',
  })
  const gap = Math.max(scene.unit * 1.6, head.size * 0.24)
  const under =
    support &&
    supportUnder(scene, { box, top: head.box.y + head.box.height + gap, align, head: head.size })
  const end = under ? under.box.y + under.box.height : head.box.y + head.box.height
  const slack = Math.max(0, box.y + box.height - end)
  const down = slack * { top: 0, middle: 0.5, bottom: 1 }[valign]
  return [
    { set: movedDown(head, down), color: column.text },
    ...(under ? [{ set: movedDown(under, down), color: column.quiet }] : []),
  ]
}

/** A few letters may be larger than a sentence. */
function boldness({ message }: Scene): number {
  const { length } = message.headline
  return length <= 10 ? 1.6 : length <= 18 ? 1.25 : 1
}

function supportUnder(
  scene: Scene,
  at: {
    readonly box: Box
    readonly top: number
    readonly align: 'left' | 'center'
    readonly head: number
  },
) {
  const { support = '' } = scene.message
  const width = Math.min(at.box.width, scene.unit * 78)
  return setText(support, {
    face: scene.faces.text,
    box: {
      x: at.align === 'center' ? at.box.x + (at.box.width - width) / 2 : at.box.x,
      y: at.top,
      width,
      height: at.box.y + at.box.height - at.top,
    },
    sizeMax: Math.min(scene.unit * 4.8, at.head * 0.52),
    linesMax: 4,
    leading: 1.36,
    align: at.align,
  })
}

const leadings: Readonly<Partial<Record<FamilyName, number>>> = {
  oswald: 1.18,
  'playfair-display': 1.1,
  'source-serif-4': 1.08,
}

/** Condensed and serif capitals may stand closer than a wide grotesque. */
export function leadingOf({ faces }: Scene): number {
  return leadings[faces.display.family] ?? 1.06
}

export function trackingOf({ faces }: Scene): number {
  return ['oswald', 'playfair-display', 'source-serif-4'].includes(faces.display.family)
    ? 0
    : -0.022
}
