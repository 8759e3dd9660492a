import { runSeeds } from '../run-seeds.ts'
import { loadSimulation } from './bundle.ts'
import type { Mutant } from './mutant.ts'

export interface Hunted {
  readonly mutant: string
  readonly rule: string
  /** The first seed that fails; absent when the mutant survived. */
  readonly seed?: number
  /** Which check noticed first, and which rule it found broken. */
  readonly check?: string
  readonly broken?: string
}

/** Lets a mutant live through seed after seed until one of them fails. */
export async function huntMutant(mutant: Mutant, seedsMax: number): Promise<Hunted> {
  const simulation = await loadSimulation(mutant)
  const seeds = { from: 1, count: seedsMax, failingMax: 1 }
  const { failing } = await runSeeds(simulation, seeds)
  const { name, rule } = mutant
  const [first] = failing
  const [finding] = first?.findings ?? []
  if (!first || !finding) return { mutant: name, rule }
  const { check, rule: broken } = finding
  return { mutant: name, rule, seed: first.seed, check, broken }
}
