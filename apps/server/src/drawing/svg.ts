import type { Hex } from './color.ts'

const n = (value: number) => (Math.round(value * 100) / 100).toString()

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more = '',
): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}" ${more}/>`
}

export function circle(cx: number, cy: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(Math.max(0, r))}" fill="${fill}" ${more}/>`
}

export function ring(cx: number, cy: number, r: number, stroke: Hex, width: number): string {
  return circle(cx, cy, r, 'none', `stroke="${stroke}" stroke-width="${n(width)}"`)
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: Hex,
  width: number,
): string {
  return `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" fill="none" stroke="${stroke}" stroke-width="${n(width)}"/>`
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A smooth curve through points (Catmull-Rom), open or closed. */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length
  const at = (index: number): Point =>
    points[closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index))] ?? {
      x: 0,
      y: 0,
    }
  const segments = Array.from({ length: closed ? count : count - 1 }, (_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const one = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 }
    const two = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 }
    return `C${n(one.x)} ${n(one.y)} ${n(two.x)} ${n(two.y)} ${n(to.x)} ${n(to.y)}`
  })
  return `M${n(at(0).x)} ${n(at(0).y)}${segments.join('')}${closed ? 'Z' : ''}`
}

/** Shapes that are seen only within a rectangle. */
export function clipped(
  id: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  shapes: string,
): string {
  return `<clipPath id="${id}">${rect(box.x, box.y, box.width, box.height, '#000')}</clipPath><g clip-path="url(#${id})">${shapes}</g>`
}

export function linear(
  id: string,
  stops: readonly (readonly [number, Hex, number?])[],
  angle = 90,
): string {
  const turn = ((angle - 90) * Math.PI) / 180
  const [dx, dy] = [Math.sin(-turn) / 2, Math.cos(turn) / 2]
  const inside = stops
    .map(
      ([offset, color, opacity = 1]) =>
        `<stop offset="${n(offset)}" stop-color="${color}" stop-opacity="${n(opacity)}"/>`,
    )
    .join('')
  return `<linearGradient id="${id}" x1="${n(0.5 - dx)}" y1="${n(0.5 - dy)}" x2="${n(0.5 + dx)}" y2="${n(0.5 + dy)}">${inside}</linearGradient>`
}
