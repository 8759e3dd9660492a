import { circle } from '../../drawing/svg.ts'
import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { bodyBlock, filled, labelBlock, titleBlock } from '../type-style.ts'
import { halfCut, inHalves } from './before-after.ts'

/** The headline on one ground, the rest on another. */
export const split: DesignLayoutRules = {
  id: 'split',
  label: 'Split',
  use: 'design',
  fields: [
    field('label', 'Label', 'Workshop'),
    field('title', 'Title', 'Mend it yourself'),
    field('body', 'Text', 'Bring a jumper with a hole. Leave with a jumper with a story.'),
    field('note', 'Last line', 'Saturdays, ten to one'),
  ],
  compose(scene) {
    const { text, colors, unit, area, isWide } = scene
    const { base, panel } = colors
    const halves = inHalves(
      scene,
      {
        on: base,
        blocks: [
          ...filled(text.label, labelBlock(scene, text.label, { size: 3.2, color: base.accent })),
          ...filled(
            text.title,
            titleBlock(scene, text.title, { size: 11.5, color: base.text, gap: 3 }),
          ),
        ],
      },
      {
        on: panel,
        blocks: [
          ...filled(text.body, bodyBlock(scene, text.body, { size: 5.2, color: panel.text })),
          ...filled(
            text.note,
            labelBlock(scene, text.note, { size: 3.5, color: panel.accent, gap: 5 }),
          ),
        ],
      },
    )
    return {
      ...halves,
      shapes:
        halves.shapes +
        circle(
          scene.width - area.x - unit * 3,
          isWide ? area.y + unit * 3 : halfCut(scene) - unit * 6,
          unit * 3,
          isWide ? panel.accent : base.accent,
        ),
    }
  },
}
