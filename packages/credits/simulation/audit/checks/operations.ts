import type { Entry, Operation, PriceBook } from '@rheos/credits'
import { type AccountCase, groupBy } from '../account-case.ts'
import type { OperationRecord } from '../evidence.ts'
import type { Report } from '../findings.ts'

/** Every operation is priced by the book, moved what it says, and ended once. */
export function checkOperations({ records, policy }: AccountCase, report: Report): void {
  const entries = groupBy(records.entries, ({ operationId = '' }) => operationId)
  for (const record of records.state.operations.values()) {
    const { id } = record.operation
    const about: Report = (rule, isSound, text) => {
      report(rule, isSound, () => `${text()}: ${JSON.stringify(record.operation)}`)
    }
    checkPrice(record, policy.priceBook, about)
    const own = entries.get(id) ?? []
    if (record.operation.state === 'refused') checkRefused(record, own, about)
    else checkMoves(record, own, about)
  }
  const open = [...records.state.operations.values()].filter(({ operation }) => isOpen(operation))
  report('C17', open.length === records.state.openOperations, () => 'counts other open operations')
}

function checkPrice(
  { operation, request }: OperationRecord,
  book: PriceBook,
  report: Report,
): void {
  const { createdAt, action, quantity, unitPrice, priceVersion, credits, state } = operation
  const version = book.versions.findLast(({ effectiveFrom }) => effectiveFrom <= createdAt)
  const isOfBook = version?.version === priceVersion && version.prices[action] === unitPrice
  report('C21', isOfBook, () => 'has a price that was not in effect')
  report('C11', quantity === request.quantity && action === request.action, () => 'is another')
  if (state === 'refused') return
  report('C21', credits === unitPrice * quantity, () => 'does not cost quantity times price')
  report('C22', credits === request.quote.credits, () => `was shown ${request.quote.credits}`)
}

function checkRefused({ operation }: OperationRecord, own: readonly Entry[], report: Report): void {
  report('C10', own.length === 0, () => 'was refused and has entries')
  const { credits, spent, released } = operation
  report('C10', credits + spent + released === 0, () => 'was refused and has credits')
}

type Moved = readonly (readonly [grantId: string, amount: number])[]

function checkMoves({ operation, lines }: OperationRecord, own: readonly Entry[], report: Report) {
  const { credits, spent, released, reversed, unitPrice, quantity, state } = operation
  const drawn: Moved = lines.map(({ grantId, amount }) => [grantId, amount])
  report('C9', sumOf(drawn) === credits, () => 'has not set aside what it costs')
  const isSame = (kind: Entry['kind'], expected: Moved) => {
    report('C9', sameMoves(own, kind, expected), () => `has other ${kind} entries than it says`)
  }
  isSame('hold', drawn)
  const isDone = !isOpen(operation)
  const spentMoves = isDone ? spentOf(drawn, spent) : []
  isSame('settle', spentMoves)
  isSame('release', isDone ? restOf(drawn, spentMoves) : [])
  report('C2', !isDone || spent + released === credits, () => 'does not add up')
  report('C20', 0 <= reversed && reversed <= spent, () => 'is reversed by more than it cost')
  checkTimes(operation, own, report)
  report('C9', state !== 'released' || spent === 0, () => 'was released and charged')
  const delivered = unitPrice === 0 ? 1 : spent / unitPrice
  const isPart = Number.isInteger(delivered) && 1 <= delivered && delivered <= quantity
  report('C13', state !== 'settled' || isPart, () => `was charged for ${delivered}`)
}

function checkTimes({ createdAt, endedAt }: Operation, own: readonly Entry[], report: Report) {
  for (const { kind, at, seq } of own) {
    if (kind === 'hold') report('C9', at === createdAt, () => `was held later, by entry ${seq}`)
    if (kind === 'settle' || kind === 'release') {
      report('C16', at === endedAt, () => `ended at another time than entry ${seq}`)
    }
  }
}

function sameMoves(own: readonly Entry[], kind: Entry['kind'], expected: Moved): boolean {
  const moves = own.filter((entry) => entry.kind === kind)
  return (
    moves.length === expected.length &&
    moves.every(({ grantId, amount }, index) => {
      const [id, credits] = expected[index] ?? []
      return id === grantId && credits === amount
    })
  )
}

/** In the order drawn. */
function spentOf(drawn: Moved, spent: number): Moved {
  let left = spent
  const parts = drawn.map(([grantId, amount]) => {
    const part = Math.min(left, amount)
    left -= part
    return [grantId, part] as const
  })
  return parts.filter(([, amount]) => amount > 0)
}

/** What was not spent, last drawn first. */
function restOf(drawn: Moved, spent: Moved): Moved {
  const spentBy = new Map(spent)
  return drawn
    .map(([grantId, amount]) => [grantId, amount - (spentBy.get(grantId) ?? 0)] as const)
    .filter(([, amount]) => amount > 0)
    .reverse()
}

function sumOf(moved: Moved): number {
  return moved.reduce((sum, [, amount]) => sum + amount, 0)
}

function isOpen({ state }: Operation): boolean {
  return state === 'held' || state === 'running'
}
