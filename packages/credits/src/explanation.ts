import type { Allowance } from './allowance.ts'
import type { Credits } from './credits.ts'
import { type Cycle, cycleAt } from './cycle.ts'
import { type Entry, type GrantNumbers, recomputeGrants } from './entry.ts'
import { compareDrawingOrder, type Grant, isLive, knownAt } from './grant.ts'
import type { Instant } from './instant.ts'
import type { Operation } from './operation.ts'

/** What an explanation is computed from, read in one snapshot. */
export interface ExplanationFacts {
  /** As it was set at that instant. */
  readonly allowance: Allowance
  /** The grants that were alive then, or would have been if they had not been ended early. */
  readonly grants: readonly Grant[]
  /** Every entry of those grants until then, oldest first. */
  readonly entries: readonly Entry[]
  /** The operations that these entries name. */
  readonly operations: readonly Operation[]
}

/** A grant as it stood at the instant, by its entries. */
export type ExplainedGrant = GrantNumbers &
  Pick<Grant, 'id' | 'kind' | 'startsAt' | 'endsAt' | 'reason' | 'makeGoodFor'>

/** A grant that would have been alive at the instant, if it had not been ended early. */
export type EndedGrant = ExplainedGrant & Required<Pick<Grant, 'earlyEnd'>>

/** One thing that made the balance what it was. */
export interface ExplanationLine {
  readonly kind: 'grant' | 'operation' | 'expiry' | 'adjustment'
  readonly at: Instant
  /** What it did to the balance: above zero it rose. 0 for an operation that was not charged. */
  readonly credits: number
  /** Set aside by this operation at the instant, and still part of the balance. */
  readonly held: Credits
  readonly grantId: string
  readonly operation?: Pick<Operation, 'id' | 'action' | 'quantity' | 'unitPrice' | 'actor'>
  /** Of an operation that had ended by then without being charged. */
  readonly notCharged: boolean
  readonly reason?: string
}

/** Why a balance was what it was: the lines add up to it. */
export interface Explanation {
  readonly accountId: string
  readonly at: Instant
  readonly balance: Credits
  readonly available: Credits
  readonly held: Credits
  readonly cycle: Pick<Cycle, 'start' | 'end'>
  readonly grants: readonly ExplainedGrant[]
  /** No part of the balance any more. */
  readonly ended: readonly EndedGrant[]
  /** Oldest first. */
  readonly lines: readonly ExplanationLine[]
}

/** The balance at `at`, from the entries alone. */
export function explain(accountId: string, facts: ExplanationFacts, at: Instant): Explanation {
  const numbers = recomputeGrants(facts.entries)
  const given = facts.grants
    .filter(({ id }) => numbers.has(id))
    .map((grant) => knownAt(grant, at))
    .sort(compareDrawingOrder)
  const explained = (grant: Grant) => explainedGrant(grant, numbers.get(grant.id) as GrantNumbers)
  const grants = given.filter((grant) => isLive(grant, at)).map(explained)
  const ended = given.flatMap((grant) => {
    const { earlyEnd } = grant
    return earlyEnd ? [{ ...explained(grant), earlyEnd }] : []
  })
  const available = grants.reduce((sum, grant) => sum + grant.available, 0)
  const held = grants.reduce((sum, grant) => sum + grant.held, 0)
  const { start, end } = cycleAt(facts.allowance.anchor, at)
  const cycle = { start, end }
  const lines = linesOf(facts, new Set(grants.map(({ id }) => id)))
  return { accountId, at, balance: available + held, available, held, cycle, grants, ended, lines }
}

function explainedGrant(grant: Grant, numbers: GrantNumbers): ExplainedGrant {
  const { id, kind, startsAt, endsAt, reason, makeGoodFor } = grant
  const facts = { id, kind, startsAt, endsAt, reason, ...numbers }
  return makeGoodFor === undefined ? facts : { ...facts, makeGoodFor }
}

function linesOf(facts: ExplanationFacts, grantIds: ReadonlySet<string>): ExplanationLine[] {
  const operations = new Map(facts.operations.map((operation) => [operation.id, operation]))
  const lines = new Map<string, Entry[]>()
  for (const entry of facts.entries) {
    if (!grantIds.has(entry.grantId)) continue
    const { seq, operationId } = entry
    const key = operationId === undefined ? `entry ${seq}` : `operation ${operationId}`
    lines.set(key, [...(lines.get(key) ?? []), entry])
  }
  return [...lines.values()].map((entries) => lineOf(entries, operations))
}

function lineOf(
  entries: readonly Entry[],
  operations: ReadonlyMap<string, Operation>,
): ExplanationLine {
  const [first] = entries as readonly [Entry, ...Entry[]]
  const { at, grantId, reason } = first
  const credits = entries.reduce((sum, entry) => sum + effectOf(entry), 0)
  const held = entries.reduce((sum, entry) => sum + heldBy(entry), 0)
  const operation = first.operationId === undefined ? undefined : operations.get(first.operationId)
  const told = {
    at,
    credits,
    held,
    grantId,
    notCharged: operation !== undefined && held === 0 && !entries.some(isCharge),
    ...(reason !== undefined && { reason }),
  }
  if (!operation) return { ...told, kind: kindOf(first) }
  const { id, action, quantity, unitPrice, actor } = operation
  return { ...told, kind: 'operation', operation: { id, action, quantity, unitPrice, actor } }
}

/** A charge that was given back later is one all the same. */
function isCharge({ kind }: Entry): boolean {
  return kind === 'settle'
}

/** What the entry does to available + held. */
function effectOf({ from, to, amount }: Entry): number {
  const owned = (place: Entry['from']) => place === 'available' || place === 'held'
  return (owned(to) ? amount : 0) - (owned(from) ? amount : 0)
}

function heldBy({ from, to, amount }: Entry): number {
  return (to === 'held' ? amount : 0) - (from === 'held' ? amount : 0)
}

function kindOf({ kind }: Entry): ExplanationLine['kind'] {
  if (kind === 'grant') return 'grant'
  return kind === 'adjust' ? 'adjustment' : 'expiry'
}
