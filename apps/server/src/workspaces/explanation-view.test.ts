import type { ExplanationLine } from '@rheos/credits'
import { describe, expect, it } from 'vitest'
import { boundedLines } from './explanation-view.ts'

function line(at: number, changes: Partial<ExplanationLine> = {}): ExplanationLine {
  return {
    kind: 'operation',
    at,
    credits: -5,
    held: 0,
    grantId: 'a',
    notCharged: false,
    ...changes,
  }
}

const sum = (lines: readonly { readonly credits: number }[]) =>
  lines.reduce((total, { credits }) => total + credits, 0)

describe('an explanation with many lines', () => {
  const grants = [
    line(0, { kind: 'grant', credits: 4000 }),
    line(500, { kind: 'grant', credits: 50, grantId: 'b' }),
  ]
  const older = Array.from({ length: 300 }, (_, n) => line(n + 1))
  const newer = Array.from({ length: 300 }, (_, n) =>
    line(n + 501, { grantId: n % 2 === 0 ? 'a' : 'b', credits: n % 3 === 0 ? 0 : -1 }),
  )
  const lines = [...grants.slice(0, 1), ...older, ...grants.slice(1), ...newer]

  it('lists the newest and sums up what is older of each grant, to the same total', () => {
    const bounded = boundedLines(lines, 100)
    expect(bounded.length).toBeLessThanOrEqual(100)
    expect(sum(bounded)).toBe(sum(lines))
    expect(bounded.at(-1)).toMatchObject(newer.at(-1) ?? {})
    expect(bounded.filter(({ kind }) => kind === 'grant')).toHaveLength(2)
    const earlier = bounded.filter(({ kind }) => kind === 'earlier')
    expect(earlier.map(({ grantId }) => grantId).sort()).toEqual(['a', 'b'])
    expect(earlier.reduce((count, line) => count + line.count, 0) + bounded.length - 2).toBe(602)
  })

  it('lists everything where it fits', () => {
    expect(boundedLines(lines, 602).map(({ count, ...rest }) => rest)).toEqual(lines)
  })
})
