import { randomUUID } from 'node:crypto'
import type { MediaFile } from '../network-adapter.ts'

/** An MP4 file with a header and `payloadBytes` of media, for networks that look at the container. */
export function mp4(payloadBytes = 2048): Uint8Array {
  const brand = Buffer.concat([Buffer.from('isom'), uint32(512), Buffer.from('isomiso2avc1mp41')])
  // One second, in thousandths; the rest as ISO 14496-12 has it for a film that is not turned.
  const header = Buffer.concat([
    ...[0, 0, 0, 1000, 1000, 0x00010000, 0x01000000, 0, 0].map(uint32),
    ...[0x00010000, 0, 0, 0, 0x00010000, 0, 0, 0, 0x40000000].map(uint32),
    ...[0, 0, 0, 0, 0, 0, 2].map(uint32),
  ])
  return Buffer.concat([
    box('ftyp', brand),
    box('moov', box('mvhd', header)),
    box('mdat', Buffer.alloc(payloadBytes, 7)),
  ])
}

export function aVideo(bytes: Uint8Array = mp4(), mediaType = 'video/mp4'): MediaFile {
  return {
    assetId: randomUUID(),
    alt: '',
    mediaType,
    width: 1080,
    height: 1920,
    bytes: bytes.byteLength,
    read: () => Promise.resolve(bytes),
    publicUrl: () => Promise.resolve('https://studio.example/media/video.mp4'),
  }
}

function box(type: string, content: Uint8Array): Buffer {
  return Buffer.concat([uint32(content.byteLength + 8), Buffer.from(type), content])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
