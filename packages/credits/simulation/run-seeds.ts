import type { Simulation } from './mutants/bundle.ts'
import type { SeedResult } from './run-seed.ts'

export interface Summary {
  readonly seeds: number
  readonly seconds: number
  readonly seedsPerSecond: number
  readonly clients: Spread
  /** Different things that were asked for in one seed. */
  readonly commands: Spread
  /** With every repetition. */
  readonly calls: number
  readonly faults: number
  readonly failing: readonly SeedResult[]
}

export interface Spread {
  readonly least: number
  readonly mean: number
  readonly most: number
}

interface Seeds {
  readonly from: number
  readonly count: number
  /** Stops after so many that fail. */
  readonly failingMax: number
}

/** One seed after another. */
export async function runSeeds(
  { runSeed }: Pick<Simulation, 'runSeed'>,
  { from, count, failingMax }: Seeds,
): Promise<Summary> {
  const results: SeedResult[] = []
  const failing: SeedResult[] = []
  const startedAt = performance.now()
  for (let seed = from; seed < from + count && failing.length < failingMax; seed += 1) {
    const result = await runSeed(seed)
    results.push(result)
    if (result.findings.length > 0) failing.push(result)
  }
  const seconds = (performance.now() - startedAt) / 1000
  return { ...totalsOf(results), seconds, seedsPerSecond: results.length / seconds, failing }
}

function totalsOf(results: readonly SeedResult[]) {
  return {
    seeds: results.length,
    clients: spreadOf(results.map(({ clients }) => clients)),
    commands: spreadOf(results.map(({ commands }) => commands)),
    calls: results.reduce((sum, { calls }) => sum + calls, 0),
    faults: results.reduce((sum, { faults }) => sum + faults, 0),
  }
}

function spreadOf(numbers: readonly number[]): Spread {
  const sum = numbers.reduce((total, each) => total + each, 0)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return { least, mean: sum / numbers.length, most }
}
