import { migrate } from '@rheos/credits/postgres'
import { allOf } from '../load/closed-loops.ts'
import { openLedger } from '../meters/open-ledger.ts'
import { workspaceId } from '../meters/workspace.ts'
import { BASELINE_SCHEMA } from './baseline-schema.ts'
import { withClient } from './connect.ts'

/** What a database starts with. */
export interface Beginning {
  readonly workspaces: number
  /** Of each of them. */
  readonly credits: number
}

const CONNECTIONS = 4
const WORKSPACES_PER_TRANSACTION = 250

/** Opens the same workspaces in the ledger and in the tables of the baselines. */
export async function fillTemplate(url: string, beginning: Beginning): Promise<void> {
  await withClient(url, async (client) => {
    await migrate(client)
    await client.query(BASELINE_SCHEMA)
    await client.query(
      `insert into baseline.accounts (id, granted, balance)
        select id, $2, $2 from generate_series(0, $1::bigint - 1) id`,
      [beginning.workspaces, beginning.credits],
    )
  })
  await openWorkspaces(url, beginning)
  // As a database that has been running for a while: the planner knows the tables it has.
  await withClient(url, (client) => client.query('vacuum analyze'))
}

async function openWorkspaces(url: string, { workspaces, credits }: Beginning): Promise<void> {
  const { ledger, store, close } = await openLedger(url)
  const allowance = { credits, anchor: Date.now(), pausesAtZero: false }
  let opened = 0
  await allOf(CONNECTIONS, async () => {
    while (opened < workspaces) {
      const first = opened
      opened = Math.min(first + WORKSPACES_PER_TRANSACTION, workspaces)
      const end = opened
      await store.transaction(async (tx) => {
        const within = ledger.within(tx)
        for (let workspace = first; workspace < end; workspace += 1) {
          const accountId = workspaceId(workspace)
          await within.setAllowance({ accountId, allowance, reason: 'sign-up' })
        }
      })
    }
  })
  await close()
}
