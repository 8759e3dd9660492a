import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { measurementNames } from './measurements.ts'
import type { BenchReport } from './report/bench-report.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Only what is right or wrong: how fast anything is depends on what else the machine does. */
describe('the short benchmark', () => {
  let report: BenchReport

  beforeAll(async () => {
    const args = ['scripts/bench.mjs', 'credits', '--short', '--json']
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
    report = JSON.parse(stdout)
  }, 200_000)

  test('says what was measured, on what and when', () => {
    expect(report).toMatchObject({
      benchmark: 'credits',
      command: 'npm run bench -- credits --short --json',
      machine: {
        cores: expect.any(Number),
        cpu: expect.any(String),
        memoryBytes: expect.any(Number),
        node: process.versions.node,
        postgres: expect.stringMatching(/^\d+\.\d+/),
      },
      effort: { isShort: true, rounds: 1 },
    })
    expect(new Date(report.date).getTime()).toBeLessThanOrEqual(Date.now())
    expect(Object.keys(report.measurements)).toEqual(measurementNames)
  })

  test('the books are right after every measurement of the ledger', () => {
    expect(report.audits.length).toBeGreaterThan(measurementNames.length)
    for (const audit of report.audits) {
      expect(audit).toMatchObject({ grants: 0, operations: 0, gaps: 0, settled: 0 })
    }
    expect(report.mismatches).toBe(0)
  })

  test('a race near zero overspends only where nothing prevents it', () => {
    const overspent = report.measurements.overspend?.map(({ candidate, overspent }) => [
      candidate,
      overspent.max,
    ])
    expect(overspent).toEqual([
      ['ours', 0],
      ['naive', 0],
      ['check-then-act', expect.any(Number)],
    ])
    expect(overspent?.[2]?.[1]).toBeGreaterThan(0)
  })

  test('every target says what is required, what was measured and whether it is met', () => {
    expect(report.targets.map(({ name }) => name)).toHaveLength(11)
    for (const target of report.targets) {
      expect(target).toMatchObject({
        required: expect.stringMatching(/^[≤≥] \d/),
        met: expect.any(Boolean),
      })
      expect(target).toHaveProperty('measured')
    }
  })
})
