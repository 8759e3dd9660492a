import { describe, expect, it } from 'vitest'
import { instantOf, localTimeOf } from './local-time.ts'

describe('the time in a field', () => {
  it('is the same instant after having been written and read', () => {
    for (const at of ['2026-11-25T09:20:00Z', '2026-07-01T23:59:00Z', '0999-01-02T03:04:00Z']) {
      const instant = new Date(at)
      expect(instantOf(localTimeOf(instant))).toEqual(instant)
    }
  })

  it('is nothing while it is not complete', () => {
    for (const text of ['', '2026-11-25', '2026-11-25T', '2026-13-41T09:20', 'yesterday'])
      expect(instantOf(text)).toBeUndefined()
  })
})
