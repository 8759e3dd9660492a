import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allMutants } from './all-mutants.ts'
import { edited, loadSimulation } from './bundle.ts'
import { huntMutant } from './hunt-mutants.ts'

const SEEDS_MAX = 2000

describe('a meter without one of its guards', () => {
  for (const mutant of allMutants) {
    test(`${mutant.rule}: ${mutant.name}`, { timeout: 60_000 }, async () => {
      const { seed, check } = await huntMutant(mutant, SEEDS_MAX)
      expect(seed).toBeLessThanOrEqual(SEEDS_MAX)
      expect(check).toBeDefined()
    })
  }

  test('what is removed stands in its source exactly once', () => {
    for (const { edits } of allMutants) {
      for (const edit of edits) {
        const text = readFileSync(new URL(`../../src/${edit.file}`, import.meta.url), 'utf8')
        expect(edited(text, [edit])).not.toBe(text)
      }
    }
  })

  test('has a name of its own', () => {
    const names = allMutants.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('fails the same way each time, step by step', async () => {
    const [mutant] = allMutants
    if (!mutant) throw new Error('There are no mutants.')
    const { seed = 0 } = await huntMutant(mutant, SEEDS_MAX)
    const simulation = await loadSimulation(mutant)
    const first = await simulation.traceSeed(seed)
    expect(first.findings.length).toBeGreaterThan(0)
    expect(first.trace.length).toBeGreaterThan(100)
    expect(await simulation.traceSeed(seed)).toEqual(first)
  })
})
