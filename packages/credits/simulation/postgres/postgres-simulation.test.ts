import { rmSync } from 'node:fs'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { makeScratchFolder } from '../../../../test/scratch-folder.ts'
import { chargingMutants } from '../mutants/charging.ts'
import { runSeeds } from '../run-seeds.ts'
import { PostgresSimulation } from './postgres-simulation.ts'

/** Seconds where nothing else runs; a busy machine may take its time. */
const timeout = 120_000

describe('the simulation on PostgreSQL', () => {
  const folder = makeScratchFolder('simulation')
  const options = { url: inject('postgresUrl'), folder, processes: 3 }

  afterAll(() => rmSync(folder, { recursive: true }))

  test('a few seeds pass, each with enough going on, and some processes are killed', {
    timeout,
  }, async () => {
    const simulation = await PostgresSimulation.open(options)
    // In these, processes die so often that a run without a death is out of the question.
    const range = { from: 19, count: 3, failingMax: 1 }
    const { failing, seeds, clients, commands, faults, deaths } = await runSeeds(simulation, range)
    expect(failing).toEqual([])
    expect(seeds).toBe(3)
    expect(clients.least).toBeGreaterThanOrEqual(3)
    expect(commands.least).toBeGreaterThanOrEqual(80)
    expect(faults).toBeGreaterThan(deaths)
    expect(deaths).toBeGreaterThan(0)
  })

  test('a meter without one of its guards fails, and what happened is kept', {
    timeout,
  }, async () => {
    const name = 'an operation id is not looked up'
    const mutant = chargingMutants.find((each) => each.name === name)
    if (!mutant) throw new Error(`There is no mutant: ${name}.`)
    const simulation = await PostgresSimulation.open({ ...options, mutant })
    const { failing } = await runSeeds(simulation, { from: 1, count: 10, failingMax: 1 })
    const [{ findings = [], trace = [] } = {}] = failing
    expect(findings.length).toBeGreaterThan(0)
    expect(trace.some((line) => / client-\d asks process-\d /.test(line))).toBe(true)
    expect(trace.some((line) => / process-\d commits/.test(line))).toBe(true)
  })
})
