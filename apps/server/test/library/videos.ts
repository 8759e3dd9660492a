import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A round loaf that rolls from left to right, 320 × 180, ten pictures a second: drawn on a canvas and
 * encoded by a browser. `upright` is the same turned by a quarter, `pieces` is fragmented, `live` lasts
 * two seconds and does not say so.
 */
export type VideoName =
  | 'bread.mp4'
  | 'upright.mp4'
  | 'pieces.mp4'
  | 'bread.mov'
  | 'bread.webm'
  | 'live.webm'

export function video(name: VideoName): Buffer {
  return readFileSync(join(import.meta.dirname, '../fixtures/videos', name))
}

/** A box of an MP4 file. */
export function box(type: string, ...inside: readonly (Uint8Array | string)[]): Buffer {
  const content = Buffer.concat(inside.map((each) => Buffer.from(each as string, 'latin1')))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.byteLength)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

const place = '+51.5074-000.1278/'
export const placeIn = (bytes: Uint8Array) => Buffer.from(bytes).includes(place)
export const wayIn = (bytes: Uint8Array) => Buffer.from(bytes).includes('the way from home')

/** The video as a camera makes it that knows where it is: told once, and measured all the way. */
export function travelled(): Buffer {
  const mov = video('bread.mov')
  const told = box('udta', box('\xa9xyz', Buffer.from([0, place.length, 0x15, 0xc7]), place))
  const way = 'the way from home'
  // Behind what is told, in a box of its own.
  const track = (at: number) =>
    box(
      'trak',
      box(
        'mdia',
        box('hdlr', Buffer.alloc(8), 'meta', Buffer.alloc(13)),
        box(
          'minf',
          box(
            'stbl',
            box('stsd', Buffer.alloc(4), numbers(1), box('gpmd', Buffer.alloc(8))),
            box('stsz', Buffer.alloc(4), numbers(0, 1, way.length)),
            box('stsc', Buffer.alloc(4), numbers(1, 1, 1, 1)),
            box('stco', Buffer.alloc(4), numbers(1, at)),
          ),
        ),
      ),
    )
  const added = told.byteLength + track(0).byteLength
  const whole = intoMovie(mov, Buffer.concat([told, track(mov.byteLength + added + 8)]))
  return Buffer.concat([whole, box('mdat', way)])
}

/** With more at the end of its `moov`, which is the last box of the file. */
export function intoMovie(file: Buffer, more: Buffer): Buffer {
  const at = file.lastIndexOf('moov') - 4
  const head = Buffer.from(file)
  head.writeUInt32BE(file.readUInt32BE(at) + more.byteLength, at)
  return Buffer.concat([head, more])
}

export function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value, index * 4)
  })
  return bytes
}

/** The file with these bytes instead of others of the same length, wherever they are. */
export function replaced(file: Buffer, from: string, to: string): Buffer {
  return Buffer.from(file.toString('latin1').replaceAll(from, to), 'latin1')
}
