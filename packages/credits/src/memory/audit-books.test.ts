import { describe, expect, test } from 'vitest'
import { type Command, decide } from '../index.ts'
import type { OperationRecord } from '../operation.ts'
import { FIXTURE_LEASE_MS, FIXTURE_PRICES, FIXTURE_START, holdOf } from '../testing/index.ts'
import { type AccountBook, bookAfter, emptyBook, stateOf } from './account-book.ts'
import { auditBooks } from './audit-books.ts'

const allowance = { credits: 400, anchor: FIXTURE_START, pausesAtZero: false }
const account = { id: 'a', allowance, allowanceSeq: 1, createdAt: FIXTURE_START }
const end = { accountId: 'a', operationId: 'op' } as const

function lived(): AccountBook {
  const commands: readonly Command[] = [
    { type: 'hold', ...holdOf('a', 'op', { quantity: 4 }) },
    { type: 'settle', ...end, quantity: 3 },
    { type: 'hold', ...holdOf('a', 'open') },
    { type: 'hold', ...holdOf('a', 'too-much', { quantity: 100 }) },
  ]
  const policy = { priceBook: FIXTURE_PRICES, openOperationsMax: 9, leaseMs: FIXTURE_LEASE_MS }
  const context = { ...policy, now: FIXTURE_START, freshId: 'g' }
  return commands.reduce(
    (book, command) => bookAfter(book, decide(stateOf(book), command, context).changes),
    emptyBook(account),
  )
}

function withOperation(book: AccountBook, changes: Partial<OperationRecord['operation']>) {
  const record = book.operations.get('op') as OperationRecord
  const operation = { ...record.operation, ...changes }
  return { ...book, operations: new Map([...book.operations, ['op', { ...record, operation }]]) }
}

function withGrant(book: AccountBook, changes: object): AccountBook {
  const grants = [...book.grants].map(([id, grant]) => [id, { ...grant, ...changes }] as const)
  return { ...book, grants: new Map(grants) }
}

const subjectsOf = (book: AccountBook) =>
  auditBooks([book]).findings.map(({ accountId, subject, id }) => [accountId, subject, id])

describe('the audit', () => {
  test('[C38] counts and finds nothing wrong with what followed the rules', () => {
    const book = lived()
    expect(auditBooks([book])).toEqual({
      accounts: 1,
      grants: 1,
      operations: 3,
      entries: 5,
      findings: [],
    })
  })

  test('[C38] names a grant that is not what its entries give, in one sentence', () => {
    const { findings } = auditBooks([withGrant(lived(), { available: 385, held: 0 })])
    expect(findings).toEqual([
      {
        accountId: 'a',
        subject: 'grant',
        id: 'g',
        finding:
          'The grant has amount 400, available 385, held 0, spent 15, expired 0; ' +
          'its entries give amount 400, available 380, held 5, spent 15, expired 0.',
      },
    ])
  })

  test('[C38] names a grant without entries and entries without a grant', () => {
    const book = lived()
    expect(subjectsOf({ ...book, entries: [], operations: new Map(), openOperations: 0 })).toEqual([
      ['a', 'grant', 'g'],
    ])
    expect(subjectsOf({ ...book, grants: new Map() })).toEqual([['a', 'grant', 'g']])
  })

  test('[C38] names an operation that was charged otherwise than its entries say', () => {
    const settled = withOperation(lived(), { spent: 20, released: 0 })
    expect(subjectsOf(settled)).toEqual([['a', 'operation', 'op']])
    const reversed = withOperation(lived(), { reversed: 5 })
    expect(subjectsOf(reversed)).toEqual([['a', 'operation', 'op']])
  })

  test('[C38] names operations that entries tell of and that are not there', () => {
    const book = lived()
    const operations = new Map([...book.operations].filter(([id]) => id !== 'op'))
    expect(subjectsOf({ ...book, operations })).toEqual([['a', 'operation', 'op']])
  })

  test('[C41] names a grant that is used after its end, or ended early with credits left', () => {
    const earlyEnd = { insteadOf: FIXTURE_START + 9, reason: 'upgrade', actor: {} }
    const early = withGrant(lived(), { endsAt: FIXTURE_START, earlyEnd })
    expect(auditBooks([early]).findings).toEqual([
      {
        accountId: 'a',
        subject: 'grant',
        id: 'g',
        finding:
          `The grant ends at ${FIXTURE_START}; its entries use it until ${FIXTURE_START} ` +
          'and expire it at never; it has 380 left.',
      },
    ])
    const used = withGrant(lived(), { endsAt: FIXTURE_START - 1 })
    expect(subjectsOf(used)).toEqual([['a', 'grant', 'g']])
  })

  test('[C38] names entries that do not follow one another', () => {
    const book = lived()
    const [first, second, ...rest] = book.entries
    if (!first || !second) throw new Error('There are entries.')
    expect(subjectsOf({ ...book, entries: [second, first, ...rest] })).toEqual([
      ['a', 'entries', '2'],
      ['a', 'entries', '1'],
    ])
  })

  test('[C38] names an account that counts its open operations wrongly', () => {
    expect(subjectsOf({ ...lived(), openOperations: 2 })).toEqual([['a', 'account', 'a']])
  })

  test('[C38] repairs nothing', () => {
    const broken = withGrant(lived(), { available: 0 })
    const before = structuredClone(broken)
    auditBooks([broken])
    expect(broken).toEqual(before)
  })
})
