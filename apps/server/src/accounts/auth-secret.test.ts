import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AuthSecretError, keptAuthSecret } from './auth-secret.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rheos-secret-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('is made once, kept, and readable by its owner alone', async () => {
  const secret = await keptAuthSecret(folder, randomUUID)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(await keptAuthSecret(folder, randomUUID)).toBe(secret)
  expect((await stat(join(folder, 'auth-secret'))).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['auth-secret'])
})

test('processes that start at once agree on one', async () => {
  const secrets = await Promise.all(
    Array.from({ length: 10 }, () => keptAuthSecret(join(folder, 'new'), randomUUID)),
  )
  expect(new Set(secrets).size).toBe(1)
})

test('a damaged one is reported, not replaced: it would sign everybody out', async () => {
  await writeFile(join(folder, 'auth-secret'), 'short')
  await expect(keptAuthSecret(folder, randomUUID)).rejects.toThrow(AuthSecretError)
})
