import type * as Crypto from 'node:crypto'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { S3Settings } from '../../src/storage/s3-settings.ts'

/**
 * The server seals its page marks with DES, which OpenSSL 3 has no more. Triple DES with the same key
 * three times is the same cipher.
 */
function bringBackDes(): void {
  const crypto: { -readonly [Name in keyof typeof Crypto]: (typeof Crypto)[Name] } = createRequire(
    import.meta.url,
  )('node:crypto')
  const { createCipheriv, createDecipheriv } = crypto
  const tripled = (key: unknown) => Buffer.concat([key, key, key] as Buffer[])
  const instead = (create: typeof createCipheriv | typeof createDecipheriv) =>
    ((name: string, key: Crypto.CipherKey, iv: Crypto.BinaryLike, options?: object) =>
      name === 'des'
        ? create('des-ede3-cbc', tripled(key), iv)
        : create(name, key, iv, options)) as typeof create
  crypto.createCipheriv = instead(createCipheriv) as typeof createCipheriv
  crypto.createDecipheriv = instead(createDecipheriv) as typeof createDecipheriv
}
bringBackDes()

/** Something that speaks S3 on loopback, with an empty bucket. */
export interface S3Server {
  readonly settings: S3Settings & { readonly endpoint: string }
  /** The settings as the environment gives them. */
  readonly environment: Readonly<Record<string, string>>
  close(): Promise<void>
}

export async function startS3Server(name: string): Promise<S3Server> {
  const directory = join(tmpdir(), `rheos-s3-${name}`)
  await rm(directory, { recursive: true, force: true })
  const bucket = 'media'
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await server.run()
  const settings = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    region: 'us-east-1',
    // The pair that it knows.
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    forcePathStyle: true,
  }
  return {
    settings,
    environment: {
      S3_ENDPOINT: settings.endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: settings.accessKeyId,
      S3_SECRET_ACCESS_KEY: settings.secretAccessKey,
    },
    close: async () => {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
