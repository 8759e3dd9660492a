import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { motif } from '../motif.ts'
import { onwards } from '../ornaments.ts'
import { bodyBlock, filled, labelBlock, titleBlock } from '../type-style.ts'

/** The first slide: says what is coming, and that there is more. */
export const cover: DesignLayoutRules = {
  id: 'cover',
  label: 'Cover',
  use: 'slide',
  fields: [
    field('label', 'Label', 'Guide'),
    field('title', 'Title', 'Five things to ask before you buy a bike'),
    field('body', 'Second line', 'From people who repair them'),
  ],
  compose(scene) {
    const { area, unit, text, colors } = scene
    const { base } = colors
    const side = unit * (scene.isWide ? 12 : 17)
    const top = side + unit * 6
    const arrow = unit * 5.2
    const isFirst = scene.folio !== null && scene.folio.pages > 1
    return {
      shapes:
        motif({ x: area.x, y: area.y, side, count: scene.isWide ? 4 : 3 }, colors) +
        (isFirst ? onwards(area.x + area.width - arrow, area.y + arrow, arrow, base) : ''),
      stacks: [
        {
          box: { ...area, y: area.y + top, height: area.height - top },
          on: base,
          valign: 'bottom',
          blocks: [
            ...filled(text.label, labelBlock(scene, text.label, { size: 3.3, color: base.accent })),
            ...filled(
              text.title,
              titleBlock(scene, text.title, { size: 10.6, color: base.text, gap: 3 }),
            ),
            ...filled(text.body, bodyBlock(scene, text.body, { size: 4.3, color: base.quiet })),
          ],
        },
      ],
    }
  },
}
