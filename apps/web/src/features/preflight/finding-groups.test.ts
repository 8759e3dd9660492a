import type { Finding } from '@rheos/preflight'
import { expect, test } from 'vitest'
import { findingGroups, othersText } from './finding-groups.ts'

const found = (code: Finding['code'], media?: number): Finding => ({
  code,
  severity: 'warning',
  network: 'x',
  message: 'Something is so.',
  fixes: [],
  ...(media !== undefined && { media, assetId: `picture-${media}` }),
})

test('findings of pictures are one line for each code, others stand alone', () => {
  const findings = [
    found('thread.part_too_long'),
    found('thread.part_too_long'),
    found('alt.missing', 1),
    found('media.aspect', 0),
    found('alt.missing', 2),
    found('alt.missing', 4),
  ]
  const groups = findingGroups(findings)
  expect(groups.map((group) => group.length)).toEqual([1, 1, 3, 1])
  expect(groups.map(othersText)).toEqual(['', '', ' The same holds for pictures 3 and 5.', ''])
})
