import sharp from 'sharp'
import type { Pixels } from './adjust.ts'

/** How much of each pixel is subject, 0 to 255; of the same size as the picture. */
export type Mask = Buffer

const workSideMax = 1024
/** Differences of colour, as distances of red, green and blue together. */
const stepMax = 16
const awayMax = 72
/** Of the border, how much must belong to one plain ground. */
const borderShareMin = 0.8
const groundShareMin = 0.06
const groundShareMax = 0.97

/**
 * Tells a subject from a plain ground: by the transparency a picture has, or by what spreads from
 * its border without a step. Nothing where the border shows more than a plain ground.
 */
export async function separate(picture: Pixels): Promise<Mask | undefined> {
  const { width, height } = picture.raw
  const small = await worked(picture)
  const ground = clearGround(small) ?? plainGround(small)
  if (ground === undefined) return undefined
  const subject = Buffer.from(ground.map((isGround) => (isGround ? 0 : 255)))
  return (
    sharp(subject, {
      raw: { width: small.raw.width, height: small.raw.height, channels: 1 },
    })
      .resize(width, height, { fit: 'fill', kernel: 'cubic' })
      .blur(Math.max(0.6, Math.max(width, height) / 1400))
      // The soft edge lies on the subject's side, so that nothing of the old ground shines through.
      .linear(1.6, -110)
      .extractChannel(0)
      .raw()
      .toBuffer()
  )
}

async function worked({ data, raw }: Pixels): Promise<Pixels> {
  const shrunk = await sharp(data, { raw })
    .resize(workSideMax, workSideMax, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = shrunk.info
  return { data: shrunk.data, raw: { width, height, channels: 4 } }
}

/** A picture that was cut out already. */
function clearGround({ data, raw }: Pixels): Uint8Array | undefined {
  const ground = new Uint8Array(raw.width * raw.height)
  let clear = 0
  for (let at = 0; at < ground.length; at += 1) {
    if ((data[at * 4 + 3] ?? 255) >= 128) continue
    ground[at] = 1
    clear += 1
  }
  const share = clear / ground.length
  return share >= groundShareMin && share <= groundShareMax ? ground : undefined
}

function plainGround(picture: Pixels): Uint8Array | undefined {
  const { width, height } = picture.raw
  const border = borderOf(width, height)
  const middle = medianColor(picture.data, border)
  const ground = spread(picture, border, middle)
  const onBorder = border.filter((at) => ground[at] === 1).length / border.length
  const share = ground.reduce((sum, isGround) => sum + isGround, 0) / ground.length
  const isPlain = onBorder >= borderShareMin && share >= groundShareMin && share <= groundShareMax
  return isPlain ? ground : undefined
}

function borderOf(width: number, height: number): readonly number[] {
  const border: number[] = []
  for (let x = 0; x < width; x += 1) border.push(x, (height - 1) * width + x)
  for (let y = 1; y < height - 1; y += 1) border.push(y * width, y * width + width - 1)
  return border
}

type Rgb = readonly [number, number, number]

function medianColor(data: Buffer, places: readonly number[]): Rgb {
  const median = (channel: number) => {
    const values = places.map((at) => data[at * 4 + channel] ?? 0).sort((a, b) => a - b)
    return values[values.length >> 1] ?? 0
  }
  return [median(0), median(1), median(2)]
}

/** From the border inwards, as far as the colour changes without a step and stays near the middle one. */
function spread(
  { data, raw: { width, height } }: Pixels,
  border: readonly number[],
  middle: Rgb,
): Uint8Array {
  const ground = new Uint8Array(width * height)
  const queue = new Int32Array(width * height)
  let end = 0
  const away = (at: number) => distance(data, at * 4, ...middle)
  for (const at of border) {
    if (ground[at] === 1 || away(at) > awayMax * 0.6) continue
    ground[at] = 1
    queue[end++] = at
  }
  for (let next = 0; next < end; next += 1) {
    const at = queue[next] ?? 0
    const x = at % width
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3)
    const around = [
      x > 0 ? at - 1 : -1,
      x < width - 1 ? at + 1 : -1,
      at - width,
      at + width < width * height ? at + width : -1,
    ]
    for (const to of around) {
      if (to < 0 || ground[to] === 1) continue
      if (distance(data, to * 4, red, green, blue) > stepMax || away(to) > awayMax) continue
      ground[to] = 1
      queue[end++] = to
    }
  }
  return ground
}

function distance(data: Buffer, at: number, red: number, green: number, blue: number): number {
  return Math.hypot((data[at] ?? 0) - red, (data[at + 1] ?? 0) - green, (data[at + 2] ?? 0) - blue)
}
