import { type Box, boxAt, boxesIn, boxIn } from './boxes.ts'
import type { ByteSource } from './byte-source.ts'
import type { Edit } from './edits.ts'
import { sampleRanges } from './sample-ranges.ts'
import { damagedVideo, protectedVideo, twofoldVideo } from './video-refused.ts'

/** What a player reads; everything else beside it is blanked. */
const played: ReadonlySet<string> = new Set([
  'ftyp',
  'moov',
  'mdat',
  'moof',
  'sidx',
  'styp',
  'mfra',
])
/** What people wrote about the video, and what the camera did: title, place, device. */
const told: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'XMP_'])
/** What is looked into, by what it lies in. */
const nested: Readonly<Record<string, readonly string[]>> = {
  moov: ['trak', 'mvex'],
  trak: ['mdia'],
  mdia: ['minf'],
  minf: ['stbl'],
}
/** Pictures, sound, words and time codes; others are what a camera measured, as its way. */
const keptTracks: ReadonlySet<string> = new Set([
  'vide',
  'soun',
  'text',
  'sbtl',
  'subt',
  'clcp',
  'tmcd',
])
const sealed: ReadonlySet<string> = new Set(['encv', 'enca', 'drmi', 'drms'])

const openingMax = 1024
/** Half a day of pictures is described in less. */
const moovMax = 32 * 1024 * 1024
const tracksMax = 32
const boxesMax = 200_000

/**
 * What has to be written over in an MP4 or QuickTime file so that it tells no place, device or other
 * thing than what is seen and heard. Throws where the file is cut, protected, or something else too.
 */
export async function cleanMp4(file: ByteSource): Promise<readonly Edit[]> {
  const edits: Edit[] = []
  let hasMovie = false
  for await (const box of outermost(file)) {
    if (box.type === 'ftyp') await assertOpening(file, box)
    if (box.type === 'moov') {
      hasMovie = true
      edits.push(...(await cleanMovie(file, box)))
    }
    if (!played.has(box.type)) edits.push(...blank(box))
  }
  if (!hasMovie) throw damagedVideo()
  return edits
}

async function* outermost(file: ByteSource): AsyncGenerator<Box> {
  let count = 0
  for (let at = 0; at < file.bytes; count += 1) {
    const header = await file.read(at, Math.min(at + 16, file.bytes))
    const box = boxAt(header, at, file.bytes)
    if (!/^[\x20-\x7e\xa9]{4}$/.test(box.type)) throw twofoldVideo()
    if (count > boxesMax) throw damagedVideo()
    yield box
    at = box.end
  }
}

/** The box that says what the file is says nothing else, so that no other program knows it as its own. */
async function assertOpening(file: ByteSource, { start, inside, end }: Box): Promise<void> {
  if (start !== 0 || end > openingMax || inside !== 8) throw twofoldVideo()
  const brands = await file.read(inside, end)
  for (let at = 0; at < brands.byteLength; at += 4) {
    const brand = String.fromCharCode(...brands.subarray(at, at + 4))
    // The second is the version, a number.
    if (at !== 4 && !/^(?:[\w .+-]{4}|\0{4})$/.test(brand)) throw twofoldVideo()
  }
}

async function cleanMovie(file: ByteSource, { start, inside, end }: Box): Promise<Edit[]> {
  if (end - start > moovMax) throw damagedVideo()
  const moov = await file.read(start, end)
  if (moov.byteLength < end - start) throw damagedVideo()
  const movie = { type: 'moov', start: 0, inside: inside - start, end: end - start }
  const tracks = boxesIn(moov, movie.inside, movie.end).filter(({ type }) => type === 'trak')
  if (tracks.length > tracksMax) throw damagedVideo()
  return cleanBoxes(moov, movie, start)
}

/** `offset`: where in the file `moov` begins. */
function cleanBoxes(moov: Uint8Array, outer: Box, offset: number): Edit[] {
  return boxesIn(moov, outer.inside, outer.end).flatMap((box): Edit[] => {
    if (told.has(box.type)) return blank(box, offset)
    if (box.type === 'pssh') throw protectedVideo()
    if (box.type === 'stsd') assertOpen(moov, box)
    if (isTrack(outer, box) && !isKept(moov, box))
      return [...blank(box, offset), ...samplesOf(moov, box)]
    return nested[outer.type]?.includes(box.type) === true ? cleanBoxes(moov, box, offset) : []
  })
}

function isTrack(outer: Box, { type }: Box): boolean {
  return outer.type === 'moov' && type === 'trak'
}

function assertOpen(moov: Uint8Array, { inside, end }: Box): void {
  if (boxesIn(moov, inside + 8, end).some(({ type }) => sealed.has(type))) throw protectedVideo()
}

function isKept(moov: Uint8Array, track: Box): boolean {
  const handler = boxIn(moov, track, ['mdia', 'hdlr'])
  if (handler === undefined) return false
  return keptTracks.has(
    String.fromCharCode(...moov.subarray(handler.inside + 8, handler.inside + 12)),
  )
}

function samplesOf(moov: Uint8Array, track: Box): readonly Edit[] {
  const table = boxIn(moov, track, ['mdia', 'minf', 'stbl'])
  return table === undefined ? [] : sampleRanges(moov, table)
}

/** A box of the same length that says nothing. */
function blank({ start, inside, end }: Box, offset = 0): Edit[] {
  return [
    { at: offset + start + 4, length: 4, head: new TextEncoder().encode('free') },
    { at: offset + inside, length: end - inside },
  ]
}
