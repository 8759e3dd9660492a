import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { makeScratchFolder } from '../../../test/scratch-folder.ts'
import { Client } from './client.ts'
import { freePort } from './free-port.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

let folder: string
let database: TestDatabase
let taken: ReturnType<typeof createServer>
let takenPort: string

beforeAll(async () => {
  folder = makeScratchFolder('rheos-process')
  database = await createTestDatabase({ template: 'server' })
  taken = createServer()
  takenPort = await new Promise((resolve) => {
    taken.listen(0, () => {
      const address = taken.address()
      resolve(String(typeof address === 'object' && address ? address.port : 0))
    })
  })
})
afterAll(async () => {
  taken.close()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

describe('what stops a start is said in one line', () => {
  const cases: Record<string, () => readonly [Record<string, string>, RegExp]> = {
    'a bad setting': () => [{ PORT: 'many' }, /^The setting PORT cannot be used/],
    'the port is taken': () => [
      { PORT: takenPort, DATABASE_URL: database.url },
      new RegExp(`^Port ${takenPort} is taken`),
    ],
    'no database at DATABASE_URL': () => [
      { DATABASE_URL: 'postgres://a@127.0.0.1:1/x' },
      /^The database cannot be reached/,
    ],
    'a data folder that cannot be': () => [
      { DATA_DIR: '/dev/null/rheos', DATABASE_URL: database.url },
      /^Rheos cannot write to \/dev\/null\/rheos/,
    ],
  }

  test.concurrent.each(Object.keys(cases))(
    '%s',
    async (name) => {
      const [environment, sentence] = cases[name]?.() ?? [{}, /never/]
      const server = startServerProcess({ DATA_DIR: folder, PORT: '0', ...environment })
      expect(await server.ended).toBe(1)
      const lines = server.stderr().trimEnd().split('\n')
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(sentence)
      expect(lines[0]).not.toMatch(/\bat \S+:\d+:\d+/)
    },
    60_000,
  )
})

describe('with a database of its own', () => {
  let server: ServerProcess
  let dataDir: string
  let port: number

  beforeAll(async () => {
    dataDir = `${folder}/own`
    port = await freePort()
    server = startServerProcess({ DATA_DIR: dataDir, PORT: String(port) })
    await server.ready
  }, 60_000)

  test('it says where it is, where the data lies and what makes things', () => {
    expect(server.stdout()).toContain(`Rheos is ready: http://localhost:${port}`)
    expect(server.stdout()).toContain(dataDir)
    expect(server.stdout()).toContain('set AI_PROVIDER for AI models')
  })

  test('another one on the same data is refused in one line', async () => {
    const second = startServerProcess({ DATA_DIR: dataDir, PORT: '0' })
    expect(await second.ended).toBe(1)
    expect(second.stderr().trimEnd().split('\n')).toHaveLength(1)
    expect(second.stderr()).toContain(dataDir)
    expect((await new Client(`http://localhost:${port}`).get('/healthz')).status).toBe(200)
  }, 60_000)

  test('told to stop, it stops in order: exit code 0, also with a stream open', async () => {
    const client = new Client(`http://localhost:${port}`)
    await client.post('/api/auth/sign-up/email', {
      name: 'Ada',
      email: 'ada@example.com',
      password: 'correct horse battery',
    })
    const me = await client.json<{ workspaces: { id: string }[] }>('/api/v1/me')
    const stream = await client.get(`/api/v1/workspaces/${me.workspaces[0]?.id}/credits/stream`)
    expect(stream.status).toBe(200)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    await expect(client.get('/healthz')).rejects.toThrow()
    expect(server.stderr()).toBe('')
    await stream.body?.cancel().catch(() => undefined)
  }, 60_000)

  test('started again, everything is still there', async () => {
    const again = startServerProcess({ DATA_DIR: dataDir, PORT: String(port) })
    await again.ready
    const client = new Client(`http://localhost:${port}`)
    const answer = await client.post('/api/auth/sign-in/email', {
      email: 'ada@example.com',
      password: 'correct horse battery',
    })
    expect(answer.status).toBe(200)
    // As one Ctrl-C comes: from the terminal, and passed on by npm.
    again.child.kill('SIGINT')
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  }, 60_000)
})
