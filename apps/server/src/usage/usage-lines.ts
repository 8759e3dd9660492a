import type { UsageItem } from '@rheos/contract'
import type { Operation, Period } from '@rheos/credits'
import type pg from 'pg'
import { isoInstant } from '../clock.ts'
import { outcomeOf } from '../workspaces/operation-outcome.ts'
import type { Names } from '../workspaces/read-names.ts'
import { csvLine } from './csv-line.ts'

const pageMax = 1000

export interface UsageLinesRequest {
  readonly workspaceId: string
  readonly period: Period
  readonly names: Names
}

interface Row {
  readonly operation_id: string
  readonly created_at: string
  readonly action: string
  readonly quantity: string
  readonly unit_price: string
  readonly price_version: string
  readonly state: Operation['state']
  readonly credits: string
  readonly spent: string
  readonly reversed: string
  readonly member_id: string | null
  readonly brand_id: string | null
  readonly why: string | null
}

const head = [
  'Time (UTC)',
  'Action',
  'Quantity',
  'Credits each',
  'Credits charged',
  'Credits given back later',
  'Outcome',
  'Why',
  'Member',
  'Brand',
  'Price version',
  'Id',
]
/** Without it Excel takes the file for one of another alphabet. */
const byteOrderMark = '\uFEFF'

/** The operations of a period as CSV, newest first; holds one page of them at a time. */
export async function* usageLines(
  pool: pg.Pool,
  { workspaceId, period, names }: UsageLinesRequest,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(head)
  let before: readonly [string | number, string] = [period.to, '']
  for (;;) {
    const { rows } = await pool.query<Row>(page, [workspaceId, period.from, ...before, pageMax])
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map((row) => csvLine(cellsOf(row, names))).join('')
    if (rows.length < pageMax) return
    before = [last.created_at, last.operation_id]
  }
}

function cellsOf(row: Row, names: Names): (string | number)[] {
  const numbers = { credits: Number(row.credits), spent: Number(row.spent) }
  return [
    isoInstant(Number(row.created_at)),
    row.action,
    Number(row.quantity),
    Number(row.unit_price),
    numbers.spent,
    Number(row.reversed),
    outcomeTexts[outcomeOf({ state: row.state, ...numbers })],
    row.why ?? '',
    names.who(row.member_id ?? undefined)?.name ?? '',
    names.brand(row.brand_id ?? undefined)?.name ?? '',
    Number(row.price_version),
    row.operation_id,
  ]
}

const outcomeTexts: Readonly<Record<UsageItem['outcome'], string>> = {
  in_progress: 'in progress',
  charged: 'charged',
  partly_charged: 'partly charged',
  not_charged: 'not charged',
  free: 'free',
}

/** By the index that lists usage; no operation has an empty id, so the first page begins at its instant. */
const page = `select o.operation_id, o.created_at, o.action, o.quantity, o.unit_price,
    o.price_version, o.state, o.credits, o.spent, o.reversed, o.actor ->> 'memberId' as member_id,
    o.actor ->> 'brandId' as brand_id, coalesce(g.error_detail, g.note) as why
  from credits.operations o
  left join studio.generations g on g.workspace_id = o.account_id and g.id = o.operation_id
  where o.account_id = $1 and o.refusal is null and o.created_at >= $2
    and (o.created_at, o.operation_id collate "C") < ($3, $4::text collate "C")
  order by o.created_at desc, o.operation_id collate "C" desc limit $5`
