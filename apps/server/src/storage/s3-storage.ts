import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { S3Settings } from './s3-settings.ts'
import type { ByteRange, OpenFile, Storage, StoredFile } from './storage.ts'
import { StorageUnreachableError } from './storage-unreachable-error.ts'

/** As many as S3 deletes in one request. */
const deletedAtOnce = 1000
const attemptsMax = 4
const connectTimeoutMs = 5000
const requestTimeoutMs = 60_000

/** Media in a bucket. */
export class S3Storage implements Storage {
  readonly #client: S3Client
  readonly #settings: S3Settings

  constructor(settings: S3Settings) {
    const { endpoint, region, accessKeyId, secretAccessKey, forcePathStyle } = settings
    this.#settings = settings
    this.#client = new S3Client({
      region,
      forcePathStyle,
      credentials: { accessKeyId, secretAccessKey },
      maxAttempts: attemptsMax,
      requestHandler: { connectionTimeout: connectTimeoutMs, requestTimeout: requestTimeoutMs },
      // Others than Amazon often do not know its newer checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint !== undefined && { endpoint }),
    })
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#put(key, bytes, bytes.byteLength)
  }

  async write(key: string, pieces: AsyncIterable<Uint8Array>, bytes: number): Promise<void> {
    const body = Readable.from(pieces, { objectMode: false })
    // A bucket waits for what was announced: what breaks off is ended from here.
    const ending = new AbortController()
    let broken: Error | undefined
    body.once('error', (error) => {
      broken = error
      ending.abort()
    })
    try {
      await this.#put(key, body, bytes, ending.signal)
    } catch (error) {
      throw broken ?? error
    }
  }

  async #put(
    key: string,
    body: Uint8Array | Readable,
    bytes: number,
    abortSignal?: AbortSignal,
  ): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        ...this.#object(key),
        Body: body,
        ContentLength: bytes,
        ContentType: 'application/octet-stream',
      }),
      { ...(abortSignal && { abortSignal }) },
    )
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const found = await this.#find(key)
    return found?.transformToByteArray()
  }

  async open(key: string, range?: ByteRange): Promise<OpenFile | undefined> {
    const found = await this.#find(key, range)
    return found && { bytes: found.length, stream: found.transformToWebStream() }
  }

  async size(key: string): Promise<number | undefined> {
    try {
      const { ContentLength } = await this.#client.send(new HeadObjectCommand(this.#object(key)))
      return ContentLength
    } catch (error) {
      if (statusOf(error) === 404) return undefined
      throw error
    }
  }

  async delete(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#object(key)))
  }

  async deleteAll(folder: string): Promise<void> {
    for await (const { Contents = [] } of this.#pages({ Prefix: `${checked(folder)}/` })) {
      const keys = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]))
      for (let from = 0; from < keys.length; from += deletedAtOnce) {
        await this.#deleteMany(keys.slice(from, from + deletedAtOnce))
      }
    }
  }

  async folders(): Promise<readonly string[]> {
    const names: string[] = []
    for await (const { CommonPrefixes = [] } of this.#pages({ Delimiter: '/' })) {
      for (const { Prefix } of CommonPrefixes) if (Prefix) names.push(Prefix.slice(0, -1))
    }
    return names
  }

  async files(folder: string): Promise<readonly StoredFile[]> {
    const files: StoredFile[] = []
    for await (const { Contents = [] } of this.#pages({ Prefix: `${checked(folder)}/` })) {
      for (const { Key, LastModified } of Contents) {
        if (Key && LastModified) files.push({ key: Key, writtenAt: LastModified.getTime() })
      }
    }
    return files
  }

  /** Throws a {@link StorageUnreachableError} that says why nothing could be kept. */
  async check(): Promise<void> {
    const { bucket, endpoint } = this.#settings
    try {
      await this.#client.send(new HeadBucketCommand({ Bucket: bucket }))
    } catch (error) {
      const where = endpoint ?? 'Amazon S3'
      throw new StorageUnreachableError(whyNot(error, bucket, where), { cause: error })
    }
  }

  async #find(key: string, range?: ByteRange) {
    const part = range && { Range: `bytes=${range.first}-${range.last}` }
    try {
      const { Body, ContentLength } = await this.#client.send(
        new GetObjectCommand({ ...this.#object(key), ...part }),
      )
      return Body && Object.assign(Body, { length: ContentLength ?? 0 })
    } catch (error) {
      if (error instanceof NoSuchKey || statusOf(error) === 404) return undefined
      throw error
    }
  }

  async #deleteMany(keys: readonly { readonly Key: string }[]): Promise<void> {
    const { Errors = [] } = await this.#client.send(
      new DeleteObjectsCommand({
        Bucket: this.#settings.bucket,
        Delete: { Objects: [...keys], Quiet: true },
      }),
    )
    const [first] = Errors
    if (first) throw new Error(`S3 did not delete ${Errors.length} files: ${first.Code ?? ''}`)
  }

  async *#pages(which: {
    readonly Prefix?: string
    readonly Delimiter?: string
  }): AsyncGenerator<ListObjectsV2CommandOutput> {
    let token: string | undefined
    do {
      const page: ListObjectsV2CommandOutput = await this.#client.send(
        new ListObjectsV2Command({
          Bucket: this.#settings.bucket,
          ...which,
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      )
      yield page
      token = page.IsTruncated ? page.NextContinuationToken : undefined
    } while (token !== undefined)
  }

  #object(key: string) {
    return { Bucket: this.#settings.bucket, Key: checked(key) }
  }
}

/** A key names the same thing here as it would on a disk. */
function checked(key: string): string {
  if (key.split('/').some((part) => part === '' || part === '.' || part === '..'))
    throw new Error('A media key points outside the folder.')
  return key
}

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
}

function whyNot(error: unknown, bucket: string, where: string): string {
  switch (statusOf(error)) {
    case 404:
      return `There is no bucket “${bucket}” at ${where}: make it, or set S3_BUCKET to another one.`
    case 400:
    case 401:
    case 403:
      return `The bucket “${bucket}” at ${where} does not let Rheos in: check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and S3_REGION.`
    default:
      return `The storage at ${where} could not be reached: check S3_ENDPOINT, and that it answers.`
  }
}
