import { expect, test } from 'vitest'
import { auditText } from './audit-text.ts'

const looked = { accounts: 3, grants: 12, operations: 1204, entries: 3300, generations: 1200 }

test('says what was looked at, and that all is well', () => {
  expect(auditText({ looked, findings: [] })).toBe(
    [
      'accounts         3',
      'grants          12',
      'operations   1,204',
      'entries      3,300',
      'generations  1,200',
      '',
      'No difference.',
    ].join('\n'),
  )
})

test('says every difference in a line', () => {
  const finding = { workspaceId: 'w1', id: 'a-grant', finding: 'It has 5, its entries 6.' }
  const text = auditText({ looked, findings: [finding, { ...finding, workspaceId: 'another' }] })
  expect(text).toContain('\n2 differences, and nothing was changed:\n')
  expect(text).toMatch(/\nworkspace {2}what {5}difference\nw1 {9}a-grant {2}It has 5/)
  expect(text).toMatch(/\nanother {4}a-grant {2}It has 5, its entries 6\.$/)
})
