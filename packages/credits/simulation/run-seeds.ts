import type { SeedResult } from './life.ts'

export interface Summary<Result = SeedResult> {
  readonly seeds: number
  readonly seconds: number
  readonly seedsPerSecond: number
  readonly clients: Spread
  /** Different things that were asked for in one seed. */
  readonly commands: Spread
  /** With every repetition. */
  readonly calls: number
  readonly faults: number
  /** Of processes. */
  readonly deaths: number
  readonly failing: readonly Result[]
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
export async function runSeeds<Result extends SeedResult>(
  simulation: { runSeed(seed: number): Promise<Result> },
  { from, count, failingMax }: Seeds,
): Promise<Summary<Result>> {
  const results: Result[] = []
  const failing: Result[] = []
  const startedAt = performance.now()
  for (let seed = from; seed < from + count && failing.length < failingMax; seed += 1) {
    const result = await simulation.runSeed(seed)
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
    deaths: results.reduce((sum, { deaths }) => sum + deaths, 0),
  }
}

function spreadOf(numbers: readonly number[]): Spread {
  const sum = numbers.reduce((total, each) => total + each, 0)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return { least, mean: sum / numbers.length, most }
}
