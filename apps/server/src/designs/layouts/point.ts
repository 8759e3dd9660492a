import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { bodyBlock, filled, labelBlock, ruleBlock, titleBlock } from '../type-style.ts'

/** One point: a line that stands alone, and what is behind it. */
export const point: DesignLayoutRules = {
  id: 'point',
  label: 'Point',
  use: 'slide',
  fields: [
    field('label', 'Label', ''),
    field('title', 'Point', 'Ask how it was stored'),
    field('body', 'Text', 'A winter outside ages a chain more than a thousand kilometres do.'),
  ],
  compose(scene) {
    const { area, text, colors } = scene
    const { base } = colors
    return {
      stacks: [
        {
          box: area,
          on: base,
          valign: 'middle',
          blocks: [
            ...filled(text.label, labelBlock(scene, text.label, { size: 3.3, color: base.accent })),
            ...filled(
              text.title,
              titleBlock(scene, text.title, { size: 10, color: base.text, gap: 3 }),
            ),
            ...filled(
              text.body,
              ruleBlock(scene, { color: base.accent, width: 9, height: 0.8, gap: 5 }),
              bodyBlock(scene, text.body, { size: 5.1, color: base.text, gap: 4.5 }),
            ),
          ],
        },
      ],
    }
  },
}
