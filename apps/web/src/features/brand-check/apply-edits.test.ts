import { describe, expect, it } from 'vitest'
import { applyEdits } from './apply-edits.ts'

describe('applyEdits', () => {
  it('makes several edits by the offsets of the text as it was', () => {
    const edits = [
      { start: 0, end: 5, replacement: 'Good value' },
      { start: 11, end: 12, replacement: '.' },
    ]
    expect(applyEdits('Cheap bread! 👩‍🍳', edits)).toBe('Good value bread. 👩‍🍳')
  })

  it('leaves the text as it is without edits', () => {
    expect(applyEdits('خبز', [])).toBe('خبز')
  })
})
