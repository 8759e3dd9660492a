import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Generations } from '@rheos/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { expectBooksToBalance } from './audit.ts'
import { Person, until } from './person.ts'
import { providerEnvironment } from './provider-environment.ts'
import { type StudioProcess, startStudioProcess } from './studio-process.ts'

let standIn: OpenaiStandIn
let database: TestDatabase
let dataDir: string
const running = new Set<StudioProcess>()

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  database = await createTestDatabase({ template: 'server' })
  dataDir = await mkdtemp(join(tmpdir(), 'rheos-test-'))
})
afterEach(async () => {
  await Promise.all([...running].map((studio) => studio.kill()))
  running.clear()
  standIn.images.reset()
})
afterAll(async () => {
  await standIn.close()
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(settings: Record<string, string> = {}): Promise<StudioProcess> {
  const studio = await startStudioProcess({
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    ...providerEnvironment(standIn, 60),
    ...settings,
  })
  running.add(studio)
  return studio
}

const shortLease = { GENERATION_LEASE_SECONDS: '1', GENERATION_REAP_SECONDS: '1' }

/** In milliseconds. How far the server is by then depends on the machine; some die before the hold. */
const afterThePress = [0, 2, 5, 10, 20, 35, 60]
/** The provider takes 150 of them. */
const afterTheProviderWasAsked = [0, 40, 90, 120, 140, 150, 165, 200]

describe('a server killed in the middle of a generation', () => {
  it('at many moments: every hold ends, and each generation is delivered and paid or neither', async () => {
    let studio = await start(shortLease)
    const person = await Person.signUp(studio.url)
    const quote = await person.price('image.standard', 2)
    const killAfterPress = async (ready: () => Promise<unknown>) => {
      standIn.images.always({ kind: 'slow', ms: 150 })
      const here = person.at(studio.url)
      // The answer itself may be lost with the server; the history has the generation all the same.
      const press = here.draw({ count: 2, quote }).catch(() => undefined)
      await ready()
      await studio.kill()
      await press
      studio = await start(shortLease)
    }
    for (const ms of afterThePress) await killAfterPress(() => wait(ms))
    for (const ms of afterTheProviderWasAsked) {
      const asked = standIn.imageCalls.length
      await killAfterPress(async () => {
        await until(async () => (standIn.imageCalls.length > asked ? true : undefined))
        await wait(ms)
      })
    }
    const after = person.at(studio.url)
    await until(async () => ((await after.credits()).held === 0 ? true : undefined), 60_000)
    const { body } = await after.in<Generations>('GET', '/generations?kind=image&limit=100')
    expect(body.items.length).toBeGreaterThanOrEqual(afterTheProviderWasAsked.length)
    for (const generation of body.items) {
      const delivered = generation.assets.length
      expect(generation.credits).toEqual({
        held: 0,
        spent: delivered * 5,
        released: (2 - delivered) * 5,
      })
      expect(['succeeded', 'failed']).toContain(generation.status)
    }
    // The kills did fall into the work.
    expect(body.items.some(({ error }) => error?.code === 'interrupted')).toBe(true)
    await expectBooksToBalance(database.pool)
    const { balance, spent } = await after.credits()
    expect(balance + spent).toBe(400)
  }, 240_000)

  it('with the lease at its production length: the credits are back within 60 s of the restart', async () => {
    standIn.images.always({ kind: 'hang' })
    const studio = await start()
    const person = await Person.signUp(studio.url)
    const { body } = await person.draw({ count: 2 })
    await until(async () =>
      (await person.generation(body.id)).status === 'running' ? true : undefined,
    )
    await studio.kill()
    const killedAt = Date.now()
    const again = person.at((await start()).url)
    expect(await again.credits()).toMatchObject({ balance: 400, held: 10 })
    const generation = await again.ended(body.id, 60_000)
    expect(Date.now() - killedAt).toBeLessThan(60_000)
    expect(generation).toMatchObject({
      status: 'failed',
      error: { code: 'interrupted' },
      credits: { spent: 0, released: 10 },
    })
    expect(await again.credits()).toMatchObject({ balance: 400, available: 400, held: 0 })
    await expectBooksToBalance(database.pool)
  }, 120_000)

  it('in the middle of an edit: the credits are back, and the picture it was made from is as it was', async () => {
    const studio = await start(shortLease)
    const person = await Person.signUp(studio.url)
    const { body } = await person.draw()
    const [picture] = (await person.ended(body.id)).assets
    standIn.images.always({ kind: 'hang' })
    const edits = standIn.editCalls.length
    const quote = await person.price('image.pro')
    const pressed = await person.in<{ id: string }>(
      'POST',
      '/generations',
      {
        ...{ kind: 'image', action: 'edit', assetId: picture?.id, tier: 'pro' },
        ...{ prompt: 'Make the sky pink', quote },
      },
      { 'idempotency-key': 'the-edit' },
    )
    await until(async () => (standIn.editCalls.length > edits ? true : undefined))
    await studio.kill()
    const again = person.at((await start(shortLease)).url)
    expect(await again.ended(pressed.body.id, 60_000)).toMatchObject({
      status: 'failed',
      error: { code: 'interrupted' },
      credits: { spent: 0, released: 10 },
      assets: [],
    })
    expect(await again.credits()).toMatchObject({ balance: 395, held: 0 })
    const { body: library } = await again.in<{ items: unknown[] }>('GET', '/assets')
    expect(library.items).toEqual([picture])
    await expectBooksToBalance(database.pool)
  }, 120_000)

  it('another process, still alive, gives the credits back', async () => {
    standIn.images.always({ kind: 'hang' })
    const dying = await start(shortLease)
    const person = await Person.signUp(dying.url)
    const { body } = await person.draw()
    await until(async () =>
      (await person.generation(body.id)).status === 'running' ? true : undefined,
    )
    const survivor = person.at((await start(shortLease)).url)
    await dying.kill()
    expect(await survivor.ended(body.id, 60_000)).toMatchObject({
      status: 'failed',
      error: { code: 'interrupted' },
      credits: { spent: 0, released: 5 },
    })
    await expectBooksToBalance(database.pool)
  }, 120_000)

  it('a generation that was only queued runs after the restart', async () => {
    standIn.images.always({ kind: 'slow', ms: 400 })
    // Long enough that no work is taken for dead while a busy machine starts the process anew.
    const lease = { GENERATION_LEASE_SECONDS: '10', GENERATION_REAP_SECONDS: '1' }
    const studio = await start({ ...lease, GENERATION_CONCURRENCY: '1' })
    const person = await Person.signUp(studio.url)
    const quote = await person.price('image.standard')
    const asked = await Promise.all([
      person.draw({ quote }),
      person.draw({ quote }),
      person.draw({ quote }),
    ])
    await studio.kill()
    standIn.images.reset()
    const again = person.at((await start(lease)).url)
    const ended = await Promise.all(asked.map(({ body }) => again.ended(body.id, 60_000)))
    expect(
      ended.filter((generation) => generation.status === 'succeeded').length,
    ).toBeGreaterThanOrEqual(2)
    await expectBooksToBalance(database.pool)
  }, 120_000)

  it('told to stop, it gives the credits back before it goes', async () => {
    standIn.images.always({ kind: 'hang' })
    const studio = await start()
    const person = await Person.signUp(studio.url)
    const { body } = await person.draw()
    await until(async () =>
      (await person.generation(body.id)).status === 'running' ? true : undefined,
    )
    await studio.stop()
    const { rows } = await database.pool.query(
      'select status, released from studio.generations where id = $1',
      [body.id],
    )
    expect(rows).toEqual([{ status: 'failed', released: 5 }])
    await expectBooksToBalance(database.pool)
  }, 60_000)
})

/** A moment to kill at, not a wait for something. */
function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
