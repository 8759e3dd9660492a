import { circle } from '../../drawing/svg.ts'
import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { bodyBlock, filled, titleBlock } from '../type-style.ts'

/** A numbered step. */
export const step: DesignLayoutRules = {
  id: 'step',
  label: 'Step',
  use: 'slide',
  fields: [
    field('label', 'Number', '1'),
    field('title', 'Step', 'Loosen the quick release'),
    field('body', 'Text', 'Turn the lever out until the wheel can move, and no further.'),
  ],
  compose(scene) {
    const { area, text, colors, unit, faces, isWide } = scene
    const { base, panel } = colors
    const r = unit * (isWide ? 9 : 11)
    const top = isWide ? 0 : r * 2 + unit * 6
    const left = isWide ? r * 2 + unit * 7 : 0
    const figure = {
      ...titleBlock(scene, text.label, { size: 1, color: panel.text }),
      face: faces.display,
      size: r * 1.05,
      yields: 1,
    }
    const y = isWide ? area.y + (area.height - 2 * r) / 2 : area.y
    return {
      shapes: text.label === '' ? '' : circle(area.x + r, y + r, r, panel.ground),
      stacks: [
        {
          box: {
            x: area.x + r * 0.25,
            y: y + r * 0.25,
            width: r * 1.5,
            height: r * 1.5 + r * 0.24,
          },
          on: panel,
          align: 'center',
          valign: 'middle',
          blocks: filled(text.label, figure),
        },
        {
          box: {
            x: area.x + left,
            y: area.y + top,
            width: area.width - left,
            height: area.height - top,
          },
          on: base,
          valign: isWide ? 'middle' : 'top',
          blocks: [
            ...filled(text.title, titleBlock(scene, text.title, { size: 9.6, color: base.text })),
            ...filled(
              text.body,
              bodyBlock(scene, text.body, { size: 5.1, color: base.quiet, gap: 4.5 }),
            ),
          ],
        },
      ],
    }
  },
}
