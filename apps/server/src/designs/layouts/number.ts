import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { bodyBlock, filled, labelBlock, ruleBlock, titleBlock } from '../type-style.ts'

/** A figure that fills the page, and what it counts. */
export const number: DesignLayoutRules = {
  id: 'number',
  label: 'Big number',
  use: 'design',
  fields: [
    field('label', 'Label', 'This year'),
    field('title', 'Number', '92 %'),
    field('body', 'What it counts', 'of our repairs are done within a day'),
    field('note', 'Source', ''),
  ],
  compose(scene) {
    const { area, text, colors, isWide, unit } = scene
    const { base } = colors
    const figure = titleBlock(scene, held(text.title), {
      size: isWide ? 31 : 34,
      color: base.accent,
      gap: 2,
    })
    return {
      stacks: [
        {
          box: area,
          on: base,
          valign: 'middle',
          blocks: [
            ...filled(text.label, labelBlock(scene, text.label, { size: 3.8, color: base.quiet })),
            ...filled(text.title, {
              ...figure,
              size: Math.min(figure.size, unit * 46),
              leading: 1,
            }),
            ...filled(
              text.body,
              ruleBlock(scene, { color: base.text, width: 12, height: 0.7, gap: 3 }),
              bodyBlock(scene, text.body, { size: 6.6, color: base.text, gap: 4, measure: 0.9 }),
            ),
            ...filled(text.note, labelBlock(scene, text.note, { size: 2.7, color: base.quiet })),
          ],
        },
      ],
    }
  },
}

/** A figure and its unit stay on one line. */
function held(figure: string): string {
  return figure.length <= 12 ? figure.replaceAll(' ', '\u00a0') : figure
}
