import { randomUUID } from 'node:crypto'
import { Ledger } from '@rheos/credits'
import { migrate, PostgresStore, type Queryable } from '@rheos/credits/postgres'
import { eq } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import pg from 'pg'

const pictures = pgTable(
  'pictures',
  { accountId: text().notNull(), operationId: text().notNull(), title: text().notNull() },
  (table) => [primaryKey({ columns: [table.accountId, table.operationId] })],
)
const createPictures = `create table if not exists pictures ("accountId" text, "operationId" text,
  title text not null check (title <> ''), primary key ("accountId", "operationId"))`

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'] })
const db = drizzle(pool)
const ledger = new Ledger({
  store: new PostgresStore(pool),
  priceBook: { versions: [{ version: 1, effectiveFrom: 0, prices: { picture: 5 } }] },
  now: Date.now,
  newId: randomUUID,
  openOperationsMax: 20,
  leaseMs: 30_000,
})
const accountId = `studio-${randomUUID()}`

type Statements = Pick<NodePgDatabase, 'insert' | 'update' | 'delete' | 'select'>

/** Drizzle's own transaction, on a connection that the meter shares. */
async function transaction<T>(work: (tx: Statements, client: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await drizzle(client).transaction((tx) => work(tx, client))
  } finally {
    client.release()
  }
}

/** Sets the credits aside, before the work. */
async function order(operationId: string): Promise<void> {
  const price = { action: 'picture', quantity: 1, quote: { version: 1, credits: 5 } }
  const request = { ...price, requestHash: '', actor: {} }
  const held = await ledger.hold({ accountId, operationId, ...request })
  if (held.kind === 'rejected') throw new Error(`Nothing was set aside: ${held.reason}.`)
  await ledger.start({ accountId, operationId })
}

/** Charges and keeps the picture in one commit. The meter first, then rows of your own. */
async function deliver(operationId: string, title: string): Promise<void> {
  await transaction(async (tx, client) => {
    const settled = await ledger.within(client).settle({ accountId, operationId, quantity: 1 })
    if (settled.kind === 'rejected')
      throw new Error(`The picture came too late: ${settled.reason}.`)
    await tx.insert(pictures).values({ accountId, operationId, title })
  })
}

async function tell(what: string): Promise<void> {
  const balance = await ledger.balance(accountId)
  const kept = await db.$count(pictures, eq(pictures.accountId, accountId))
  console.log(`${what}: balance ${balance?.balance}, held ${balance?.held}, pictures ${kept}`)
}

const client = await pool.connect()
await migrate(client)
await client.query(createPictures)
client.release()
const allowance = { credits: 400, anchor: Date.now(), pausesAtZero: true }
await ledger.setAllowance({ accountId, allowance, reason: 'sign-up' })

await order('press-1')
await tell('ordered')
await deliver('press-1', 'A red kettle')
await tell('delivered')

await order('press-2')
await deliver('press-2', '').catch(() => tell('not saved, so not charged'))
await ledger.release({ accountId, operationId: 'press-2', reason: 'not_saved' })
await tell('released')

await pool.end()
