import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LocalPostgresError, startLocalPostgres } from '@rheos/local-postgres'
import { describe, expect, test } from 'vitest'
import { killHard, newDataDir, query, spawnHolder, start, until } from './workbench.ts'

const asRoot = process.getuid?.() === 0

describe('a first start', () => {
  test('gives a UTF-8 database whatever LANG says', async () => {
    const { child, held } = spawnHolder(newDataDir(), { LANG: 'tr_TR.ISO-8859-9', LC_ALL: 'C' })
    const { url } = await held
    const [facts] = await query(
      url,
      `select getdatabaseencoding() as encoding, datlocale as locale, current_database() as name,
              current_setting('server_version_num')::int / 10000 as major, upper('čaj') as upper
       from pg_database where datname = current_database()`,
    )
    expect(facts).toEqual({
      encoding: 'UTF8',
      locale: 'C.UTF-8',
      name: 'rheos',
      major: 18,
      upper: 'ČAJ',
    })
    child.kill('SIGTERM')
  })

  test('listens on the loopback only and asks for the password', async () => {
    const { connectionString } = await start(newDataDir())
    const [setting] = await query(
      connectionString,
      `select current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets`,
    )
    expect(setting).toEqual({ listens: '127.0.0.1', sockets: '' })
    const guess = new URL(connectionString)
    guess.password = 'guess'
    await expect(query(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  test('keeps password and data to their owners', async () => {
    const dataDir = newDataDir()
    await start(dataDir)
    const cluster = join(dataDir, 'postgres', 'cluster')
    expect(statSync(join(cluster, 'password')).mode & 0o777).toBe(0o600)
    expect(statSync(join(cluster, 'data')).mode & 0o777).toBe(0o700)
    expect(statSync(join(cluster, 'data')).uid === 0).toBe(false)
    expect(statSync(join(dataDir, 'postgres', 'postgres.log')).mode & 0o077).toBe(0)
  })

  test('that is killed half way is done again', async () => {
    const dataDir = newDataDir()
    const home = join(dataDir, 'postgres')
    const { child, held } = spawnHolder(dataDir)
    await until(() => names(home).some((name) => name.startsWith('cluster~')))
    await killHard(child)
    await expect(held).rejects.toThrow()
    expect(names(home)).not.toContain('cluster')
    const { connectionString } = await start(dataDir)
    expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(names(home).filter((name) => name.includes('~'))).toEqual([])
  })
})

describe('a later start', () => {
  test('finds what was written', async () => {
    const dataDir = newDataDir()
    const first = await start(dataDir)
    await query(first.connectionString, 'create table kept as select 42 as answer')
    await first.stop()
    await expect(query(first.connectionString, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
    const second = await start(dataDir)
    expect(second.takenOver).toBe(false)
    expect(await query(second.connectionString, 'select answer from kept')).toEqual([
      { answer: 42 },
    ])
  })

  test('takes over the server of a killed process', async () => {
    const dataDir = newDataDir()
    const { child, held } = spawnHolder(dataDir)
    const { url, pid } = await held
    await query(url, 'create table kept as select 42 as answer')
    await killHard(child)
    const postgres = await start(dataDir)
    expect(postgres).toMatchObject({ takenOver: true, pid, connectionString: url })
    expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('replaces a server that was killed with its process', async () => {
    const dataDir = newDataDir()
    const { child, held } = spawnHolder(dataDir)
    const { url, pid } = await held
    await query(url, 'create table kept as select 42 as answer')
    await killHard(child)
    process.kill(pid, 'SIGKILL')
    const postgres = await start(dataDir)
    expect(postgres.takenOver).toBe(false)
    expect(await query(postgres.connectionString, 'select answer from kept')).toEqual([
      { answer: 42 },
    ])
  })

  test('is not misled by a stale pid file whose number another process has now', async () => {
    const dataDir = newDataDir()
    const first = await start(dataDir)
    const pidFile = join(dataDir, 'postgres', 'cluster', 'data', 'postmaster.pid')
    const text = readFileSync(pidFile, 'utf8')
    await first.stop()
    writeFileSync(pidFile, text.replace(/^\d+/, String(process.pid)))
    const second = await start(dataDir)
    expect(second.takenOver).toBe(false)
    expect(await query(second.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('while it runs', () => {
  test('a second instance is told in one line, and the first goes on', async () => {
    const dataDir = newDataDir()
    const first = await start(dataDir)
    const second = startLocalPostgres({ dataDir })
    await expect(second).rejects.toBeInstanceOf(LocalPostgresError)
    await expect(second).rejects.toMatchObject({
      reason: 'in_use',
      message: `Another Rheos is running on ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
    })
    expect(await query(first.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of two that start at once in an empty folder one has it', async () => {
    const dataDir = newDataDir()
    const said = await Promise.all([spawnHolder(dataDir).held, spawnHolder(dataDir).held])
    const refused = said.filter((one) => one.failed !== undefined)
    expect(refused).toHaveLength(1)
    expect(refused[0]?.failed).toMatch(/Another Rheos is running on/)
    const winner = said.find((one) => one.failed === undefined)
    expect(await query(winner?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a server that is killed comes back at the same address', async () => {
    const postgres = await start(newDataDir())
    await query(postgres.connectionString, 'create table kept as select 42 as answer')
    process.kill(postgres.pid, 'SIGKILL')
    const answer = () => query(postgres.connectionString, 'select answer from kept')
    await until(async () => (await answer().catch(() => [])).length === 1)
    expect(await answer()).toEqual([{ answer: 42 }])
  })

  test('a crash inside it leaves the folder locked once it has recovered', async () => {
    const dataDir = newDataDir()
    const postgres = await start(dataDir)
    const locks = `select pid from pg_stat_activity where application_name = 'rheos instance lock'`
    const pidOfLock = async () =>
      (await query(postgres.connectionString, locks).catch(() => []))[0]?.['pid']
    const before = await pidOfLock()
    process.kill(Number(before), 'SIGKILL')
    await until(async () => ![undefined, before].includes(await pidOfLock()))
    await expect(startLocalPostgres({ dataDir })).rejects.toMatchObject({ reason: 'in_use' })
  })

  test('stopping twice is stopping once', async () => {
    const postgres = await start(newDataDir())
    await Promise.all([postgres.stop(), postgres.stop()])
    await postgres.stop()
    await expect(query(postgres.connectionString, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
  })
})

describe('where it cannot start, one sentence says why', () => {
  test('the folder is a file', async () => {
    const file = join(newDataDir(), 'a-file')
    writeFileSync(file, '')
    await expect(startLocalPostgres({ dataDir: join(file, 'data') })).rejects.toMatchObject({
      reason: 'not_writable',
      message: `Rheos cannot write to ${join(file, 'data')}. Make it writable, or set DATA_DIR to another folder.`,
    })
  })

  test('a private folder keeps the user of a root start out, and only that one', async () => {
    const dataDir = newDataDir()
    chmodSync(dataDir, 0o700)
    if (asRoot) {
      await expect(startLocalPostgres({ dataDir })).rejects.toMatchObject({
        reason: 'not_enterable',
        message: expect.stringMatching(/cannot enter .*Set DATA_DIR to a folder that everyone/),
      })
    } else {
      const { connectionString } = await start(dataDir)
      expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    }
  })

  test('the data are of another PostgreSQL', async () => {
    const dataDir = newDataDir()
    const first = await start(dataDir)
    await first.stop()
    const version = join(dataDir, 'postgres', 'cluster', 'data', 'PG_VERSION')
    writeFileSync(version, '17\n')
    await expect(startLocalPostgres({ dataDir })).rejects.toMatchObject({
      reason: 'other_version',
      message: expect.stringMatching(
        /written by PostgreSQL 17, and this Rheos brings PostgreSQL 18/,
      ),
    })
  })

  test('the settings are refused', async () => {
    const settings = { max_connections: 'many' }
    await expect(startLocalPostgres({ dataDir: newDataDir(), settings })).rejects.toMatchObject({
      reason: 'not_started',
      message: expect.stringMatching(/could not be started: .*max_connections/),
    })
  })
})

function names(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
