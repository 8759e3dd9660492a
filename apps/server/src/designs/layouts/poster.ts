import { rect } from '../../drawing/svg.ts'
import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { filled, labelBlock, titleBlock } from '../type-style.ts'

/** Few words that take the whole page; the last line in colour. */
export const poster: DesignLayoutRules = {
  id: 'poster',
  label: 'Poster',
  use: 'design',
  fields: [
    field('title', 'Words', 'Less noise more bread'),
    field('note', 'Small line', 'Every day from seven'),
  ],
  compose(scene) {
    const { area, unit, text, colors, isWide } = scene
    const { base } = colors
    const bar = unit * 1.6
    const title = titleBlock(scene, text.title, { size: 24, color: base.text })
    return {
      shapes: rect(area.x, area.y, unit * (isWide ? 14 : 18), bar, base.accent),
      stacks: [
        {
          box: { ...area, y: area.y + bar + unit * 5, height: area.height - bar - unit * 5 },
          on: base,
          valign: 'middle',
          blocks: [
            ...filled(text.title, {
              ...title,
              // As large as the page allows, however few the words are.
              size: unit * 30,
              leading: Math.max(1, title.leading - 0.08),
              lastColor: base.accent,
            }),
            ...filled(
              text.note,
              labelBlock(scene, text.note, { size: 3.6, color: base.quiet, gap: 4 }),
            ),
          ],
        },
      ],
    }
  },
}
