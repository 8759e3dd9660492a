import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib'
import { FetchRefusedError } from './fetch-refused-error.ts'

const ungzip = promisify(gunzip)
const unbrotli = promisify(brotliDecompress)
const unzlib = promisify(inflate)
const undeflate = promisify(inflateRaw)

export interface BodyBounds {
  /** Bytes taken from the network at most. */
  readonly maxBytes: number
  /** Bytes after decompression at most; a small body may unpack to gigabytes. */
  readonly maxDecodedBytes: number
}

/** A server may stack encodings; more than two in a row is nobody's honest configuration. */
const maxEncodings = 2

/** Reads and unpacks a body, and stops the moment it passes a bound. */
export async function readBoundedBody(
  body: Readable,
  contentEncoding: string,
  bounds: BodyBounds,
): Promise<Uint8Array> {
  const encodings = listEncodings(contentEncoding)
  let bytes = await collect(body, encodings.length === 0 ? smaller(bounds) : bounds.maxBytes)
  for (const encoding of encodings.reverse()) {
    if (bytes.length > 0) bytes = await decode(bytes, encoding, bounds.maxDecodedBytes)
  }
  return bytes
}

function smaller({ maxBytes, maxDecodedBytes }: BodyBounds): number {
  return Math.min(maxBytes, maxDecodedBytes)
}

async function collect(body: Readable, max: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let total = 0
  // Leaving the loop by an error destroys the body, and with it the connection.
  for await (const chunk of body) {
    total += chunk.length
    if (total > max) throw tooLarge(max)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function decode(bytes: Buffer, encoding: string, max: number): Promise<Buffer> {
  // Many servers cut the trailer off and browsers show such pages, so a flush at the end is enough.
  const bounds = { maxOutputLength: max, finishFlush: constants.Z_SYNC_FLUSH }
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return await ungzip(bytes, bounds)
    if (encoding === 'br') return await unbrotli(bytes, { maxOutputLength: max })
    if (encoding === 'deflate') return await inflateEither(bytes, bounds)
  } catch (error) {
    throw isOverflow(error) ? tooLarge(max) : unreadable(error)
  }
  throw unreadable()
}

/** “deflate” is sent both with and without the zlib wrapper. */
function inflateEither(bytes: Buffer, bounds: Parameters<typeof unzlib>[1]): Promise<Buffer> {
  const wrapped = ((bytes[0] ?? 0) & 0x0f) === 8
  return wrapped ? unzlib(bytes, bounds) : undeflate(bytes, bounds)
}

function listEncodings(header: string): string[] {
  const encodings = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (encodings.length > maxEncodings) throw unreadable()
  return encodings
}

function isOverflow(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

function unreadable(cause?: unknown): FetchRefusedError {
  return new FetchRefusedError(
    'site_unreachable',
    'The site sends its pages packed in a way that cannot be read.',
    { cause },
  )
}

function tooLarge(max: number): FetchRefusedError {
  const megabytes = Math.max(1, Math.round(max / 1_000_000))
  return new FetchRefusedError(
    'page_too_large',
    `The page is larger than the ${megabytes} MB that are read; give the address of a lighter page.`,
  )
}
