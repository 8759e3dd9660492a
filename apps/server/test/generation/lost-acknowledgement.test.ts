import { afterAll, beforeAll, expect, test } from 'vitest'
import { Database, type Transaction } from '../../src/db/database.ts'
import type { GenerationKind } from '../../src/generation/generation-kind.ts'
import { Generations } from '../../src/generation/generations.ts'
import { expectBooksToBalance } from '../acceptance/audit.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'

/** A database whose answer to one commit gets lost: before the commit happened, or after it. */
class Lossy extends Database {
  lose: 'before' | 'after' | undefined
  readonly #marks: (tx: Transaction) => boolean

  constructor(connectionString: string, marks: (tx: Transaction) => boolean) {
    super(connectionString, { connectionsMax: 2 })
    this.#marks = marks
  }

  override async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    let marked = false
    const result = await super.transaction(async (tx) => {
      const done = await work(tx)
      marked = this.#marks(tx)
      if (marked && this.lose === 'before') throw new Error('connection reset')
      return done
    })
    if (marked && this.lose === 'after') throw new Error('connection reset')
    return result
  }
}

let studio: TestStudio
let person: SignedUp
let lossy: Lossy
const kept = new WeakSet<Transaction>()

beforeAll(async () => {
  studio = await startStudio()
  person = await studio.signUp()
  const { connectionString } = studio.context.database.pool.options
  lossy = new Lossy(connectionString ?? '', (tx) => kept.has(tx))
})
afterAll(async () => {
  await lossy.close()
  await studio.close()
})

async function generate(lose: Lossy['lose']) {
  let discarded = false
  const kind: GenerationKind = {
    kind: 'writing',
    generate: async () => ({
      delivered: 1,
      madeBy: [{ provider: 'builtin', model: 'hello', units: 1 }],
      keep: async (tx) => {
        kept.add(tx)
        return { said: 'hello' }
      },
      discard: async () => {
        discarded = true
      },
    }),
  }
  const generations = new Generations({
    ...studio.context,
    metered: lossy,
    leaseMs: 30_000,
    concurrency: 1,
    applyDue: (id) => studio.context.billingSync.applyDue(id),
    kinds: { image: kind, import: kind, writing: kind },
  })
  lossy.lose = lose
  const { record } = await generations.runInline(
    {
      workspaceId: person.workspaceId,
      memberId: person.userId,
      kind: 'writing',
      action: 'image.standard',
      quantity: 1,
      request: {},
      quote: { version: 2, credits: 5 },
      body: {},
    },
    () => undefined,
    new AbortController().signal,
  )
  return { record, discarded }
}

test('a commit whose answer was lost has happened: delivered, paid, nothing discarded', async () => {
  const { record, discarded } = await generate('after')
  expect(record).toMatchObject({ status: 'succeeded', spent: 5, released: 0, delivered: 1 })
  expect(record.result).toEqual({ said: 'hello' })
  expect(discarded).toBe(false)
})

test('a commit that never happened: not delivered, not paid, what was prepared is discarded', async () => {
  const { record, discarded } = await generate('before')
  expect(record).toMatchObject({
    status: 'failed',
    spent: 0,
    released: 5,
    delivered: 0,
    result: null,
  })
  expect(discarded).toBe(true)
  await expectBooksToBalance(studio.context.database.pool)
})
