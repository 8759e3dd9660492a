import type { DesignLayoutRules, DesignScene } from '../design-scene.ts'
import { field } from '../fields.ts'
import { motif } from '../motif.ts'
import { bodyBlock, filled, labelBlock, titleBlock } from '../type-style.ts'

/** One thought, large, under a few forms in the brand's colours. */
export const statement: DesignLayoutRules = {
  id: 'statement',
  label: 'Statement',
  use: 'design',
  fields: [
    field('label', 'Label', 'Our promise'),
    field('title', 'Statement', 'Good work takes the time it takes'),
    field('body', 'Second line', ''),
  ],
  compose(scene) {
    const { area, unit, text, colors } = scene
    const side = unit * (scene.isWide ? 15 : 13)
    const top = side + unit * 7
    return {
      shapes: motif({ x: area.x, y: area.y, side, count: scene.isWide ? 4 : 3 }, colors),
      stacks: [
        {
          box: { ...area, y: area.y + top, height: area.height - top },
          on: colors.base,
          valign: 'bottom',
          blocks: words(scene, text.title),
        },
      ],
    }
  },
}

function words(scene: DesignScene, title: string) {
  const { text, colors } = scene
  return [
    ...filled(text.label, labelBlock(scene, text.label, { size: 3.1, color: colors.base.accent })),
    ...filled(title, titleBlock(scene, title, { size: 11.5, color: colors.base.text, gap: 3 })),
    ...filled(text.body, bodyBlock(scene, text.body, { size: 4, color: colors.base.quiet })),
  ]
}
