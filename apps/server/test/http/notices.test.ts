import { randomUUID } from 'node:crypto'
import type { Credits, Notice, Notices } from '@rheos/contract'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { refused, until } from './asking.ts'

let studio: TestStudio
/** Another server on the same database. */
let other: TestStudio
let person: SignedUp
let turnedMs = 0

const clock = () => Date.now() + turnedMs

beforeAll(async () => {
  studio = await startStudio({ clock })
  other = await startStudio({ clock, beside: studio })
})
beforeEach(async () => {
  turnedMs = 0
  person = await studio.signUp()
})
afterAll(async () => {
  await other.close()
  await studio.close()
})

/** Uses so many credits of the workspace at once. */
async function spend(credits: number, accountId = person.workspaceId): Promise<void> {
  const { ledger } = studio.context
  const operation = { accountId, operationId: randomUUID() }
  const held = await ledger.hold({
    ...operation,
    action: 'image.standard',
    quantity: credits / 5,
    quote: { version: 2, credits },
    requestHash: 'x',
    actor: {},
  })
  expect(held.kind).toBe('held')
  await ledger.settle({ ...operation, quantity: credits / 5 })
}

async function notices(of = person): Promise<Notice[]> {
  const { notices } = await of.client.json<Notices>(`${of.workspace}/notices`)
  return notices
}

const kinds = (told: readonly Notice[]) => told.map(({ kind }) => kind)

/** Once there are so many. */
function told(count: number, of = person): Promise<Notice[]> {
  return until(async () => {
    const found = await notices(of)
    return found.length === count ? found : undefined
  }, 3000)
}

/** Hears of changed notices, as an open page does. */
function listening(at: TestStudio): () => number {
  let heard = 0
  at.context.events.subscribe(person.workspaceId, (event) => {
    if (event.type === 'notices') heard += 1
  })
  return () => heard
}

test('tells at a fifth, at the last image and at nothing, each once, at every server', async () => {
  const pages = [listening(studio), listening(other)]
  expect(await notices()).toEqual([])
  await spend(315)
  await spend(5)
  const [low] = await told(1)
  const { cycle } = await person.client.json<Credits>(`${person.workspace}/credits`)
  expect(low).toMatchObject({ kind: 'running_low', balance: 80, cycleStart: cycle.start })
  await Promise.all(pages.map((heard) => until(async () => (heard() === 1 ? true : undefined))))
  await spend(70)
  await spend(5)
  expect(kinds(await told(2))).toEqual(['last_image', 'running_low'])
  await spend(5)
  expect(kinds(await told(3))).toEqual(['used_up', 'last_image', 'running_low'])
  await Promise.all(pages.map((heard) => until(async () => (heard() === 3 ? true : undefined))))
  const { rows } = await studio.context.database.pool.query('select from credits.events')
  expect(rows).toEqual([])
})

test('begins anew in the next cycle', async () => {
  await spend(400)
  // Everything at once: what tells most comes first.
  expect(kinds(await told(2))).toEqual(['used_up', 'running_low'])
  const { resetsAt } = await person.client.json<Credits>(`${person.workspace}/credits`)
  turnedMs = Date.parse(resetsAt) - Date.now() + 60_000
  await spend(400)
  const again = await told(4)
  expect(again[0]).toMatchObject({ kind: 'used_up', cycleStart: resetsAt })
  turnedMs += 33 * 86_400_000
  expect(await notices()).toEqual([])
})

test('stays dismissed for who dismissed it, with what was told before, and for nobody else', async () => {
  const friend = await studio.signUp()
  await studio.context.database.pool.query(
    `insert into studio.members (workspace_id, user_id, role, created_at) values ($1, $2, 'member', now())`,
    [person.workspaceId, friend.userId],
  )
  const theirs = { ...friend, workspace: person.workspace }
  await spend(320)
  await told(1)
  await spend(75)
  const [last] = await told(2)
  const heard = listening(other)
  const path = `${person.workspace}/notices/${last?.id}/dismiss`
  expect((await person.client.post(path)).status).toBe(204)
  expect((await person.client.post(path)).status).toBe(204)
  expect(await notices()).toEqual([])
  await until(async () => (heard() > 0 ? true : undefined))
  expect(kinds(await notices(theirs))).toEqual(['last_image', 'running_low'])
  await spend(5)
  expect(kinds(await told(1))).toEqual(['used_up'])
  await refused(person.client.post(`${person.workspace}/notices/none/dismiss`), 404, 'not_found')
})

describe('what is waiting at the meter', () => {
  test('is told once, whoever delivers it and however often', async () => {
    await spend(320)
    await Promise.all([studio.context.notices.deliver(), other.context.notices.deliver()])
    const [low] = await told(1)
    const { pool } = studio.context.database
    await pool.query(
      `insert into credits.events (account_id, event) values ($1, jsonb_build_object(
         'type', 'alert', 'accountId', $1::text, 'at', 1, 'alertId', 'running_low', 'balance', 80,
         'cycleStart', $2::bigint))`,
      [person.workspaceId, Date.parse(low?.cycleStart ?? '')],
    )
    await studio.context.notices.deliver()
    expect(await notices()).toEqual([low])
  })

  test('waits for the next delivery when the process dies in the middle', async () => {
    const { ledger } = studio.context
    await other.close()
    const dying = ledger.deliver.bind(ledger)
    const { pool } = studio.context.database
    await pool.query('alter table studio.notices rename to notices_away')
    try {
      await spend(320)
      await expect(studio.context.notices.deliver()).rejects.toThrow()
      await expect(
        dying({
          limit: 100,
          handle: async () => {
            throw new Error('the process died')
          },
        }),
      ).rejects.toThrow('the process died')
    } finally {
      await pool.query('alter table studio.notices_away rename to notices')
    }
    await studio.context.notices.deliver()
    expect(kinds(await notices())).toEqual(['running_low'])
    other = await startStudio({ clock, beside: studio })
  })

  test('of a workspace that is being deleted keeps no other waiting', async () => {
    const leaving = await studio.signUp()
    const lock = new pg.Client({ connectionString: studio.databaseUrl })
    await lock.connect()
    try {
      await lock.query('begin')
      await lock.query('select from studio.workspaces where id = $1 for update', [
        leaving.workspaceId,
      ])
      await spend(320, leaving.workspaceId)
      await spend(320)
      await studio.context.notices.deliver()
      await told(1)
    } finally {
      await lock.end()
    }
  })

  test('of a workspace that is gone, or of a kind that nobody knows, is passed over', async () => {
    const { pool } = studio.context.database
    const gone = randomUUID()
    await pool.query(
      `insert into credits.events (account_id, event) select $1, jsonb_build_object(
         'type', 'alert', 'accountId', $1::text, 'at', 1, 'alertId', alert, 'balance', 80,
         'cycleStart', 1) from unnest('{running_low,of another version}'::text[]) alert`,
      [gone],
    )
    await spend(320)
    await studio.context.notices.deliver()
    expect(kinds(await told(1))).toEqual(['running_low'])
    expect((await pool.query('select from credits.events')).rows).toEqual([])
  })
})
