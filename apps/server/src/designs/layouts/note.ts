import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { bodyBlock, filled, labelBlock, ruleBlock, titleBlock } from '../type-style.ts'

/** A headline and a paragraph, set like a page of a magazine. */
export const note: DesignLayoutRules = {
  id: 'note',
  label: 'Title and text',
  use: 'design',
  fields: [
    field('label', 'Label', 'Notebook'),
    field('title', 'Title', 'Why we close on Mondays'),
    field(
      'body',
      'Text',
      'Dough needs a day without us. So do we. The starter rests, the ovens cool, and on Tuesday the first loaves taste of it.',
    ),
  ],
  compose(scene) {
    const { area, text, colors, isWide, unit } = scene
    const { base } = colors
    const head = [
      ...filled(text.label, labelBlock(scene, text.label, { size: 3.3, color: base.accent })),
      ruleBlock(scene, { color: base.text, height: 0.35, gap: 2 }),
      ...filled(
        text.title,
        titleBlock(scene, text.title, { size: 10, color: base.text, gap: 4.5 }),
      ),
    ]
    const body = filled(
      text.body,
      bodyBlock(scene, text.body, { size: 4.9, color: base.text, gap: 5 }),
    )
    if (!isWide)
      return { stacks: [{ box: area, on: base, valign: 'top', blocks: [...head, ...body] }] }
    const gap = unit * 7
    const half = (area.width - gap) / 2
    return {
      stacks: [
        { box: { ...area, width: half }, on: base, blocks: head },
        {
          box: { ...area, x: area.x + half + gap, width: half },
          on: base,
          valign: 'bottom',
          blocks: body,
        },
      ],
    }
  },
}
