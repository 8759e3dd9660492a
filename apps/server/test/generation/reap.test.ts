import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectBooksToBalance } from '../acceptance/audit.ts'
import { startStudio, type TestStudio } from '../studio.ts'

const workspacesMax = 60
const perWorkspace = 5

let studio: TestStudio
let turnedMs = 0

beforeAll(async () => {
  // Its own sweeps come seldom: the tests say when.
  const environment = { GENERATION_REAP_SECONDS: '15' }
  studio = await startStudio({ clock: () => Date.now() + turnedMs, environment })
})
afterAll(async () => {
  await studio.close()
})

/** Workspaces whose generations run in a process that is gone. */
async function deadWork(workspaces: number): Promise<string[]> {
  const ids = Array.from({ length: workspaces }, () => randomUUID())
  await Promise.all(ids.map((id) => deadWorkspace(id)))
  return ids
}

async function deadWorkspace(id: string): Promise<void> {
  const { database, ledger } = studio.context
  const allowance = { credits: 400, anchor: Date.now() + turnedMs, pausesAtZero: true }
  await ledger.setAllowance({ accountId: id, allowance, reason: 'test' })
  await database.pool.query(
    `insert into studio.workspaces (id, name, owner_id, anchor, created_at)
     values ($1, 'Lost', $1, $2, $2)`,
    [id, new Date(allowance.anchor)],
  )
  for (let n = 0; n < perWorkspace; n += 1) await deadGeneration(id, randomUUID())
}

async function deadGeneration(workspaceId: string, id: string): Promise<void> {
  const { database, ledger, clock } = studio.context
  const operation = { accountId: workspaceId, operationId: id }
  await ledger.hold({
    ...operation,
    action: 'image.standard',
    quantity: 1,
    quote: { version: 2, credits: 5 },
    requestHash: 'x',
    actor: {},
  })
  await ledger.start(operation)
  await database.pool.query(
    `insert into studio.generations (workspace_id, id, kind, status, request, member_id, ordered,
       held, created_at, started_at) values ($1, $2, 'image', 'running', '{}', $1, 1, 5, $3, $3)`,
    [workspaceId, id, new Date(clock())],
  )
}

async function running(): Promise<number> {
  const { rows } = await studio.context.database.pool.query(
    `select count(*)::int as count from studio.generations where status = 'running'`,
  )
  return rows[0].count
}

test('more dead work than a batch is swept up at once, past a workspace that is stuck', async () => {
  // The stuck ones lapsed first, and are more than a whole batch.
  const stuck = await deadWork(21)
  turnedMs += 1
  const others = await deadWork(workspacesMax - 21)
  const lock = new pg.Client({ connectionString: studio.databaseUrl })
  await lock.connect()
  await lock.query('begin')
  await lock.query(
    'select from credits.accounts where account_id = any($1) order by account_id for update',
    [stuck.slice(0, 1)],
  )
  // The others of the first batch fail for a reason of their own.
  await studio.context.database.pool.query(
    `create function studio.fail() returns trigger language plpgsql as
       $$ begin raise 'stuck'; end $$`,
  )
  await studio.context.database.pool.query(
    `create trigger stuck before update on studio.generations for each row
       when (old.workspace_id in (${stuck.map((id) => `'${id}'`).join()})) execute function studio.fail()`,
  )
  try {
    turnedMs += 31_000
    expect(await running()).toBe(workspacesMax * perWorkspace)
    await studio.context.generations.reap({ strandedForMs: 0 })
    expect(await running()).toBe(21 * perWorkspace)
    for (const id of others.slice(0, 3)) {
      expect(await studio.context.ledger.balance(id)).toMatchObject({ available: 400, held: 0 })
    }
    expect(studio.log.filter(({ msg }) => /could not be ended/.test(String(msg)))).toHaveLength(1)
  } finally {
    await lock.end()
    await studio.context.database.pool.query('drop trigger stuck on studio.generations')
  }
  await studio.context.generations.reap({ strandedForMs: 0 })
  expect(await running()).toBe(0)
  await expectBooksToBalance(studio.context.database.pool)
})

test('two processes that sweep at once end everything, each once', async () => {
  const ids = await deadWork(workspacesMax)
  turnedMs += 31_000
  const other = await startStudio({ clock: () => Date.now() + turnedMs, beside: studio })
  try {
    await Promise.all([
      studio.context.generations.reap({ strandedForMs: 0 }),
      other.context.generations.reap({ strandedForMs: 0 }),
    ])
  } finally {
    await other.close()
  }
  expect(await running()).toBe(0)
  const usage = await studio.context.ledger.usage(ids[0] ?? '', { limit: 100 })
  expect(usage.items.map(({ reason }) => reason)).toEqual(
    Array.from({ length: perWorkspace }, () => 'lease_lapsed'),
  )
  await expectBooksToBalance(studio.context.database.pool)
})
