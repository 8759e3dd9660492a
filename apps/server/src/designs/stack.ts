import type { Hex } from '../drawing/color.ts'
import { rect } from '../drawing/svg.ts'
import { type Direction, directionOf } from '../typesetting/clusters.ts'
import { type FlowText, flowText } from '../typesetting/flow-text.ts'
import type { Box } from '../typesetting/set-text.ts'
import type { ShapedLine } from '../typesetting/shape-line.ts'
import type { Block, PillBlock, RowBlock, RuleBlock, TextBlock } from './blocks.ts'
import type { Stack } from './design-scene.ts'

/** Type in its place, with what it is written in and on. */
export interface Letters {
  readonly outline: string
  readonly color: Hex
  readonly on: Hex
  readonly box: Box
  readonly size: number
  readonly text: string
}

export interface SetStack {
  readonly shapes: string
  readonly letters: readonly Letters[]
}

interface Placed {
  readonly box: Box
  readonly align: 'start' | 'center' | 'end'
  readonly on: Hex
}

interface Measured {
  readonly gap: number
  readonly height: number
  set(at: Placed): SetStack
}

interface Setter {
  at(width: number, scale: number): Measured
}

const steps = 11

/** Sets a stack as large as its box allows, and never larger than its blocks ask for. */
export function setStack(stack: Stack, direction: Direction): SetStack {
  const { box, valign = 'top', align = 'start' } = stack
  const setters = stack.blocks.map((block) => setterOf(block, direction))
  const measure = (scale: number) => setters.map((setter) => setter.at(box.width, scale))
  const { measured, height } = largest(measure, box.height)
  let y = box.y + (box.height - height) * { top: 0, middle: 0.5, bottom: 1 }[valign]
  const sets = measured.map((block, at) => {
    y += at === 0 ? 0 : block.gap
    const placed = { ...box, y, height: block.height }
    y += block.height
    return block.set({ box: placed, align, on: stack.on.ground })
  })
  return joinedSets(sets)
}

export function joinedSets(sets: readonly SetStack[]): SetStack {
  return {
    shapes: sets.map(({ shapes }) => shapes).join(''),
    letters: sets.flatMap(({ letters }) => letters),
  }
}

function largest(measure: (scale: number) => readonly Measured[], room: number) {
  const heightOf = (blocks: readonly Measured[]) =>
    blocks.reduce((sum, { height, gap }, at) => sum + height + (at === 0 ? 0 : gap), 0)
  let [low, high] = [0.02, 1]
  let best = measure(high)
  if (heightOf(best) <= room) return { measured: best, height: heightOf(best) }
  best = measure(low)
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2
    const blocks = measure(middle)
    if (heightOf(blocks) <= room) [low, best] = [middle, blocks]
    else high = middle
  }
  return { measured: best, height: heightOf(best) }
}

function setterOf(block: Block, direction: Direction): Setter {
  if (block.kind === 'text') return textSetter(block, direction)
  if (block.kind === 'pill') return pillSetter(block, direction)
  if (block.kind === 'row') return rowSetter(block, direction)
  return ruleSetter(block, direction)
}

function textSetter(block: TextBlock, direction: Direction): Setter {
  // A sentence reads in its own direction; where it stands is up to the design.
  const flow = flowText(block.text, { ...block, direction: directionOf(block.text, direction) })
  return {
    at(width, scale) {
      const room = width * block.measure
      // Its own widest word may hold it back further than the stack has to.
      const size = Math.min(block.size * scale ** block.yields, room / (flow.widestWord + 0.001))
      const lines = flow.linesWithin(room / size)
      const step = size * Math.max(block.leading, flow.leadingMin)
      const height = flow.ascent * size + (lines.length - 1) * step + flow.descent * size
      return {
        gap: block.gap * scale,
        height,
        set: (at) => setLines(block, { lines, size, step, flow, height }, at, direction),
      }
    },
  }
}

