import { randomUUID } from 'node:crypto'
import type { Credits, WorkspaceEvent } from '@rheos/contract'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { providerEnvironment } from '../acceptance/provider-environment.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, draw, imageRequest, jsonOf, refused, until } from './asking.ts'

let standIn: OpenaiStandIn
let studio: TestStudio
/** Another server on the same database. */
let other: TestStudio
let person: SignedUp
let turnedMs = 0
const open = new Set<Stream>()

const clock = () => Date.now() + turnedMs
const config = { streamHeartbeatMs: 200 }

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  const environment = providerEnvironment(standIn)
  studio = await startStudio({ clock, config, environment })
  other = await startStudio({ clock, config, environment, beside: studio })
})
beforeEach(async () => {
  person = await studio.signUp()
})
afterEach(() => {
  for (const stream of open) stream.close()
  open.clear()
  standIn.images.reset()
})
afterAll(async () => {
  await other.close()
  await studio.close()
  await standIn.close()
})

/** An open page, as far as the stream is concerned. */
interface Stream {
  readonly events: { readonly at: number; readonly event: WorkspaceEvent }[]
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>
  close(): void
}

async function follow(client = person.client): Promise<Stream> {
  const leave = new AbortController()
  const answer = await client.request('GET', `${person.workspace}/credits/stream`, {
    signal: leave.signal,
  })
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const events: Stream['events'] = []
  const stream = { events, ended: read(answer, events), close: () => leave.abort() }
  open.add(stream)
  await until(async () => (events.length > 0 ? true : undefined), 1000)
  return stream
}

async function read(answer: Response, events: Stream['events']): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const [, data] = /^data: (.*)$/m.exec(block) ?? []
        if (data !== undefined) events.push({ at: Date.now(), event: JSON.parse(data) })
      }
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error
  }
}

const balances = (stream: Stream): Credits[] =>
  stream.events.flatMap(({ event }) => (event.type === 'credits' ? [event.credits] : []))
const statuses = (stream: Stream): string[] =>
  stream.events.flatMap(({ event }) =>
    event.type === 'generation' ? [event.generation.status] : [],
  )

/** The event by which a page knows of it, within a second. */
function told(stream: Stream, is: (credits: Credits) => boolean, withinMs = 1000) {
  return until(async () => balances(stream).find(is), withinMs)
}

async function grant(credits: number): Promise<void> {
  const startsAt = clock()
  await studio.context.ledger.grant({
    accountId: person.workspaceId,
    grantId: randomUUID(),
    credits,
    startsAt,
    endsAt: startsAt + 3_600_000,
    reason: 'test',
    actor: {},
  })
}

test('tells the credits at once, and a change within a second, at every server', async () => {
  const pages = [await follow(), await follow(person.client.at(other.url))]
  for (const page of pages) expect(balances(page)[0]).toMatchObject({ balance: 400 })
  await grant(25)
  await Promise.all(pages.map((page) => told(page, ({ balance }) => balance === 425)))
  standIn.images.always({ kind: 'slow', ms: 300 })
  await jsonOf(person.client.post(`${person.workspace}/generations`, imageRequest(), aPress()), 202)
  await Promise.all(pages.map((page) => told(page, ({ held }) => held === 5)))
  await Promise.all(pages.map((page) => told(page, ({ spent }) => spent === 5, 3000)))
  for (const page of pages) {
    await until(async () => statuses(page).at(-1) === 'succeeded' || undefined, 1000)
    expect(statuses(page)).toContain('running')
  }
})

test('tells nothing of other workspaces', async () => {
  const page = await follow()
  const stranger = await other.signUp()
  await draw(stranger)
  await grant(1)
  await told(page, ({ balance }) => balance === 401)
  expect(statuses(page)).toEqual([])
  for (const { balance } of balances(page)) expect([400, 401]).toContain(balance)
})

test('catches up when the connection for notifications was cut', async () => {
  const page = await follow()
  const { pool } = studio.context.database
  const cut = async () => {
    const { rowCount } = await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ilike 'listen "%'`,
    )
    return rowCount ?? 0
  }
  // Both servers' connections; the queue's own may be among them and comes back by itself.
  expect(await cut()).toBeGreaterThanOrEqual(2)
  const seen = page.events.length
  await grant(7)
  const generation = await draw(person)
  await told(page, ({ balance, spent }) => balance === 402 && spent === 5, 5000)
  expect(page.events.length).toBeGreaterThan(seen)
  // The ending of what ended meanwhile is told too.
  await until(async () => {
    const ids = page.events.flatMap(({ event }) =>
      event.type === 'generation' && event.generation.status === 'succeeded'
        ? [event.generation.id]
        : [],
    )
    return ids.includes(generation.id) || undefined
  }, 2000)
  // And from now on changes come at once again.
  await grant(1)
  await told(page, ({ balance }) => balance === 403)
})

test('tells the credits as soon as they can be read again', async () => {
  const { pool } = studio.context.database
  const page = await follow()
  await pool.query('alter schema credits rename to credits_away')
  try {
    await pool.query(`select pg_notify('credits', $1)`, [person.workspaceId])
    await until(
      async () =>
        studio.log.some((line) => line['msg'] === 'credits could not be read for open pages') ||
        undefined,
    )
  } finally {
    await pool.query('alter schema credits_away rename to credits')
  }
  const before = balances(page).length
  await until(async () => balances(page).length > before || undefined, 5000)
})

test('tells the new balance when the cycle ends, though nothing else happens', async () => {
  await draw(person)
  const { resetsAt } = await person.client.json<Credits>(`${person.workspace}/credits`)
  turnedMs = Date.parse(resetsAt) - Date.now() - 1500
  try {
    const page = await follow()
    expect(balances(page)[0]).toMatchObject({ balance: 395, resetsAt })
    const fresh = await told(page, ({ balance }) => balance === 400, 4000)
    expect(fresh.cycle.start).toBe(resetsAt)
    expect(fresh.spent).toBe(0)
  } finally {
    turnedMs = 0
  }
})

describe('ends', () => {
  test('for who signed out', async () => {
    const page = await follow()
    const { cookie } = person.client
    expect((await person.client.post('/api/auth/sign-out', {})).status).toBe(200)
    await page.ended
    const again = studio.visitor().get(`${person.workspace}/credits/stream`, { cookie })
    await refused(again, 401, 'unauthenticated')
  })

  test('for who is no member any more, and for nobody else', async () => {
    const friend = await studio.signUp()
    const { pool } = studio.context.database
    await pool.query(
      `insert into studio.members (workspace_id, user_id, role, created_at) values ($1, $2, 'member', now())`,
      [person.workspaceId, friend.userId],
    )
    const [page, theirs] = [await follow(), await follow(friend.client)]
    await pool.query('delete from studio.members where workspace_id = $1 and user_id = $2', [
      person.workspaceId,
      friend.userId,
    ])
    await theirs.ended
    await refused(friend.client.get(`${person.workspace}/credits/stream`), 404, 'not_found')
    await grant(2)
    await told(page, ({ balance }) => balance === 402)
  })

  test('when the account is deleted', async () => {
    const page = await follow()
    const { password } = person
    expect((await person.client.post('/api/auth/delete-user', { password })).status).toBe(200)
    await page.ended
  })
})
