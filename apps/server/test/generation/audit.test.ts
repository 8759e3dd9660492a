import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../test/database.ts'
import { makeScratchFolder } from '../../../../test/scratch-folder.ts'
import { audit } from '../../src/generation/audit.ts'
import { draw, until } from '../http/asking.ts'
import { startServerProcess } from '../server-process.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

let studio: TestStudio
let person: SignedUp
let generationId: string

beforeAll(async () => {
  studio = await startStudio()
})
afterAll(async () => {
  await studio.close()
})

async function audited() {
  const { ledger, database } = studio.context
  return audit({ ledger, database: database.pool })
}

/** Changes rows behind the back of whatever guards them, and mends them afterwards. */
async function tampered<T>(change: string, mend: string, look: () => Promise<T>): Promise<T> {
  const { pool } = studio.context.database
  const unguarded = async (sql: string) => {
    const client = await pool.connect()
    try {
      await client.query('set session_replication_role = replica')
      await client.query(sql)
    } finally {
      await client.query('reset session_replication_role')
      client.release()
    }
  }
  await unguarded(change)
  try {
    return await look()
  } finally {
    await unguarded(mend)
  }
}

interface Command {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `npm run audit`, as npm runs it. */
async function command(environment: Readonly<Record<string, string>>): Promise<Command> {
  const child: ChildProcess = spawn(process.execPath, ['scripts/audit.mjs'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk) => {
    printed.stdout += String(chunk)
  })
  child.stderr?.on('data', (chunk) => {
    printed.stderr += String(chunk)
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, ...printed }
}

beforeAll(async () => {
  person = await studio.signUp()
  generationId = (await draw(person, { count: 2 })).id
})

test('finds nothing wrong with what the studio does, and says what it looked at', async () => {
  const gone = await studio.signUp()
  await draw(gone)
  const deleted = await gone.client.post('/api/auth/delete-user', { password: gone.password })
  expect(deleted.status).toBe(200)
  // The same address finds its ledger again, whose operations have lost their generations.
  await studio.signUp({ email: gone.email, password: gone.password })
  const { looked, findings } = await audited()
  expect(findings).toEqual([])
  expect(looked).toMatchObject({ accounts: 2, grants: 2, operations: 2, generations: 1 })
  expect(looked.entries).toBeGreaterThanOrEqual(6)
})

describe('finds', () => {
  const generation = (set: string) => `update studio.generations set ${set}`
  const cases: Readonly<Record<string, readonly [string, string, RegExp]>> = {
    'a grant that differs from its entries': [
      'update credits.grants set available = available - 5, spent = spent + 5 where spent = 10',
      'update credits.grants set available = available + 5, spent = spent - 5 where spent = 15',
      /grant has .* its entries/,
    ],
    'a charge that differs from the generation': [
      generation('spent = 5, released = 5'),
      generation('spent = 10, released = 0'),
      /spent 5 and gave back 5; its operation 10, 10 and 0/,
    ],
    'a delivery that was not paid': [
      generation('delivered = 1'),
      generation('delivered = 2'),
      /1 of 2 were delivered for 10 of 10 credits/,
    ],
    'a picture that was not delivered': [
      generation('delivered = 1'),
      generation('delivered = 2'),
      /2 pictures are kept, and 1 were delivered/,
    ],
    'a generation that goes on after its operation has ended': [
      generation(`status = 'queued', ended_at = null, result = null`),
      generation(`status = 'succeeded', ended_at = created_at`),
      /generation is queued, its operation settled/,
    ],
    'an operation without a generation': [
      generation(`id = 'elsewhere'`),
      generation(`id = (select generation_id from studio.assets limit 1)`),
      /settled with 10 credits, and there is no generation/,
    ],
    'a generation without an operation': [
      generation(`id = 'elsewhere'`),
      generation(`id = (select generation_id from studio.assets limit 1)`),
      /generation has no operation/,
    ],
  }

  test.each(Object.keys(cases))('%s', async (name) => {
    const [change, mend, sentence] = cases[name] ?? ['', '', /never/]
    const { findings } = await tampered(change, mend, audited)
    expect(findings).toContainEqual({
      workspaceId: person.workspaceId,
      id: expect.any(String),
      finding: expect.stringMatching(sentence),
    })
    for (const { finding } of findings) expect(finding).toMatch(/^[A-Z0-9][^\n]*\.$/)
    expect((await audited()).findings).toEqual([])
  })
})

describe('in the background', () => {
  const job = () =>
    studio.context.database.pool.query(`select graphile_worker.add_job('audit_books')`)
  const logged = (message: string) =>
    until(async () => studio.log.find(({ msg }) => msg === message), 5000)

  test('it says that all is well, or logs an error with what differs', async () => {
    await job()
    expect(await logged('the audit found no difference')).toMatchObject({ generations: 1 })
    await tampered(
      'update studio.generations set delivered = 1',
      'update studio.generations set delivered = 2',
      async () => {
        await job()
        const line = await logged('the audit found differences in the books')
        expect(line).toMatchObject({ level: 50, count: 2 })
        expect(line['findings']).toContainEqual(expect.objectContaining({ id: generationId }))
      },
    )
  })

  test('it is due once a day, in one process at a time', async () => {
    const { rows } = await studio.context.database.pool.query(
      `select identifier from graphile_worker._private_known_crontabs order by 1`,
    )
    expect(rows).toContainEqual({ identifier: 'audit_books' })
  })
})

describe('npm run audit', () => {
  let folder: string
  beforeEach(() => {
    folder = makeScratchFolder('audit')
    return () => rmSync(folder, { recursive: true, force: true })
  })

  test('answers 0 and a table where nothing differs, and not 0 where something does', async () => {
    const environment = { DATABASE_URL: studio.databaseUrl }
    const clean = await command(environment)
    expect(clean).toMatchObject({ code: 0, stderr: '' })
    expect(clean.stdout).toMatch(/^accounts +2\n.*\ngenerations +1\n\nNo difference\.\n$/s)
    const different = await tampered(
      'update studio.generations set delivered = 1',
      'update studio.generations set delivered = 2',
      () => command(environment),
    )
    expect(different.code).toBe(1)
    expect(different.stdout).toContain('2 differences, and nothing was changed')
    expect(different.stdout).toContain(`${person.workspaceId}  ${generationId}  1 of 2 were`)
  })

  test('says in one sentence that there is nothing to look at', async () => {
    const empty = await createTestDatabase()
    for (const [environment, sentence] of [
      [{ DATA_DIR: folder }, `There is no database in ${folder}: start Rheos once`],
      [{ DATABASE_URL: empty.url }, 'This database has no books of this version of Rheos'],
      [{ DATABASE_URL: 'postgres://a@127.0.0.1:1/x' }, 'The database cannot be reached'],
      [{ DATABASE_URL: 'nonsense' }, 'The setting DATABASE_URL cannot be used'],
    ] as const) {
      const { code, stdout, stderr } = await command(environment)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(sentence)
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    }
    await empty.drop()
  })

  test('finds the database of npm start, running and on disk', async () => {
    const server = startServerProcess({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' })
    await server.ready
    const running = await command({ DATA_DIR: folder })
    expect(running).toMatchObject({ code: 0, stderr: '' })
    expect(running.stdout).toContain('No difference.')
    // It was not disturbed.
    expect(server.child.exitCode).toBeNull()
    server.child.kill('SIGTERM')
    await server.ended
    expect(await command({ DATA_DIR: folder })).toMatchObject({ code: 0, stderr: '' })
    expect(existsSync(join(folder, 'postgres/cluster/data/postmaster.pid'))).toBe(false)
  }, 60_000)
})
