import { rect } from '../../drawing/svg.ts'
import type { Box } from '../../typesetting/set-text.ts'
import type { DesignLayoutRules, DesignScene, Stack } from '../design-scene.ts'
import { field } from '../fields.ts'
import type { Surface } from '../surface.ts'
import { filled, labelBlock, titleBlock } from '../type-style.ts'

/** How it was and how it is now, on two grounds. */
export const beforeAfter: DesignLayoutRules = {
  id: 'before-after',
  label: 'Before and after',
  use: 'design',
  fields: [
    field('label', 'Name of the first', 'Before'),
    field('body', 'First', 'Invoices in a shoebox, a free weekend lost each month'),
    field('note', 'Name of the second', 'After'),
    field('second', 'Second', 'Sent on Friday at four, paid by Tuesday'),
  ],
  compose(scene) {
    const { text, colors } = scene
    return inHalves(
      scene,
      sideOf(scene, colors.base, { name: text.label, said: text.body }),
      sideOf(scene, colors.panel, { name: text.note, said: text.second }),
    )
  },
}

interface Side {
  readonly on: Surface
  readonly blocks: Stack['blocks']
}

function sideOf(
  scene: DesignScene,
  on: Surface,
  { name, said }: { readonly name: string; readonly said: string },
): Side {
  return {
    on,
    blocks: [
      ...filled(name, labelBlock(scene, name, { size: 3.4, color: on.accent })),
      ...filled(said, titleBlock(scene, said, { size: 8, color: on.text, gap: 3 })),
    ],
  }
}

/** Where the one ground ends and the other begins. */
export function halfCut({ width, area, unit, isWide }: DesignScene): number {
  return isWide ? width / 2 : area.y + area.height * 0.49 + unit
}

/** Two grounds, one under the other, or side by side on a wide page. */
export function inHalves(scene: DesignScene, first: Side, second: Side) {
  const { width, height, area, unit, isWide } = scene
  const pad = unit * 6
  const cut = halfCut(scene)
  const one: Box = isWide
    ? { ...area, width: cut - pad - area.x }
    : { ...area, height: cut - pad - area.y }
  const other: Box = isWide
    ? { ...area, x: cut + pad, width: area.x + area.width - cut - pad }
    : { ...area, y: cut + pad, height: area.y + area.height - cut - pad }
  return {
    shapes: isWide
      ? rect(cut, 0, width - cut, height, second.on.ground)
      : rect(0, cut, width, height - cut, second.on.ground),
    stacks: [
      { box: one, on: first.on, valign: 'middle', blocks: first.blocks },
      { box: other, on: second.on, valign: 'middle', blocks: second.blocks },
    ] satisfies readonly Stack[],
    foot: isWide ? first.on : second.on,
    ...(isWide && { footEnd: second.on }),
  }
}
