import { beforeAll, describe, expect, test } from 'vitest'
import { loadSimulation, type Simulation } from './mutants/bundle.ts'
import { runSeeds } from './run-seeds.ts'

describe('the simulation', () => {
  let simulation: Simulation

  beforeAll(async () => {
    simulation = await loadSimulation()
  })

  test('500 seeds pass, each with enough going on', async () => {
    const range = { from: 1, count: 500, failingMax: 1 }
    const { failing, seeds, clients, commands, faults } = await runSeeds(simulation, range)
    expect(failing).toEqual([])
    expect(seeds).toBe(500)
    expect(clients.least).toBeGreaterThanOrEqual(3)
    expect(commands.least).toBeGreaterThanOrEqual(30)
    expect(faults).toBeGreaterThan(500)
  })

  test('a seed is the same life each time', async () => {
    for (const seed of [7, 77, 777]) {
      const first = await simulation.traceSeed(seed)
      const second = await simulation.traceSeed(seed)
      expect(second).toEqual(first)
      const { trace: _, ...result } = first
      expect(await simulation.runSeed(seed)).toEqual(result)
    }
  })

  test('another seed is another life', async () => {
    const { trace } = await simulation.traceSeed(7)
    expect((await simulation.traceSeed(8)).trace).not.toEqual(trace)
  })
})
