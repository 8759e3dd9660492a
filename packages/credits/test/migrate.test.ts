import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/database.ts'
import { migrate, migrations } from '../src/postgres/index.ts'

test('migrations are numbered in order', () => {
  const names = migrations.map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
  names.forEach((name, index) => {
    expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`))
  })
})

test('ten processes migrate at once and all succeed; again changes nothing', async () => {
  const database = await createTestDatabase()
  const clients = Array.from({ length: 10 }, () => new pg.Client(database.url))
  await Promise.all(clients.map((client) => client.connect()))
  await Promise.all(clients.map((client) => migrate(client)))
  await Promise.all(clients.map((client) => client.end()))
  const { rows } = await database.pool.query('select name from credits.migrations order by name')
  expect(rows).toEqual(migrations.map(({ name }) => ({ name })))
  await database.drop()
})

test('what gives another connection for each statement is refused', async () => {
  const database = await createTestDatabase()
  const clients = [new pg.Client(database.url), new pg.Client(database.url)]
  await Promise.all(clients.map((client) => client.connect()))
  let turn = 0
  const query = async (text: string, values?: unknown[]) => {
    turn += 1
    return (await clients[turn % 2]?.query(text, values)) ?? { rows: [] }
  }
  await expect(migrate({ query })).rejects.toThrow(/single connection/)
  await Promise.all(clients.map((client) => client.end()))
  await database.drop()
})

test('a migration that was changed after a database had applied it is told', async () => {
  const database = await createTestDatabase({ template: 'credits' })
  const client = new pg.Client(database.url)
  await client.connect()
  await client.query(`update credits.migrations set checksum = 'other' where name = '0001-ledger'`)
  await expect(migrate(client)).rejects.toThrow(/0001-ledger was changed/)
  await client.end()
  await database.drop()
})
