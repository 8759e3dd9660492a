import type { Hex } from '../../../drawing/color.ts'
import { circle, curve, path, rect } from '../../../drawing/svg.ts'
import type { Random } from '../../../random.ts'
import type { Box } from '../../../typesetting/set-text.ts'

export type Colors = readonly [Hex, Hex, ...Hex[]]
type Pattern = (box: Box, colors: Colors, random: Random) => string

/** Square tiles of quarter circles, discs and leaves. */
export function tilePattern(
  box: Box,
  colors: Colors,
  options: { readonly cell: number; readonly random: Random },
): string {
  const { cell, random } = options
  const columns = Math.ceil(box.width / cell)
  const rows = Math.ceil(box.height / cell)
  let last = ''
  return Array.from({ length: columns * rows }, (_, index) => {
    const x = box.x + (index % columns) * cell
    const y = box.y + Math.floor(index / columns) * cell
    const [ground = colors[0], ink = colors[1], third = colors[1]] = random.shuffle(colors)
    let kind = random.pick(tileKinds)
    if (kind === last) kind = random.pick(tileKinds)
    last = kind
    return (
      rect(x, y, cell + 0.6, cell + 0.6, ground) +
      tile[kind]({ x, y, s: cell, ink, third, turn: random.below(4) * 90 })
    )
  }).join('')
}

interface Tile {
  readonly x: number
  readonly y: number
  readonly s: number
  readonly ink: Hex
  readonly third: Hex
  readonly turn: number
}

const tileKinds = [
  'quarter',
  'quarter',
  'leaf',
  'leaf',
  'disc',
  'half',
  'bridge',
  'ring',
  'triangle',
] as const

const tile: Readonly<Record<(typeof tileKinds)[number], (tile: Tile) => string>> = {
  quarter: (t) =>
    turned(t, path(`M${t.x} ${t.y}h${t.s}a${t.s} ${t.s} 0 0 1 ${-t.s} ${t.s}z`, t.ink)),
  leaf: (t) =>
    turned(
      t,
      path(
        `M${t.x} ${t.y}a${t.s} ${t.s} 0 0 1 ${t.s} ${t.s}a${t.s} ${t.s} 0 0 1 ${-t.s} ${-t.s}z`,
        t.ink,
      ),
    ),
  disc: (t) => circle(t.x + t.s / 2, t.y + t.s / 2, t.s * 0.36, t.ink),
  half: (t) =>
    turned(t, path(`M${t.x} ${t.y + t.s / 2}a${t.s / 2} ${t.s / 2} 0 0 1 ${t.s} 0z`, t.ink)),
  bridge: (t) =>
    turned(
      t,
      path(`M${t.x} ${t.y + t.s}a${t.s / 2} ${t.s / 2} 0 0 1 ${t.s} 0z`, t.ink) +
        path(`M${t.x} ${t.y + t.s / 2}a${t.s / 2} ${t.s / 2} 0 0 1 ${t.s} 0z`, t.third),
    ),
  ring: (t) =>
    turned(
      t,
      path(`M${t.x} ${t.y}h${t.s}a${t.s} ${t.s} 0 0 1 ${-t.s} ${t.s}z`, t.ink) +
        path(
          `M${t.x} ${t.y}h${t.s / 2}a${t.s / 2} ${t.s / 2} 0 0 1 ${-t.s / 2} ${t.s / 2}z`,
          t.third,
        ),
    ),
  triangle: (t) => turned(t, path(`M${t.x} ${t.y}h${t.s}l${-t.s} ${t.s}z`, t.ink)),
}

function turned(t: Tile, shape: string): string {
  return `<g transform="rotate(${t.turn} ${t.x + t.s / 2} ${t.y + t.s / 2})">${shape}</g>`
}

/** Rows of overlapping discs, as scales or waves of a print. */
const scales: Pattern = (box, colors) => {
  const r = Math.min(box.width, box.height) / 5
  const rows = Math.ceil(box.height / (r * 0.5)) + 3
  const columns = Math.ceil(box.width / (2 * r)) + 2
  let shapes = rect(box.x, box.y, box.width, box.height, colors[0])
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const cx = box.x + column * 2 * r + (row % 2 ? r : 0) - r / 2
      const cy = box.y + row * r * 0.5
      shapes += [1, 0.74, 0.48, 0.22]
        .map((part, at) => circle(cx, cy, r * part, colors[(at + 1) % colors.length] ?? colors[1]))
        .join('')
    }
  return shapes
}

