import type { Storage } from '../../storage/storage.ts'
import type { ByteSource } from '../videos/byte-source.ts'

/** What came of an upload, where it lies until it is whole. */
export interface Parts {
  readonly workspaceId: string
  readonly id: string
  /** Their names, in order; see {@link partName}. */
  readonly parts: readonly string[]
}

/** Where the parts of an upload lie. */
export function partsFolder(upload: { readonly workspaceId: string; readonly id: string }): string {
  return `${upload.workspaceId}/uploads/${upload.id}`
}

/** The name of a part tells its length, so that a place in the file is found without asking for each. */
export function partName(id: string, bytes: number): string {
  return `${id}.${bytes}`
}

interface Part {
  readonly from: number
  readonly to: number
  read(first: number, last: number): Promise<Uint8Array>
}

/** The whole file: what lies in the storage, and the last piece, which is still in memory. */
export async function wholeOf(
  storage: Storage,
  upload: Parts,
  last: Uint8Array,
): Promise<ByteSource> {
  const parts: Part[] = []
  let at = 0
  for (const name of upload.parts) {
    const key = `${partsFolder(upload)}/${name}`
    const bytes = lengthIn(name) ?? (await storage.size(key)) ?? missing()
    parts.push({ from: at, to: at + bytes, read: (from, to) => readPart(storage, key, from, to) })
    at += bytes
  }
  const whole = at + last.byteLength
  parts.push({ from: at, to: whole, read: async (first, end) => last.subarray(first, end + 1) })
  return { bytes: whole, read: (from, to) => readAcross(parts, from, Math.min(to, whole)) }
}

async function readAcross(parts: readonly Part[], from: number, to: number): Promise<Uint8Array> {
  const read = new Uint8Array(Math.max(0, to - from))
  for (const part of parts) {
    const first = Math.max(from, part.from)
    const end = Math.min(to, part.to)
    if (first >= end) continue
    read.set(await part.read(first - part.from, end - part.from - 1), first - from)
  }
  return read
}

async function readPart(
  storage: Storage,
  key: string,
  first: number,
  last: number,
): Promise<Uint8Array> {
  const part = (await storage.open(key, { first, last })) ?? missing()
  const bytes = new Uint8Array(await new Response(part.stream).arrayBuffer())
  return bytes.byteLength === last - first + 1 ? bytes : missing()
}

function lengthIn(name: string): number | undefined {
  const length = name.split('.').at(1)
  return length === undefined ? undefined : Number(length)
}

function missing(): never {
  throw new Error('A part of an upload is missing from the storage.')
}
