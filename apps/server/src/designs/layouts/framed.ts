import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { frameLines, spark } from '../ornaments.ts'
import { bodyBlock, filled, labelBlock, titleBlock } from '../type-style.ts'

/** A card with a border, everything on the middle axis. */
export const framed: DesignLayoutRules = {
  id: 'framed',
  label: 'Framed',
  use: 'design',
  fields: [
    field('label', 'Label', 'With thanks'),
    field('title', 'Title', 'Ten years, one street'),
    field('body', 'Second line', 'To everybody who walked in with muddy boots and stayed.'),
  ],
  compose(scene) {
    const { area, width, unit, text, colors, isWide } = scene
    const { base } = colors
    const inner = unit * (isWide ? 10 : 5)
    const top = unit * (isWide ? 9 : 15)
    return {
      shapes:
        frameLines(scene, base.accent) +
        spark(
          width / 2,
          area.y + unit * (isWide ? 4 : 7),
          unit * (isWide ? 3.2 : 4.4),
          base.accent,
        ),
      footAlign: 'center',
      stacks: [
        {
          box: {
            x: area.x + inner,
            y: area.y + top,
            width: area.width - 2 * inner,
            height: area.height - top - unit * (isWide ? 1 : 4),
          },
          on: base,
          align: 'center',
          valign: 'middle',
          blocks: [
            ...filled(text.label, labelBlock(scene, text.label, { size: 3, color: base.quiet })),
            ...filled(
              text.title,
              titleBlock(scene, text.title, { size: 10.4, color: base.text, gap: 3.5 }),
            ),
            ...filled(
              text.body,
              bodyBlock(scene, text.body, { size: 4.3, color: base.quiet, gap: 4 }),
            ),
          ],
        },
      ],
    }
  },
}
