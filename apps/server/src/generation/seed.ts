import { createHash } from 'node:crypto'

/** Half of what a seed may be, so that the pieces of one generation can count up from it. */
const seedRange = 2 ** 30

/**
 * The seed of the n-th piece of a generation: the same run makes the same thing, another run another
 * one, and neighbours are one apart.
 */
export function seedOf(generationId: string, index = 0): number {
  return (createHash('sha256').update(generationId).digest().readUInt32BE(0) % seedRange) + index
}
