import type { Design } from '@rheos/contract'
import { rect } from '../drawing/svg.ts'
import type { LogoBox } from '../models/place-logo.ts'
import type { Faces } from '../typesetting/brand-typeface.ts'
import { directionOf } from '../typesetting/clusters.ts'
import type { Box } from '../typesetting/set-text.ts'
import type { TextBlock } from './blocks.ts'
import { designLayoutRules } from './design-layouts.ts'
import type { DesignColors } from './design-palettes.ts'
import type { DesignPlan, DesignScene } from './design-scene.ts'
import { designSizes } from './design-sizes.ts'
import { joinedSets, type Letters, type SetStack, setStack } from './stack.ts'
import type { Surface } from './surface.ts'
import { labelBlock } from './type-style.ts'

/** A design before it is painted. */
export interface Composed {
  readonly width: number
  readonly height: number
  readonly ground: string
  readonly shapes: string
  readonly letters: readonly Letters[]
  readonly logo: { readonly box: LogoBox; readonly behind: string } | undefined
}

export interface DesignWish {
  readonly design: Design
  readonly colors: DesignColors
  readonly faces: Faces
  /** Who signs it; undefined: nobody. */
  readonly signature: { readonly name: string; readonly hasLogo: boolean } | undefined
}

export function composeDesign(wish: DesignWish): Composed {
  const scene = sceneOf(wish)
  const plan = designLayoutRules[wish.design.layout].compose(scene)
  const isRtl = scene.direction === 'rtl'
  const mirror = (box: Box): Box => (isRtl ? { ...box, x: scene.width - box.x - box.width } : box)
  const stacks = plan.stacks.map((stack) =>
    setStack({ ...stack, box: mirror(stack.box) }, scene.direction),
  )
  const foot = footOf(scene, plan, wish.signature, mirror)
  const { shapes, letters } = joinedSets([...stacks, foot.set])
  const under = `${plan.shapes ?? ''}${progress(scene, plan.head ?? scene.colors.base)}`
  return {
    width: scene.width,
    height: scene.height,
    ground: scene.colors.base.ground,
    shapes: `${isRtl ? `<g transform="matrix(-1 0 0 1 ${scene.width} 0)">${under}</g>` : under}${shapes}`,
    letters,
    logo: foot.logo,
  }
}

const marginUnits = 8
const footUnits = 4.6

function sceneOf({ design, colors, faces, signature }: DesignWish): DesignScene {
  const { width, height } = designSizes[design.aspect]
  const unit = Math.min(width, height) / 100
  const { text } = design
  return {
    aspect: design.aspect,
    width,
    height,
    unit,
    isWide: width > height,
    isTall: height > width * 1.4,
    area: areaOf(design, signature !== undefined || design.folio !== null),
    text,
    faces,
    colors,
    direction: directionOf([text.title, text.body, text.label, text.note].join(' ')),
    hasPicture: design.backgroundId !== null,
    folio: design.folio,
  }
}

/** What an app lays over the edges of a story stays free. */
function insetsOf({ aspect }: Pick<Design, 'aspect'>) {
  const { height } = designSizes[aspect]
  return aspect === 'story' ? { top: height * 0.06, bottom: height * 0.09 } : { top: 0, bottom: 0 }
}

function areaOf(design: Design, hasFoot: boolean): Box {
  const { width, height } = designSizes[design.aspect]
  const unit = Math.min(width, height) / 100
  const margin = unit * marginUnits
  const insets = insetsOf(design)
  const top = margin + insets.top + (design.folio ? unit * 3 : 0)
  const bottom = margin + insets.bottom + (hasFoot ? unit * (footUnits + 5) : 0)
  return { x: margin, y: top, width: width - 2 * margin, height: height - top - bottom }
}

/** One mark for each slide, those that were read in colour. */
function progress({ folio, area, unit, aspect }: DesignScene, on: Surface): string {
  if (folio === null || folio.pages < 2) return ''
  const gap = Math.min(unit, area.width / folio.pages / 4)
  const length = (area.width - gap * (folio.pages - 1)) / folio.pages
  const y = insetsOf({ aspect }).top + unit * 5
  return Array.from({ length: folio.pages }, (_, at) => {
    const read = at < folio.page
    const color = read ? on.text : on.quiet
    const more = `rx="${unit * 0.3}" ${read ? '' : 'fill-opacity="0.32"'}`
    return rect(area.x + at * (length + gap), y, length, unit * 0.6, color, more)
  }).join('')
}

function footOf(
  scene: DesignScene,
  plan: DesignPlan,
  signature: DesignWish['signature'],
  mirror: (box: Box) => Box,
): { readonly set: SetStack; readonly logo: Composed['logo'] } {
  const { area, height, unit, folio, direction, colors, aspect } = scene
  const on = plan.foot ?? colors.base
  const y = height - unit * (marginUnits + footUnits) - insetsOf({ aspect }).bottom
  const isCentred = plan.footAlign === 'center'
  const width = isCentred ? area.width : area.width * 0.72
  const box = mirror({ x: area.x, y, width, height: unit * footUnits })
  const sets: SetStack[] = []
  if (signature && !signature.hasLogo) {
    const blocks = [signed(scene, signature.name, on.text)]
    const align = isCentred ? 'center' : 'start'
    sets.push(setStack({ box, on, blocks, align, valign: 'middle' }, direction))
  }
  if (folio) sets.push(pageNumber(scene, plan.footEnd ?? on, y, mirror))
  const edge = isCentred ? 'center' : direction === 'rtl' ? 'right' : 'left'
  return {
    set: joinedSets(sets),
    logo: signature?.hasLogo ? { box: logoBox(box, unit, edge), behind: on.ground } : undefined,
  }
}

function logoBox(box: Box, unit: number, align: LogoBox['align']): LogoBox {
  const height = unit * 7
  const width = Math.min(box.width, unit * 34)
  const x = box.x + (box.width - width) * { left: 0, center: 0.5, right: 1 }[align]
  return { x, y: box.y + (box.height - height) / 2, width, height, align }
}

function signed(scene: DesignScene, name: string, color: string): TextBlock {
  return labelBlock(scene, name, { size: 2.8, color })
}

function pageNumber(
  scene: DesignScene,
  on: Surface,
  y: number,
  mirror: (box: Box) => Box,
): SetStack {
  const { folio, area, unit, direction } = scene
  const text = `${folio?.page ?? 1} / ${folio?.pages ?? 1}`
  const width = unit * (text.length * 1.6 + 1)
  const box = mirror({ x: area.x + area.width - width, y, width, height: unit * footUnits })
  const block = labelBlock(scene, text, { size: 2.6, color: on.quiet })
  // Figures run from the left in every script.
  const align = direction === 'rtl' ? 'start' : 'end'
  return setStack({ box, on, blocks: [block], align, valign: 'middle' }, 'ltr')
}
