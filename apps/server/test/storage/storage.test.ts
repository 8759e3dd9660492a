import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DiskStorage } from '../../src/storage/disk-storage.ts'
import { S3Storage } from '../../src/storage/s3-storage.ts'
import { StorageUnreachableError } from '../../src/storage/storage-unreachable-error.ts'
import { freePort } from '../free-port.ts'
import { type S3Server, startS3Server } from './s3-server.ts'
import { describeStorage } from './storage-contract.ts'

describeStorage('a folder', async () => {
  const folder = join(tmpdir(), `rheos-storage-${randomUUID()}`)
  return {
    storage: new DiskStorage(folder, randomUUID),
    close: () => rm(folder, { recursive: true, force: true }),
  }
})

describeStorage('a bucket', async () => {
  const server = await startS3Server(randomUUID())
  return { storage: new S3Storage(server.settings), close: () => server.close() }
})

describe('a bucket that cannot be used', () => {
  let server: S3Server
  beforeAll(async () => {
    server = await startS3Server(randomUUID())
  })
  afterAll(() => server.close())

  const reason = async (changes: Partial<S3Server['settings']>) => {
    const failure = await new S3Storage({ ...server.settings, ...changes }).check().catch((e) => e)
    expect(failure).toBeInstanceOf(StorageUnreachableError)
    return String(failure.message)
  }

  test('is told from one that can', async () => {
    await new S3Storage(server.settings).check()
  })

  test('is not there', async () => {
    expect(await reason({ bucket: 'elsewhere' })).toMatch(/no bucket “elsewhere”.*S3_BUCKET/)
  })

  test('does not know the key', async () => {
    expect(await reason({ accessKeyId: 'wrong' })).toMatch(/S3_ACCESS_KEY_ID/)
  })

  test('does not answer', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`
    expect(await reason({ endpoint })).toMatch(/could not be reached: check S3_ENDPOINT/)
  })
})
