import { rect } from '../../drawing/svg.ts'
import type { DesignLayoutRules, DesignScene } from '../design-scene.ts'
import { field } from '../fields.ts'
import { bodyBlock, filled, titleBlock } from '../type-style.ts'

/** Advice on a card that lies on the brand's colour. */
export const tip: DesignLayoutRules = {
  id: 'tip',
  label: 'Tip',
  use: 'design',
  fields: [
    field('label', 'Label', 'Tip'),
    field('title', 'Advice', 'Water in the morning, not at night'),
    field('body', 'Why', 'Leaves dry before evening, and snails find nothing to slide on.'),
  ],
  compose(scene) {
    const { text, colors, unit, faces } = scene
    const { base, panel } = colors
    const card = cardOf(scene)
    const pad = unit * 7
    return {
      shapes:
        rect(
          card.x + unit * 1.6,
          card.y + unit * 1.6,
          card.width,
          card.height,
          base.whisper,
          `rx="${unit * 3}"`,
        ) + rect(card.x, card.y, card.width, card.height, panel.ground, `rx="${unit * 3}"`),
      stacks: [
        {
          box: {
            x: card.x + pad,
            y: card.y + pad,
            width: card.width - 2 * pad,
            height: card.height - 2 * pad,
          },
          on: panel,
          valign: 'middle',
          blocks: [
            ...filled(text.label, {
              kind: 'pill',
              text: text.label,
              face: faces.label,
              size: unit * 3.2,
              color: panel.ground,
              fill: panel.text,
              gap: 0,
            }),
            ...filled(
              text.title,
              titleBlock(scene, text.title, { size: 9.4, color: panel.text, gap: 5 }),
            ),
            ...filled(
              text.body,
              bodyBlock(scene, text.body, { size: 4.6, color: panel.quiet, gap: 4 }),
            ),
          ],
        },
      ],
    }
  },
}

function cardOf({ area, isWide, isTall, unit }: DesignScene) {
  const height = isTall
    ? Math.min(area.height, area.width * 1.25)
    : area.height - unit * (isWide ? 0 : 2)
  return { ...area, y: area.y + (area.height - height) / 2, height }
}
