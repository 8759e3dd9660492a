import type { DesignLayoutRules } from '../design-scene.ts'
import { field } from '../fields.ts'
import { questionMark } from '../ornaments.ts'
import { bodyBlock, filled, labelBlock, titleBlock } from '../type-style.ts'

/** A question, before a sign that reaches over the edge. */
export const question: DesignLayoutRules = {
  id: 'question',
  label: 'Question',
  use: 'design',
  fields: [
    field('label', 'Label', 'Tell us'),
    field('title', 'Question', 'What would you build if nobody could say no?'),
    field('body', 'Second line', 'Answer in the comments'),
  ],
  compose(scene) {
    const { area, width, height, text, colors, isWide } = scene
    const { base } = colors
    const tall = Math.min(height * (isWide ? 1.08 : 0.86), width * 1.25)
    return {
      shapes: questionMark(
        { x: width * (isWide ? 0.76 : 0.62), y: height * 0.5, height: tall },
        base.whisper,
      ),
      stacks: [
        {
          box: { ...area, width: area.width * (isWide ? 0.78 : 1) },
          on: base,
          valign: isWide ? 'middle' : 'bottom',
          blocks: [
            ...filled(text.label, labelBlock(scene, text.label, { size: 3.3, color: base.accent })),
            ...filled(
              text.title,
              titleBlock(scene, text.title, { size: 9.6, color: base.text, gap: 3 }),
            ),
            ...filled(text.body, bodyBlock(scene, text.body, { size: 4, color: base.quiet })),
          ],
        },
      ],
    }
  },
}
