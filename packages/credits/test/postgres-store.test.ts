import { afterAll, beforeAll, describe, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { PostgresStore } from '../src/postgres/index.ts'
import { storeContract } from '../src/testing/index.ts'
import { expectations } from './expectations.ts'

describe('PostgreSQL store', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase({ template: 'credits' })
  })

  afterAll(async () => {
    await database.drop()
  })

  for (const { name, run } of storeContract) {
    test(name, async () => {
      await run(new PostgresStore(database.pool), expectations)
    })
  }
})
