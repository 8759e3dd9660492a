export type VideoMediaType = 'video/mp4' | 'video/quicktime' | 'video/webm'

/** So much of a file tells what it is. */
export const openingBytes = 32

/** Brands of the same boxes that are pictures. */
const pictureBrands: ReadonlySet<string> = new Set([
  'avif',
  'avis',
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'hevx',
  'mif1',
  'msf1',
])

/** QuickTime of old has no box that says what it is. */
const oldOpenings: ReadonlySet<string> = new Set(['moov', 'mdat', 'wide', 'free', 'skip'])

/** Which kind of video the bytes are by their first ones, whatever they are called. */
export function videoFormat(opening: Uint8Array): VideoMediaType | undefined {
  if (startsWith(opening, [0x1a, 0x45, 0xdf, 0xa3])) return 'video/webm'
  const type = ascii(opening, 4, 8)
  if (oldOpenings.has(type)) return 'video/quicktime'
  if (type !== 'ftyp') return undefined
  const brand = ascii(opening, 8, 12)
  if (pictureBrands.has(brand)) return undefined
  return brand === 'qt  ' ? 'video/quicktime' : 'video/mp4'
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
