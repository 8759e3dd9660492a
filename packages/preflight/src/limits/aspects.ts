import type { Aspect } from './network-limits.ts'

/** Width by height as a number. */
export function ratio({ width, height }: Aspect): number {
  return width / height
}

const shapes: readonly Aspect[] = [
  { width: 16, height: 9 },
  { width: 3, height: 2 },
  { width: 4, height: 3 },
  { width: 1, height: 1 },
]

/** The widest usual shape that is no wider than this. */
export function nearestAspect(max: Aspect): Aspect {
  return shapes.find((shape) => ratio(shape) <= ratio(max)) ?? max
}

/** The shape of a picture in small whole numbers where it has one: 1080 × 1350 is 4:5. */
export function aspectOf(width: number, height: number): Aspect {
  const divisor = greatestCommonDivisor(width, height)
  return { width: width / divisor, height: height / divisor }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