/** A sun over bands of water. */
const sunrise: Pattern = (box, colors, random) => {
  const cx = box.x + box.width * random.between(0.4, 0.6)
  const horizon = box.y + box.height * random.between(0.56, 0.66)
  const r = Math.min(box.width, box.height) * 0.34
  const rings = [1.9, 1.5, 1.14].map((part, at) =>
    circle(cx, horizon, r * part, colors[1], `fill-opacity="${0.16 + at * 0.14}"`),
  )
  const bands = Array.from({ length: 7 }, (_, at) => {
    const gap = (box.y + box.height - horizon) / 7
    const height = gap * (0.2 + at * 0.1)
    return rect(box.x, horizon + gap * at + gap * 0.5, box.width, height, colors[1])
  })
  return (
    rect(box.x, box.y, box.width, box.height, colors[0]) +
    rings.join('') +
    circle(cx, horizon, r * 0.8, colors[2] ?? colors[1]) +
    rect(box.x, horizon, box.width, box.y + box.height - horizon + 1, colors[0]) +
    bands.join('')
  )
}

/** Hills of long waves. */
const swell: Pattern = (box, colors, random) => {
  const count = 7
  let shapes = rect(box.x, box.y, box.width, box.height, colors[0])
  for (let at = 0; at < count; at += 1) {
    const base = box.y + box.height * (0.16 + (0.84 * at) / count)
    const swing = box.height * 0.075
    const points = Array.from({ length: 7 }, (_, step) => ({
      x: box.x + (box.width * (step - 0.5)) / 5,
      y: base + Math.sin(step * 1.25 + at * 0.9) * swing + random.between(-0.3, 0.3) * swing,
    }))
    const bottom = box.y + box.height + 2
    const fill = colors[1 + (at % (colors.length - 1))] ?? colors[1]
    shapes += path(
      `${curve(points)}L${box.x + box.width * 1.2} ${bottom}L${box.x - box.width * 0.2} ${bottom}Z`,
      fill,
    )
  }
  return shapes
}

/** Stems with paired leaves. */
const stems: Pattern = (box, colors, random) => {
  const columns = box.width > box.height * 1.5 ? 5 : 3
  const gap = box.width / columns
  let shapes = rect(box.x, box.y, box.width, box.height, colors[0])
  for (let column = 0; column < columns; column += 1) {
    const x = box.x + gap * (column + 0.5)
    const color = colors[1 + (column % (colors.length - 1))] ?? colors[1]
    const count = Math.max(3, Math.round(box.height / (gap * 0.5)))
    const step = box.height / count
    const top = box.y + step * random.between(0.1, 0.8)
    shapes += rect(x - gap * 0.014, top, gap * 0.028, box.height, color)
    for (let at = 0; at <= count; at += 1)
      shapes += leafPair({ x, y: top + step * (at + 0.9), length: gap * 0.4, color })
    shapes += leaf({ x, y: top + step * 0.2, length: gap * 0.3, turn: -90, color })
  }
  return shapes
}

function leafPair(at: {
  readonly x: number
  readonly y: number
  readonly length: number
  readonly color: Hex
}): string {
  return leaf({ ...at, turn: -38 }) + leaf({ ...at, turn: -142 })
}

function leaf(at: {
  readonly x: number
  readonly y: number
  readonly length: number
  readonly turn: number
  readonly color: Hex
}): string {
  const { x, y, length: l } = at
  return `<g transform="rotate(${at.turn} ${x} ${y})">${path(
    `M${x} ${y}Q${x + l * 0.45} ${y - l * 0.42} ${x + l} ${y}Q${x + l * 0.45} ${y + l * 0.42} ${x} ${y}Z`,
    at.color,
  )}</g>`
}

const patterns = [scales, sunrise, swell, stems] as const

export function anyPattern(box: Box, colors: Colors, random: Random): string {
  return random.pick(patterns)(box, colors, random)
}
