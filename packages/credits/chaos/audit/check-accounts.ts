import { setTimeout as pause } from 'node:timers/promises'
import type { Ledger } from '@rheos/credits'
import type { Inspector } from '../server/inspector.ts'
import { HOT, SPREAD } from '../workspaces.ts'
import type { Findings } from './findings.ts'
import type { ToldBook } from './told-book.ts'

interface Row {
  readonly account_id: string
  readonly granted: number
  readonly spent: number
  readonly held: number
}

/** From what was given and what was asked for alone: the numbers of the grants are not looked at. */
const ROWS = `select a.account_id,
    (select coalesce(sum(amount), 0) from credits.entries e
      where e.account_id = a.account_id and kind = 'grant')::float8 as granted,
    coalesce(sum(o.spent), 0)::float8 as spent,
    coalesce(sum(o.credits) filter (where o.state in ('held', 'running')), 0)::float8 as held
  from credits.accounts a left join credits.operations o using (account_id) group by a.account_id`

const HEARD_WITHIN_MS = 20

/** No account was given what nobody gave, or has spent what it was not given. */
export async function checkAccounts(
  inspector: Inspector,
  told: ToldBook,
  findings: Findings,
): Promise<readonly Row[]> {
  const least = giftsToAll(told, 'least')
  const rows = await inspector.rows<Row>(ROWS)
  // What was asked for before it was there was told before it, and may not have been heard yet.
  await pause(HEARD_WITHIN_MS)
  const most = giftsToAll(told, 'most')
  for (const { account_id: id, granted, spent, held } of rows) {
    const isGiven = (least.get(id) ?? 0) <= granted && granted <= (most.get(id) ?? 0)
    if (!isGiven) findings.add('C28', `${id} has ${granted} credits; that many were not given`)
    if (spent + held > granted) findings.add('C10', `${id} has used ${spent + held} of ${granted}`)
  }
  return rows
}

/** When nobody asks for anything any more: nothing is held, and the balance is what is left. */
export async function checkBalances(
  inspector: Inspector,
  ledger: Ledger,
  told: ToldBook,
  findings: Findings,
): Promise<void> {
  for (const { account_id: id, granted, spent } of await checkAccounts(inspector, told, findings)) {
    const balance = await ledger.balance(id)
    const shown = [balance?.balance, balance?.held, balance?.openOperations]
    const due = [granted - spent, 0, 0]
    if (String(shown) === String(due)) continue
    findings.add('C4', `${id} shows balance, held and open of ${shown}; it should be ${due}`)
  }
}

function giftsToAll(told: ToldBook, bound: 'least' | 'most'): ReadonlyMap<string, number> {
  return new Map(
    [...HOT, ...SPREAD].map(({ id, credits }) => [id, credits + told.giftsTo(id)[bound]]),
  )
}
