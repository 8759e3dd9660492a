import type { AuditFinding, AuditReport } from '../audit-report.ts'
import { type GrantNumbers, recomputeGrants } from '../entry.ts'
import { isOpen, type OperationRecord } from '../operation.ts'
import type { AccountBook } from './account-book.ts'

/** Recomputes every book from its entries. */
export function auditBooks(books: readonly AccountBook[]): AuditReport {
  const count = (sizeOf: (book: AccountBook) => number) =>
    books.reduce((sum, book) => sum + sizeOf(book), 0)
  return {
    accounts: books.length,
    grants: count(({ grants }) => grants.size),
    operations: count(({ operations }) => operations.size),
    entries: count(({ entries }) => entries.length),
    findings: books.flatMap(auditBook),
  }
}

function auditBook(book: AccountBook): readonly AuditFinding[] {
  return [
    ...auditEntries(book),
    ...auditGrants(book),
    ...auditEnds(book),
    ...auditOperations(book),
    ...auditCounters(book),
  ]
}

function auditEntries({ account, entries }: AccountBook): readonly AuditFinding[] {
  return entries.flatMap(({ seq }, index) => {
    if (seq === index + 1) return []
    const finding = `The entry is number ${seq}; its place is ${index + 1}.`
    return [{ accountId: account.id, subject: 'entries' as const, id: `${seq}`, finding }]
  })
}

function auditGrants({ account, grants, entries }: AccountBook): readonly AuditFinding[] {
  const numbers = recomputeGrants(entries)
  return [...new Set([...grants.keys(), ...numbers.keys()])].flatMap((id) => {
    const stored = numbersText(grants.get(id))
    const told = numbersText(numbers.get(id))
    if (stored === told) return []
    const finding = `The grant has ${stored}; its entries give ${told}.`
    return [{ accountId: account.id, subject: 'grant' as const, id, finding }]
  })
}

/** A grant is used until it ends, and what it has left expires then, at once if it ends early. */
function auditEnds({ account, grants, entries }: AccountBook): readonly AuditFinding[] {
  return [...grants.values()].flatMap(({ id, endsAt, available, earlyEnd }) => {
    const own = entries.filter(({ grantId }) => grantId === id)
    const lastUsed = own.findLast(({ to }) => to === 'available' || to === 'held')?.at
    const expiredAt = own.find(({ kind }) => kind === 'expire')?.at
    const isUsedLater = lastUsed !== undefined && lastUsed > endsAt
    const isExpiredBefore = expiredAt !== undefined && expiredAt < endsAt
    const isLeft = available > 0 || (expiredAt !== undefined && expiredAt > endsAt)
    if (!isUsedLater && !isExpiredBefore && !(earlyEnd && isLeft)) return []
    const used = `use it until ${lastUsed ?? 'never'} and expire it at ${expiredAt ?? 'never'}`
    const finding = `The grant ends at ${endsAt}; its entries ${used}; it has ${available} left.`
    return [{ accountId: account.id, subject: 'grant' as const, id, finding }]
  })
}

function numbersText(numbers: GrantNumbers | undefined): string {
  if (!numbers) return 'nothing'
  const { amount, available, held, spent, expired } = numbers
  return `amount ${amount}, available ${available}, held ${held}, spent ${spent}, expired ${expired}`
}

function auditOperations(book: AccountBook): readonly AuditFinding[] {
  const moved = movedByOperation(book)
  return [...new Set([...book.operations.keys(), ...moved.keys()])].flatMap((id) => {
    const told = movesText(moved.get(id) ?? NOTHING_MOVED)
    const stored = movedAsStored(book.operations.get(id))
    if (stored === told) return []
    const finding = `The operation has ${stored}; its entries give ${told}.`
    return [{ accountId: book.account.id, subject: 'operation' as const, id, finding }]
  })
}

type Moved = Readonly<Record<'hold' | 'settle' | 'release' | 'reverse', number>>

const NOTHING_MOVED: Moved = { hold: 0, settle: 0, release: 0, reverse: 0 }

function movedByOperation({ grants, entries }: AccountBook): ReadonlyMap<string, Moved> {
  const moved = new Map<string, Moved>()
  const add = (id: string, kind: keyof Moved, amount: number) => {
    const before = moved.get(id) ?? NOTHING_MOVED
    moved.set(id, { ...before, [kind]: before[kind] + amount })
  }
  for (const { kind, operationId, grantId, amount } of entries) {
    // What a make-good gives is reversed of the operation whose fault it repairs.
    const madeGoodFor = kind === 'grant' ? grants.get(grantId)?.makeGoodFor : undefined
    if (madeGoodFor !== undefined) add(madeGoodFor, 'reverse', amount)
    if (operationId !== undefined && kind in NOTHING_MOVED) {
      add(operationId, kind as keyof Moved, amount)
    }
  }
  return moved
}

function movedAsStored(record: OperationRecord | undefined): string {
  if (!record) return 'nothing'
  const { credits, spent, released, reversed } = record.operation
  const [ended, back] = isOpen(record.operation) ? [0, 0] : [spent, released]
  return movesText({ hold: credits, settle: ended, release: back, reverse: reversed })
}

function movesText({ hold, settle, release, reverse }: Moved): string {
  return `held ${hold}, spent ${settle}, released ${release}, reversed ${reverse}`
}

function auditCounters(book: AccountBook): readonly AuditFinding[] {
  const { account, openOperations, operations } = book
  const open = [...operations.values()].filter(({ operation }) => isOpen(operation)).length
  if (open === openOperations) return []
  const finding = `The account counts ${openOperations} open operations; there are ${open}.`
  return [{ accountId: account.id, subject: 'account', id: account.id, finding }]
}
