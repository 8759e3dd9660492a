import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'

const examples = fileURLToPath(new URL('../examples', import.meta.url))

function command(example: string): string[] {
  return ['--conditions=rheos-source', '--import', 'tsx', `${examples}/${example}`]
}

/** What an example prints, line by line. */
async function printed(example: string, env: Record<string, string> = {}): Promise<string[]> {
  const run = promisify(execFile)
  const options = { cwd: examples, env: { ...process.env, ...env } }
  const { stdout } = await run(process.execPath, command(example), options)
  return stdout.trim().split('\n')
}

describe('the Express route', () => {
  let server: ChildProcess
  let url: string

  beforeAll(async () => {
    const options = { cwd: examples, env: { ...process.env, PORT: '0' } }
    server = spawn(process.execPath, command('express-route/server.ts'), options)
    const [line] = server.stdout ? await once(server.stdout.setEncoding('utf8'), 'data') : []
    url = String(line).trim()
  })

  afterAll(async () => {
    const ended = once(server, 'exit')
    server.kill()
    await ended
  })

  const press = async (key: string, prompt: string) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key }
    const body = JSON.stringify({ prompt })
    const response = await fetch(`${url}/images`, { method: 'POST', headers, body })
    return [response.status, await response.json()]
  }
  const credits = async () => (await fetch(`${url}/credits`)).json()

  test('charges a press once, gives back what failed and refuses what is too dear', async () => {
    expect(await press('press-1', 'a kettle')).toEqual([200, { image: 'a picture of a kettle' }])
    expect(await press('press-1', 'a kettle')).toEqual([200, { image: 'a picture of a kettle' }])
    expect(await credits()).toEqual({ available: 7, held: 0 })
    const failed = { error: 'The image could not be drawn. Nothing was charged.' }
    expect(await press('press-2', 'an impossible staircase')).toEqual([502, failed])
    const again = { error: 'This press is released already.' }
    expect(await press('press-2', 'an impossible staircase')).toEqual([409, again])
    expect(await credits()).toEqual({ available: 7, held: 0 })
    expect(await press('press-3', 'a teapot')).toMatchObject([200, {}])
    const refused = { error: 'This costs 5 credits and you are short by 3.' }
    expect(await press('press-4', 'a cup')).toEqual([402, refused])
    expect(await credits()).toEqual({ available: 2, held: 0 })
  })

  test('wants a key for each press', async () => {
    const response = await fetch(`${url}/images`, { method: 'POST' })
    expect(response.status).toBe(400)
  })
})

test('the AI SDK holds, settles and releases by itself', async () => {
  expect(await printed('ai-sdk-image/generate.ts')).toEqual([
    '4 images (10 credits left)',
    'not again: The operation press-1 has ended: settled. Another press needs an operation id of its own. (10 credits left)',
    'failed: The provider declined the prompt. (10 credits left)',
    'refused: This costs 15 credits, 5 more than are available. (10 credits left)',
  ])
})

describe('the Drizzle transaction', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
  })

  afterAll(async () => {
    await database.drop()
  })

  test('charges and keeps together, and undoes both together', async () => {
    const env = { DATABASE_URL: database.url }
    const lines = [
      'ordered: balance 400, held 5, pictures 0',
      'delivered: balance 395, held 0, pictures 1',
      'not saved, so not charged: balance 395, held 5, pictures 1',
      'released: balance 395, held 0, pictures 1',
    ]
    expect(await printed('drizzle-transaction/deliver.ts', env)).toEqual(lines)
    // Again, for whoever copies it and runs it twice.
    expect(await printed('drizzle-transaction/deliver.ts', env)).toEqual(lines)
  })
})
