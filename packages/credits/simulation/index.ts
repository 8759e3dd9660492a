import { withScratchPostgres } from '../../../test/with-scratch-postgres.ts'
import type { TracedResult } from './life.ts'
import { allMutants } from './mutants/all-mutants.ts'
import { loadSimulation } from './mutants/bundle.ts'
import { type Hunted, huntMutant } from './mutants/hunt-mutants.ts'
import { PostgresSimulation } from './postgres/postgres-simulation.ts'
import { huntText, seedText, summaryText } from './report/report-text.ts'
import { runSeeds } from './run-seeds.ts'
import { parseSimulateOptions, type SimulateOptions, UsageError } from './simulate-options.ts'

/** A mutant that lives through so many seeds has survived. */
const MUTANT_SEEDS_MAX = 2000
const FAILING_MAX = 10

// A store that fails is no error here, and its stack costs more than the seed's step.
Error.stackTraceLimit = 0

try {
  await main(parseSimulateOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

async function main(options: SimulateOptions): Promise<void> {
  const { processes } = options
  if (options.mutants) return await hunt(options)
  if (processes !== undefined) return await simulateOnPostgres(processes, options)
  if (options.seed !== undefined) return await replay(options.seed, options)
  await simulate(options)
}

async function simulate({ seeds, json }: SimulateOptions): Promise<void> {
  const simulation = await loadSimulation()
  const range = { from: 1, count: seeds, failingMax: FAILING_MAX }
  const summary = await runSeeds(simulation, range)
  const [failing] = summary.failing
  print(json, summary, summaryText)
  if (!failing) return
  process.exitCode = 1
  if (!json) process.stdout.write(seedText(await simulation.traceSeed(failing.seed)))
}

async function replay(seed: number, { json }: SimulateOptions): Promise<void> {
  const { traceSeed } = await loadSimulation()
  show(await traceSeed(seed), json)
}

function show(result: TracedResult, json: boolean): void {
  print(json, result, seedText)
  if (result.findings.length > 0) process.exitCode = 1
}

async function simulateOnPostgres(processes: number, options: SimulateOptions): Promise<void> {
  const { seeds, seed, json } = options
  await withScratchPostgres('simulation', async ({ postgres, folder }) => {
    const url = postgres.connectionString
    const simulation = await PostgresSimulation.open({ url, folder, processes })
    if (seed !== undefined) return show(await simulation.traceSeed(seed), json)
    const range = { from: 1, count: seeds, failingMax: FAILING_MAX }
    const summary = await runSeeds(simulation, range)
    print(json, summary, summaryText)
    if (summary.failing.length > 0) process.exitCode = 1
    if (!json) for (const failing of summary.failing) process.stdout.write(seedText(failing))
  })
}

async function hunt({ json }: SimulateOptions): Promise<void> {
  const hunted: Hunted[] = []
  for (const mutant of allMutants) hunted.push(await huntMutant(mutant, MUTANT_SEEDS_MAX))
  print(json, hunted, huntText)
  if (hunted.some(({ seed }) => seed === undefined)) process.exitCode = 1
}

function print<T>(json: boolean, value: T, textOf: (value: T) => string): void {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : textOf(value))
}
