import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ChaosReport } from './report/chaos-report.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

describe('three rounds of chaos', () => {
  let report: ChaosReport

  beforeAll(async () => {
    const args = ['scripts/chaos.mjs', '--rounds', '3', '--lease-seconds', '1', '--json']
    // One that found something says so by its exit code too, and then what it found is of interest.
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root }).catch(
      (error: { readonly stdout: string }) => error,
    )
    report = JSON.parse(stdout)
  }, 120_000)

  test('what callers were told is what is kept, and the books are right', () => {
    expect(report.findings).toEqual([])
    expect(report.mismatches).toBe(0)
  })

  test('[C15] what a killed process held is back within the lease, a step of the reaper and its work', () => {
    expect(report.rounds).toHaveLength(3)
    for (const { backMs = Infinity, crashedMs = 0 } of report.rounds) {
      expect(backMs).toBeLessThanOrEqual(report.backWithinMs + crashedMs)
    }
    expect(report.rounds.some(({ leftOpen }) => leftOpen > 0)).toBe(true)
    expect(report.fates.lapsed).toBeGreaterThan(0)
  })

  test('the database crashed once, and there was something to lose', () => {
    expect(report.rounds.filter(({ crashedMs }) => crashedMs !== undefined)).toHaveLength(1)
    expect(report.fates.settled).toBeGreaterThan(0)
    expect(report.fates.results).toBeGreaterThan(0)
    for (const { answers } of report.rounds) expect(answers).toBeGreaterThan(0)
  })
})
