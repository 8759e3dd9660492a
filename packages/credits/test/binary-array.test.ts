import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { bigintArray, jsonbArray, textArray } from '../src/postgres/binary-array.ts'

describe('an array in binary', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase({ template: 'credits' })
  })
  afterAll(async () => {
    await database.drop()
  })

  async function read(array: Uint8Array, type: string): Promise<unknown> {
    const { rows } = await database.pool.query(`select to_json($1::${type}[]) as data`, [array])
    return rows[0].data
  }

  test('has whole numbers of any size and sign', async () => {
    const { MAX_SAFE_INTEGER: max, MIN_SAFE_INTEGER: min } = Number
    const numbers = [0, 1, -1, 2 ** 31, -(2 ** 31), 2 ** 32, -(2 ** 32) - 1, 1_764_230_400_000]
    expect(await read(bigintArray([...numbers, max, min]), 'bigint')).toEqual([
      ...numbers,
      max,
      min,
    ])
    expect(await read(bigintArray([5, undefined, 7]), 'bigint')).toEqual([5, null, 7])
  })

  test('has texts in any script, and such as would need quotes elsewhere', async () => {
    const texts = ['', 'a', '"{,}\\', 'NULL', 'Bäckerei', 'パン屋', '🥖👩‍🍳', 'x'.repeat(10_000)]
    expect(await read(textArray(texts), 'text')).toEqual(texts)
    expect(await read(textArray([undefined, 'b']), 'text')).toEqual([null, 'b'])
  })

  test('has documents', async () => {
    const documents = [{ memberId: 'ada' }, { name: 'Zoë "Z" 🥐' }]
    const array = jsonbArray([...documents.map((each) => JSON.stringify(each)), undefined])
    expect(await read(array, 'jsonb')).toEqual([...documents, null])
  })

  test('is empty where it has no value', async () => {
    expect(await read(bigintArray([undefined, undefined]), 'bigint')).toEqual([])
    expect(await read(textArray([]), 'text')).toEqual([])
    expect(await read(jsonbArray([undefined]), 'jsonb')).toEqual([])
  })
})
