import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { bodyBlock, filled, labelBlock, titleBlock } from '../type-style.ts'
import { inHalves } from './before-after.ts'

/** What is believed, and what is so. */
export const myth: DesignLayoutRules = {
  id: 'myth',
  label: 'Two sides',
  use: 'slide',
  fields: [
    field('label', 'Name of the first', 'Myth'),
    field('title', 'First', 'More gears make you faster'),
    field('note', 'Name of the second', 'Reality'),
    field(
      'body',
      'Second',
      'Most riders use four. A clean chain is worth more than ten sprockets.',
    ),
  ],
  compose(scene) {
    const { text, colors } = scene
    const { base, panel } = colors
    return inHalves(
      scene,
      {
        on: base,
        blocks: [
          ...filled(text.label, labelBlock(scene, text.label, { size: 3.4, color: base.accent })),
          ...filled(
            text.title,
            titleBlock(scene, text.title, { size: 8.6, color: base.text, gap: 3 }),
          ),
        ],
      },
      {
        on: panel,
        blocks: [
          ...filled(text.note, labelBlock(scene, text.note, { size: 3.4, color: panel.accent })),
          ...filled(
            text.body,
            bodyBlock(scene, text.body, { size: 5.4, color: panel.text, gap: 3 }),
          ),
        ],
      },
    )
  },
}
