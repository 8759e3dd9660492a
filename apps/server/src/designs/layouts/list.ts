import type { Block } from '../blocks.ts'
import type { DesignLayoutRules, DesignScene } from '../design-scene.ts'
import { field } from '../fields.ts'
import { bodyBlock, filled, labelBlock, ruleBlock, titleBlock } from '../type-style.ts'

/** A headline and numbered points between hairlines. */
export const list: DesignLayoutRules = {
  id: 'list',
  label: 'List',
  use: 'design',
  fields: [
    field('title', 'Headline', 'Before you sign a lease'),
    field(
      'body',
      'Points, one on each line',
      'Visit at rush hour\nAsk who was there before\nRead the clause on repairs',
    ),
  ],
  compose(scene) {
    const { area, unit, text, colors, isWide } = scene
    const title = filled(
      text.title,
      titleBlock(scene, text.title, { size: 9, color: colors.base.text }),
    )
    const rows = pointsOf(text.body).flatMap((point, at) => row(scene, point, at))
    if (!isWide)
      return {
        stacks: [{ box: area, on: colors.base, valign: 'middle', blocks: [...title, ...rows] }],
      }
    const left = area.width * 0.38
    const x = area.x + left + unit * 6
    return {
      stacks: [
        { box: { ...area, width: left }, on: colors.base, blocks: title },
        {
          box: { ...area, x, width: area.x + area.width - x },
          on: colors.base,
          valign: 'middle',
          blocks: rows.slice(1),
        },
      ],
    }
  },
}

/** What stands on lines of its own, without the signs that people begin them with. */
export function pointsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*([-–•*·]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .slice(0, 12)
}

function row(scene: DesignScene, point: string, at: number): readonly Block[] {
  const { base } = scene.colors
  return [
    ruleBlock(scene, { color: base.whisper, height: 0.3, gap: at === 0 ? 6.5 : 3.4 }),
    {
      kind: 'row',
      lead: labelBlock(scene, String(at + 1), { size: 5, color: base.accent }),
      text: bodyBlock(scene, point, { size: 5, color: base.text }),
      leadWidth: scene.unit * 9,
      gap: scene.unit * 3.4,
    },
  ]
}
