import { rect } from '../../drawing/svg.ts'
import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { motif } from '../motif.ts'
import { bodyBlock, filled, titleBlock } from '../type-style.ts'

/** The last slide: what to do now. */
export const closing: DesignLayoutRules = {
  id: 'closing',
  label: 'Closing',
  use: 'slide',
  fields: [
    field('title', 'What to do', 'Bring yours in for a free check'),
    field('body', 'Text', 'Twenty minutes, coffee included.'),
    field('note', 'Button', 'Save this for later'),
  ],
  compose(scene) {
    const { area, text, colors, unit, faces, isWide } = scene
    // The last page turns the colours around, so that it is seen to be the last.
    const panel = scene.hasPicture ? colors.base : colors.panel
    const { art } = colors
    const side = unit * (isWide ? 9 : 11)
    return {
      shapes:
        (scene.hasPicture ? '' : rect(0, 0, scene.width, scene.height, panel.ground)) +
        motif({ x: area.x, y: area.y, side, count: 3 }, { base: panel, art }),
      stacks: [
        {
          box: { ...area, y: area.y + side + unit * 5, height: area.height - side - unit * 5 },
          on: panel,
          valign: 'middle',
          blocks: [
            ...filled(text.title, titleBlock(scene, text.title, { size: 10.8, color: panel.text })),
            ...filled(
              text.body,
              bodyBlock(scene, text.body, { size: 5, color: panel.quiet, gap: 4 }),
            ),
            ...filled(text.note, {
              kind: 'pill',
              text: text.note,
              face: faces.label,
              size: unit * 3.6,
              color: panel.ground,
              fill: panel.text,
              gap: unit * 6,
            }),
          ],
        },
      ],
      foot: panel,
      head: panel,
    }
  },
}
