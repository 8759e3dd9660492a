import { afterAll, beforeAll, expect, test } from 'vitest'
import { Person, until } from '../acceptance/person.ts'
import { providerEnvironment } from '../acceptance/provider-environment.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { startStudio, type TestStudio } from '../studio.ts'

let standIn: OpenaiStandIn
let studio: TestStudio

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  studio = await startStudio({
    environment: { ...providerEnvironment(standIn, 60), GENERATION_CONCURRENCY: '1' },
  })
})
afterAll(async () => {
  await studio.close()
  await standIn.close()
})

async function placeInQueue(id: string): Promise<unknown[]> {
  const { rows } = await studio.context.database.pool.query(
    'select run_at from graphile_worker.jobs where key = $1',
    [id],
  )
  return rows
}

async function isTaken(id: string): Promise<boolean> {
  const { rows } = await studio.context.database.pool.query(
    'select from graphile_worker.jobs where key = $1 and locked_at is not null',
    [id],
  )
  return rows.length > 0
}

/** One that is being drawn, one that was taken to be drawn next, and one that waits behind them. */
async function pressThrice(person: Person): Promise<[string, string]> {
  standIn.images.always({ kind: 'hang' })
  const first = (await person.draw()).body.id
  await until(async () =>
    (await person.generation(first)).status === 'running' ? true : undefined,
  )
  const taken = (await person.draw()).body.id
  await until(async () => ((await isTaken(taken)) ? true : undefined))
  return [first, (await person.draw()).body.id]
}

test('a sweep leaves what waits in its place, and queues again what lost its job', async () => {
  const person = await Person.signUp(studio.url)
  const [running, waiting] = await pressThrice(person)
  const before = await placeInQueue(waiting)
  expect(before).toHaveLength(1)
  await studio.context.generations.reap({ strandedForMs: 0 })
  expect(await placeInQueue(waiting)).toEqual(before)

  // As after a kill between taking the job and starting its generation.
  await studio.context.database.pool.query('select graphile_worker.remove_job($1)', [waiting])
  expect(await placeInQueue(waiting)).toEqual([])
  await studio.context.generations.reap({ strandedForMs: 0 })
  standIn.images.reset()
  await person.in('POST', `/generations/${running}/cancel`)
  expect(await person.ended(waiting)).toMatchObject({ status: 'succeeded' })
})

test('no more is worked on than there are hands, though one is still being held', async () => {
  standIn.images.always({ kind: 'hang' })
  const [person, another] = [await Person.signUp(studio.url), await Person.signUp(studio.url)]
  const quote = await person.price('image.standard')
  const holder = await studio.context.database.pool.connect()
  const asked = standIn.imageCalls.length
  try {
    await holder.query('begin')
    await holder.query('select from credits.accounts where account_id = $1 for update', [
      person.workspaceId,
    ])
    const press = person.draw({ quote })
    await until(async () => ((await waitsForALock()) ? true : undefined))
    const second = (await another.draw({ quote })).body.id
    await until(async () => ((await isTaken(second)) ? true : undefined))
    await holder.query('commit')
    const first = (await press).body.id
    await until(async () => (standIn.imageCalls.length > asked ? true : undefined))
    expect((await person.generation(first)).status).toBe('running')
    expect((await another.generation(second)).status).toBe('queued')
    expect(standIn.imageCalls).toHaveLength(asked + 1)

    standIn.images.reset()
    await person.in('POST', `/generations/${first}/cancel`)
    expect(await another.ended(second)).toMatchObject({ status: 'succeeded' })
  } finally {
    holder.release()
  }
})

async function waitsForALock(): Promise<boolean> {
  const { rows } = await studio.context.database.pool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}
