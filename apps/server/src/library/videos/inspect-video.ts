import {
  CustomSource,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  Logging,
  LogLevel,
  MP4,
  QTFF,
  WEBM,
} from 'mediabunny'
import { type ByteSource, windowed } from './byte-source.ts'
import { cleanMp4 } from './clean-mp4.ts'
import { cleanWebm } from './clean-webm.ts'
import { type Edit, edited } from './edits.ts'
import type { VideoMediaType } from './video-format.ts'
import { damagedVideo, twofoldVideo, VideoRefused } from './video-refused.ts'

// What it finds in a file is told to whoever brought the file, not to the console.
Logging.level = LogLevel.Silent

/** What is known of a video without decoding it. */
export interface VideoFacts {
  /** As it is seen, upright. */
  readonly width: number
  readonly height: number
  readonly durationMs: number
  /** `avc`, `hevc`, `vp9`. */
  readonly codec: string
  readonly hasAudio: boolean
}

export type VideoInspection =
  | { readonly ok: true; readonly facts: VideoFacts; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly detail: string }

/** What browsers and networks play. */
const playedCodecs: ReadonlySet<string> = new Set(['avc', 'hevc', 'vp8', 'vp9', 'av1'])
/** Longer is taken nowhere. */
const secondsMax = 12 * 3600
const sideMax = 8192

/**
 * What a video is, by its bytes: read in parts, never decoded. `edits` blank what it tells beside what
 * is seen and heard; the facts are those of the file after them. A hostile file can keep it busy for
 * ever: see `inspect-apart.ts`.
 */
export async function inspectVideo(
  file: ByteSource,
  mediaType: VideoMediaType,
): Promise<VideoInspection> {
  try {
    const walked = windowed(file)
    await assertNoArchive(walked)
    const edits = await (mediaType === 'video/webm' ? cleanWebm(walked) : cleanMp4(walked))
    const facts = await probed(edited(file, edits))
    return { ok: true, facts, edits }
  } catch (error) {
    if (error instanceof VideoRefused) return { ok: false, detail: error.message }
    throw error
  }
}

/** An archive is read from its end, whatever it begins with. */
async function assertNoArchive(file: ByteSource): Promise<void> {
  const from = Math.max(0, file.bytes - 65_557)
  const tail = Buffer.from(await file.read(from, file.bytes))
  const mark = Buffer.from('PK\x05\x06', 'latin1')
  for (let at = tail.indexOf(mark); at !== -1; at = tail.indexOf(mark, at + 1)) {
    if (at + 22 > tail.byteLength) return
    if (at + 22 + tail.readUInt16LE(at + 20) === tail.byteLength) throw twofoldVideo()
  }
}

async function probed(file: ByteSource): Promise<VideoFacts> {
  const source = new CustomSource({
    getSize: () => file.bytes,
    read: (start, end) => file.read(start, end),
    prefetchProfile: 'fileSystem',
    // What it was read for throws too.
    handleUnhandledError: () => undefined,
  })
  const input = new Input({ source, formats: [MP4, QTFF, WEBM] })
  try {
    return await factsOf(input, file.bytes)
  } catch (error) {
    // Whatever its reader cannot make sense of is not the server's failure.
    throw error instanceof VideoRefused ? error : damagedVideo()
  } finally {
    input.dispose()
  }
}

async function factsOf(input: Input, bytes: number): Promise<VideoFacts> {
  const video = await input.getPrimaryVideoTrack()
  if (video === null)
    throw new VideoRefused(
      'There is no picture in this file, only sound or nothing. Upload a video.',
    )
  const codec = await video.getCodec()
  if (codec === null || !playedCodecs.has(codec))
    throw new VideoRefused(
      'This video is coded in a way that browsers and networks do not play. Export it as MP4 with H.264 and upload that.',
    )
  await assertWhole(video, bytes)
  const [width, height, seconds, audio] = await Promise.all([
    video.getDisplayWidth(),
    video.getDisplayHeight(),
    input.computeDuration(),
    input.getPrimaryAudioTrack(),
  ])
  if (!isSide(width) || !isSide(height)) throw damagedVideo()
  return {
    width: Math.round(width),
    height: Math.round(height),
    durationMs: durationIn(seconds),
    codec,
    hasAudio: audio !== null,
  }
}

/** The first and the last picture are there. */
async function assertWhole(video: InputVideoTrack, bytes: number): Promise<void> {
  const packets = new EncodedPacketSink(video)
  const first = await packets.getFirstPacket()
  if (first === null || first.data.byteLength === 0)
    throw new VideoRefused('There is nothing to be seen in this video. Upload another one.')
  const last = await packets.getPacket(Number.POSITIVE_INFINITY)
  if (last === null || last.data.byteLength === 0 || last.data.byteLength > bytes)
    throw damagedVideo()
}

function durationIn(seconds: number): number {
  if (!Number.isFinite(seconds) || seconds > secondsMax)
    throw new VideoRefused(
      `This video has no end that makes sense. It can last ${secondsMax / 3600} hours: export it again and upload the new file.`,
    )
  const durationMs = Math.round(seconds * 1000)
  if (durationMs < 1)
    throw new VideoRefused('There is nothing to be seen in this video. Upload another one.')
  return durationMs
}

function isSide(pixels: number): boolean {
  return pixels >= 1 && pixels <= sideMax
}
