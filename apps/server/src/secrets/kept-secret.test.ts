import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KeptSecretError, keptSecret } from './kept-secret.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rheos-secret-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const kept = (dataDir: string) =>
  keptSecret({
    dataDir,
    fileName: 'auth-secret',
    newId: randomUUID,
    lossMeans: 'everybody signs in again',
  })

test('is made once, kept, and readable by its owner alone', async () => {
  const secret = await kept(folder)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(await kept(folder)).toBe(secret)
  expect((await stat(join(folder, 'auth-secret'))).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['auth-secret'])
})

test('processes that start at once agree on one', async () => {
  const secrets = await Promise.all(Array.from({ length: 10 }, () => kept(join(folder, 'new'))))
  expect(new Set(secrets).size).toBe(1)
})

test('a damaged one is reported with what its loss means, and not replaced', async () => {
  await writeFile(join(folder, 'auth-secret'), 'short')
  const failure = kept(folder)
  await expect(failure).rejects.toThrow(KeptSecretError)
  await expect(failure).rejects.toThrow(/everybody signs in again/)
})
