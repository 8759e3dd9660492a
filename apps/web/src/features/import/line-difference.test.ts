import { describe, expect, it } from 'vitest'
import { lineDifference } from './line-difference.ts'

describe('lineDifference', () => {
  it('tells lines that come and go, and how many stayed between', () => {
    const rest = Array.from({ length: 8 }, (_, n) => `line ${n}`)
    const before = ['# Hearth', '- warm', ...rest, 'end'].join('\n')
    const after = ['# Hearth', '- plain', ...rest, 'end', 'more'].join('\n')
    expect(lineDifference(before, after)).toEqual([
      { kind: 'same', lines: ['# Hearth'] },
      { kind: 'removed', lines: ['- warm'] },
      { kind: 'added', lines: ['- plain'] },
      { kind: 'same', lines: ['line 0', 'line 1'] },
      { kind: 'left_out', count: 5 },
      { kind: 'same', lines: ['line 7', 'end'] },
      { kind: 'added', lines: ['more'] },
    ])
  })

  it('finds nothing in line ends alone', () => {
    expect(lineDifference('a\r\nb\n\n', 'a\nb')).toEqual([{ kind: 'left_out', count: 2 }])
  })
})
