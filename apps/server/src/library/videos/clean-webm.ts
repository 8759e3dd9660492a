import type { ByteSource } from './byte-source.ts'
import type { Edit } from './edits.ts'
import { damagedVideo, protectedVideo, twofoldVideo, VideoRefused } from './video-refused.ts'

/** An element of a WebM file, by where it lies in its bytes. */
interface Element {
  readonly id: number
  readonly start: number
  /** Where what is in it begins. */
  readonly inside: number
  /** Undefined: it goes on until something follows that cannot be in it. */
  readonly end: number | undefined
}

const ids = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  trackEntry: 0xae,
  contentEncodings: 0x6d80,
  contentEncoding: 0x6240,
  contentEncryption: 0x5035,
  /** Place, device and title are here, and whole files. */
  tags: 0x1254c367,
  attachments: 0x1941a469,
  void: 0xec,
} as const

/** What may stand in a segment, or in a part of it whose length is not told. */
const known: ReadonlySet<number> = new Set([
  0x114d9b74,
  0x1549a966,
  0x1c53bb6b,
  0x1043a770,
  0xbf,
  0xe7,
  0xa3,
  0xa0,
  0xa7,
  0xab,
  0x5854,
  0xaf,
  ids.tracks,
  ids.cluster,
  ids.tags,
  ids.attachments,
  ids.void,
])
const blanked: ReadonlySet<number> = new Set([ids.tags, ids.attachments, ids.void])

const openingMax = 1024
const tracksMax = 4 * 1024 * 1024
const elementsMax = 5_000_000

/** The same for WebM as `cleanMp4` does for its kind. */
export async function cleanWebm(file: ByteSource): Promise<readonly Edit[]> {
  const opening = await elementAt(file, 0, file.bytes)
  if (opening.id !== ids.ebml || opening.end === undefined || opening.end > openingMax)
    throw twofoldVideo()
  await assertWebm(file, opening)
  const segment = await elementAt(file, opening.end, file.bytes)
  if (segment.id !== ids.segment) throw damagedVideo()
  if ((segment.end ?? file.bytes) !== file.bytes) throw twofoldVideo()
  const edits: Edit[] = []
  let count = 0
  for (let at = segment.inside; at < file.bytes; count += 1) {
    const element = await elementAt(file, at, file.bytes)
    if (!known.has(element.id) || count > elementsMax) throw damagedVideo()
    if (element.end === undefined && element.id !== ids.cluster) throw damagedVideo()
    if (element.id === ids.tracks) await assertOpen(file, element)
    if (blanked.has(element.id)) edits.push(...blank(element))
    at = element.end ?? element.inside
  }
  return edits
}

async function assertWebm(file: ByteSource, opening: Element): Promise<void> {
  const docType = (await elementsIn(file, opening)).find(({ id }) => id === ids.docType)
  const name = docType && (await file.read(docType.inside, docType.end ?? docType.inside))
  if (String.fromCharCode(...(name ?? [])).replace(/\0+$/, '') === 'webm') return
  throw new VideoRefused(
    'This is a Matroska video, which networks do not take. Save it as MP4 and upload that.',
  )
}

async function assertOpen(file: ByteSource, tracks: Element): Promise<void> {
  if ((tracks.end ?? 0) - tracks.inside > tracksMax) throw damagedVideo()
  for (const track of await elementsIn(file, tracks, ids.trackEntry))
    for (const encodings of await elementsIn(file, track, ids.contentEncodings))
      for (const encoding of await elementsIn(file, encodings, ids.contentEncoding))
        if ((await elementsIn(file, encoding, ids.contentEncryption)).length > 0)
          throw protectedVideo()
}

async function elementsIn(file: ByteSource, outer: Element, id?: number): Promise<Element[]> {
  const found: Element[] = []
  const end = outer.end ?? outer.inside
  for (let at = outer.inside; at < end; ) {
    const element = await elementAt(file, at, end)
    if (element.end === undefined) throw damagedVideo()
    if (id === undefined || element.id === id) found.push(element)
    at = element.end
  }
  return found
}

/** Throws when it does not lie within `end`. */
async function elementAt(file: ByteSource, start: number, end: number): Promise<Element> {
  const header = await file.read(start, Math.min(start + 12, end))
  const idLength = lengthOf(header[0], 4)
  const id = numberIn(header.subarray(0, idLength))
  const sizeLength = lengthOf(header[idLength], 8)
  const inside = start + idLength + sizeLength
  if (inside > end) throw damagedVideo()
  const sizeBytes = header.slice(idLength, idLength + sizeLength)
  sizeBytes[0] = (sizeBytes[0] ?? 0) & (0xff >> sizeLength)
  const isUnknown = sizeBytes.every((byte, at) => byte === (at === 0 ? 0xff >> sizeLength : 0xff))
  if (isUnknown) return { id, start, inside, end: undefined }
  const after = inside + numberIn(sizeBytes)
  if (after > end) throw damagedVideo()
  return { id, start, inside, end: after }
}

/** Of a number of variable length: the zeros before its first bit say how long it is. */
function lengthOf(first: number | undefined, max: number): number {
  const length = first === undefined ? 0 : Math.clz32(first) - 23
  if (length < 1 || length > max) throw damagedVideo()
  return length
}

function numberIn(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0)
}

/** An element of the same length that says nothing. */
function blank({ start, inside, end = inside }: Element): Edit[] {
  const length = end - start
  if (length < 9) return [{ at: start, length, head: Uint8Array.of(ids.void, 0x80 | (length - 2)) }]
  const head = new Uint8Array(9)
  const view = new DataView(head.buffer)
  view.setBigUint64(1, BigInt(length - 9))
  head[0] = ids.void
  head[1] = 0x01
  return [{ at: start, length, head }]
}
