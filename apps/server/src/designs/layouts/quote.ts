import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { quoteMark } from '../ornaments.ts'
import { filled, labelBlock, ruleBlock, titleBlock } from '../type-style.ts'

/** What somebody said, and who. */
export const quote: DesignLayoutRules = {
  id: 'quote',
  label: 'Quote',
  use: 'design',
  fields: [
    field('title', 'Quote', 'They listened first, and only then began to draw.'),
    field('note', 'Who said it', 'Mira Lindqvist, architect'),
  ],
  compose(scene) {
    const { area, unit, text, colors } = scene
    const mark = unit * (scene.isWide ? 12 : 19)
    const top = mark + unit * 5
    const { base } = colors
    return {
      shapes: quoteMark(area.x, area.y, mark, base.accent),
      stacks: [
        {
          box: { ...area, y: area.y + top, height: area.height - top },
          on: base,
          valign: scene.isWide ? 'top' : 'bottom',
          blocks: [
            ...filled(text.title, titleBlock(scene, text.title, { size: 9.4, color: base.text })),
            ...filled(
              text.note,
              ruleBlock(scene, { color: base.accent, width: 9, height: 0.7, gap: 5.5 }),
              labelBlock(scene, text.note, { size: 3.8, color: base.quiet, gap: 3 }),
            ),
          ],
        },
      ],
    }
  },
}
