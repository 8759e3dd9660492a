import { rect } from '../../drawing/svg.ts'
import type { DesignLayoutRules, DesignScene } from '../design-scene.ts'
import { field } from '../fields.ts'
import { bodyBlock, filled, labelBlock, titleBlock } from '../type-style.ts'

/** News, with its date on a band of its own. */
export const announcement: DesignLayoutRules = {
  id: 'announcement',
  label: 'Announcement',
  use: 'design',
  fields: [
    field('label', 'Label', 'Save the date'),
    field('title', 'What is announced', 'Open studio evening'),
    field('note', 'Date', 'Thursday, 12 June, 18:00'),
    field('body', 'Details', 'Three makers, one long table. Come in, look around, stay for soup.'),
  ],
  compose(scene) {
    const band = bandOf(scene)
    const { area, text, colors, unit, isWide } = scene
    const { base, panel } = colors
    const pad = isWide ? unit * 6 : unit * 5
    const words = isWide
      ? { ...area, width: band.x - area.x - unit * 6 }
      : { ...area, height: band.y - area.y - unit * 5 }
    return {
      shapes: rect(band.x, band.y, band.width, band.height, panel.ground),
      stacks: [
        {
          box: words,
          on: base,
          valign: isWide ? 'middle' : 'bottom',
          blocks: [
            ...filled(text.label, {
              kind: 'pill',
              text: text.label,
              face: scene.faces.label,
              size: unit * 2.9,
              color: panel.text,
              fill: panel.ground,
              gap: 0,
            }),
            ...filled(
              text.title,
              titleBlock(scene, text.title, { size: 11.4, color: base.text, gap: 4.5 }),
            ),
          ],
        },
        {
          box: inside(scene, band, pad),
          on: panel,
          valign: 'middle',
          blocks: [
            ...filled(text.note, labelBlock(scene, text.note, { size: 5.8, color: panel.text })),
            ...filled(
              text.body,
              bodyBlock(scene, text.body, { size: 4, color: panel.quiet, gap: 3 }),
            ),
          ],
        },
      ],
      foot: isWide ? base : panel,
    }
  },
}

function bandOf({ width, height, isWide, aspect, area }: DesignScene) {
  if (isWide) return { x: width * 0.6, y: 0, width: width * 0.4, height }
  const y = aspect === 'story' ? area.y + area.height * 0.58 : height * 0.6
  return { x: 0, y, width, height: height - y }
}

function inside(
  { area, isWide }: DesignScene,
  band: { readonly x: number; readonly y: number; readonly width: number },
  pad: number,
) {
  if (isWide) return { ...area, x: band.x + pad, width: area.x + area.width - band.x - pad }
  return { ...area, y: band.y + pad, height: area.y + area.height - band.y - pad }
}