interface Lines {
  readonly lines: readonly ShapedLine[]
  readonly size: number
  readonly step: number
  readonly height: number
  readonly flow: FlowText
}

function setLines(block: TextBlock, set: Lines, at: Placed, direction: Direction): SetStack {
  const { lines, size, step, flow, height } = set
  const widest = Math.max(...lines.map(({ width }) => width)) * size
  const outlines = lines.map((line, index) =>
    line.outline({
      x: startOf(at, line.width * size, direction),
      y: at.box.y + flow.ascent * size + index * step,
      size,
    }),
  )
  const box = { x: startOf(at, widest, direction), y: at.box.y, width: widest, height }
  const letters = (outline: string, color: Hex): Letters => ({
    outline,
    color,
    on: at.on,
    box,
    size,
    text: block.text,
  })
  if (block.lastColor === undefined || lines.length < 2)
    return { shapes: '', letters: [letters(outlines.join(''), block.color)] }
  return {
    shapes: '',
    letters: [
      letters(outlines.slice(0, -1).join(''), block.color),
      letters(outlines.at(-1) ?? '', block.lastColor),
    ],
  }
}

function startOf({ box, align }: Placed, width: number, direction: Direction): number {
  if (align === 'center') return box.x + (box.width - width) / 2
  const isRight = (direction === 'rtl') === (align === 'start')
  return isRight ? box.x + box.width - width : box.x
}

function ruleSetter(block: RuleBlock, direction: Direction): Setter {
  return {
    at: (width, scale) => ({
      gap: block.gap * scale,
      height: block.height,
      set: (at) => {
        const length = block.width === 'full' ? width : Math.min(width, block.width)
        const x = startOf(at, length, direction)
        return { shapes: rect(x, at.box.y, length, block.height, block.color), letters: [] }
      },
    }),
  }
}

function pillSetter(block: PillBlock, direction: Direction): Setter {
  const flow = flowText(block.text.replaceAll(/\s+/g, ' '), {
    face: block.face,
    tracking: 0.01,
    direction: directionOf(block.text, direction),
  })
  return {
    at(width, scale) {
      const [line] = flow.linesWithin(Number.POSITIVE_INFINITY)
      const ems = line?.width ?? 0
      const size = Math.min(block.size * scale ** 0.6, width / (ems + 1.9))
      const height = size * (flow.ascent + 1.15)
      return {
        gap: block.gap * scale,
        height,
        set: (at) => {
          const wide = size * (ems + 1.9)
          const x = startOf(at, wide, direction)
          const y = at.box.y + (height - flow.ascent * size) / 2 + flow.ascent * size
          const outline = line?.outline({ x: x + size * 0.95, y, size }) ?? ''
          const box = { x, y: at.box.y, width: wide, height }
          return {
            shapes: rect(x, at.box.y, wide, height, block.fill, `rx="${height / 2}"`),
            letters: [{ outline, color: block.color, on: block.fill, box, size, text: block.text }],
          }
        },
      }
    },
  }
}

function rowSetter(block: RowBlock, direction: Direction): Setter {
  const lead = textSetter(block.lead, direction)
  const text = textSetter(block.text, direction)
  return {
    at(width, scale) {
      const leadWidth = block.leadWidth * scale ** block.lead.yields
      const [first, second] = [lead.at(leadWidth, scale), text.at(width - leadWidth, scale)]
      return {
        gap: block.gap * scale,
        height: Math.max(first.height, second.height),
        set: (at) => {
          const { x, y, height } = at.box
          const isRtl = direction === 'rtl'
          const leadX = isRtl ? x + width - leadWidth : x
          const textX = isRtl ? x : x + leadWidth
          const beside = (box: Partial<Box>) => ({ ...at, box: { ...at.box, ...box, y, height } })
          return joinedSets([
            first.set({ ...beside({ x: leadX, width: leadWidth }), align: 'start' }),
            second.set({ ...beside({ x: textX, width: width - leadWidth }), align: 'start' }),
          ])
        },
      }
    },
  }
}
