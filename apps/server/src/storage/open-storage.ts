import { DiskStorage } from './disk-storage.ts'
import type { S3Settings } from './s3-settings.ts'
import { S3Storage } from './s3-storage.ts'
import type { Storage } from './storage.ts'

/** A bucket where one is set up, else a folder. A bucket that cannot be used is told at once. */
export async function openStorage(options: {
  readonly s3: S3Settings | undefined
  readonly folder: string
  readonly newId: () => string
}): Promise<Storage> {
  if (options.s3 === undefined) return new DiskStorage(options.folder, options.newId)
  const storage = new S3Storage(options.s3)
  await storage.check()
  return storage
}
