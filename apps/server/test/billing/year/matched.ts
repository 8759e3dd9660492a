import type pg from 'pg'
import type {
  TestInvoice,
  TestInvoiceLine,
} from '../../../src/billing/test-billing/test-account.ts'
import { plans } from '../../../src/plans/plans.ts'

interface PeriodRow {
  readonly workspace_id: string
  readonly subscription_id: string
  readonly starts_at: Date
  readonly plan: 'business' | 'team'
  readonly state: string
  readonly line_id: string | null
  readonly granted: number
  readonly by_allowance: boolean
  readonly shortfall: number
}

interface GrantRow {
  readonly account_id: string
  readonly grant_id: string
  readonly kind: string
  readonly amount: number
  readonly spent: number
  readonly adjusted: number
  readonly starts_at: number
}

interface Billed {
  readonly invoice: TestInvoice
  readonly line: TestInvoiceLine
}

/** A bill as the provider has it. */
export interface Bill {
  readonly workspaceId: string
  readonly invoice: TestInvoice
}

/**
 * Compares the provider's invoices with the meter's entries, line for line, and names whatever has no
 * counterpart: a line that was paid and gave nothing, credits that no line pays for, a Free month too many.
 */
export async function unmatched(pool: pg.Pool, bills: readonly Bill[]): Promise<string[]> {
  const [periods, grants] = await Promise.all([readPeriods(pool), readGrants(pool)])
  const owners = new Map(grants.map((grant) => [grant, ownerOf(grant, periods)]))
  return [
    ...bills.flatMap((bill) => unmatchedLines(bill, periods)),
    ...periods.flatMap((period) =>
      unmatchedPeriod(
        period,
        bills,
        grants.filter((grant) => owners.get(grant) === period),
      ),
    ),
    ...grants
      .filter((grant) => owners.get(grant) === undefined && !isFree(grant))
      .map((grant) => `${grant.account_id}: nobody pays for grant ${grant.grant_id}`),
    ...freeTooOften(grants),
  ]
}

/** Each line that is paid for has its period. */
function unmatchedLines({ workspaceId, invoice }: Bill, periods: readonly PeriodRow[]): string[] {
  if (invoice.status !== 'paid') return []
  return invoice.lines
    .filter(({ id }) => !periods.some(({ line_id }) => line_id === id))
    .map(({ id, period }) => `${workspaceId}: line ${id} of ${day(period.start)} gave nothing`)
}

/** Each period that gave something has its line, in the same state, and gave what the line pays for. */
function unmatchedPeriod(
  period: PeriodRow,
  bills: readonly Bill[],
  grants: readonly GrantRow[],
): string[] {
  const name = `${period.workspace_id}: ${period.plan} from ${period.starts_at.toISOString()}`
  const found = bills
    .flatMap(({ invoice }) => invoice.lines.map((line) => ({ invoice, line })))
    .find(({ line }) => line.id === period.line_id)
  if (found === undefined) return grants.length === 0 ? [] : [`${name} has no line`]
  return [
    ...(statesOf(found).includes(period.state)
      ? []
      : [`${name} is ${period.state}, not ${statesOf(found)}`]),
    ...wrongCredits(period, grants).map((wrong) => `${name} ${wrong}`),
  ]
}

/** What was given less what was taken back: the plan's allowance where it is paid for, what was used where not. */
function wrongCredits({ plan, state }: PeriodRow, grants: readonly GrantRow[]): string[] {
  const sum = (of: (grant: GrantRow) => number) => grants.reduce((all, grant) => all + of(grant), 0)
  const given = sum(({ amount }) => amount) - sum(({ adjusted }) => adjusted)
  const { credits } = plans[plan]
  const used = sum(({ spent }) => spent)
  if (state === 'paid' || state === 'opened') {
    return given === credits ? [] : [`gave ${given} of ${credits}`]
  }
  return used <= credits ? [] : [`let ${used} of ${credits} be used`]
}

/** What a period may be, by its bill. Given in advance is only what follows a period that is paid. */
function statesOf({ invoice }: Billed): readonly string[] {
  if (invoice.dispute === 'open' || invoice.dispute === 'lost') return ['disputed']
  if (invoice.refunded > 0) return ['refunded']
  if (invoice.status === 'paid') return ['paid']
  return invoice.status === 'open' && invoice.attempts === 0 ? ['opened', 'unpaid'] : ['unpaid']
}

function ownerOf(grant: GrantRow, periods: readonly PeriodRow[]): PeriodRow | undefined {
  return periods.find(
    ({ workspace_id, subscription_id, starts_at, plan, by_allowance }) =>
      workspace_id === grant.account_id &&
      (grant.kind === 'allowance'
        ? by_allowance && starts_at.getTime() === grant.starts_at
        : grant.grant_id.startsWith(`${subscription_id}/${starts_at.toISOString()}/${plan}/`)),
  )
}

function isFree({ kind, amount }: GrantRow): boolean {
  return kind === 'allowance' && amount === plans.free.credits
}

const monthMinMs = 28 * 86_400_000

function freeTooOften(grants: readonly GrantRow[]): string[] {
  const last = new Map<string, number>()
  const wrong: string[] = []
  for (const grant of grants.filter(isFree).sort((a, b) => a.starts_at - b.starts_at)) {
    const before = last.get(grant.account_id)
    if (before !== undefined && grant.starts_at - before < monthMinMs) {
      wrong.push(`${grant.account_id}: Free again on ${day(grant.starts_at)} after ${day(before)}`)
    }
    last.set(grant.account_id, grant.starts_at)
  }
  return wrong
}

async function readPeriods(pool: pg.Pool): Promise<PeriodRow[]> {
  return (await pool.query('select * from studio.billing_periods')).rows
}

async function readGrants(pool: pg.Pool): Promise<GrantRow[]> {
  const { rows } = await pool.query(
    `select account_id, grant_id, kind, amount::int, spent::int, starts_at::float8,
       coalesce((select sum(amount) from credits.entries e
         where e.account_id = g.account_id and e.grant_id = g.grant_id and e.kind = 'adjust'), 0)::int
         as adjusted
     from credits.grants g`,
  )
  return rows
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
