import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'

/** A provider of images on loopback that has its answer ready. */
export interface PreparedProvider {
  readonly baseUrl: string
  readonly pictureBytes: number
  /** How long it took over its last call, in milliseconds. */
  lastMs(): number
  close(): Promise<void>
}

/** Speaks OpenAI's protocol and answers every call with the same picture of 1024 × 1024 pixels. */
export async function startPreparedProvider(): Promise<PreparedProvider> {
  const picture = await photograph()
  const answer = JSON.stringify({ created: 1, data: [{ b64_json: picture.toString('base64') }] })
  let lastMs = 0
  const server = createServer((request, response) => {
    const began = performance.now()
    request.resume()
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(answer)
      lastMs = performance.now() - began
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    pictureBytes: picture.byteLength,
    lastMs: () => lastMs,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** As heavy as a drawn photograph is in PNG: soft runs of colour under a fine grain. */
async function photograph(): Promise<Buffer> {
  const side = 1024
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><defs><linearGradient id="a" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f4a261"/><stop offset="1" stop-color="#264653"/></linearGradient></defs><rect width="${side}" height="${side}" fill="url(#a)"/><circle cx="512" cy="560" r="260" fill="#e76f51"/></svg>`
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 4 }
  const grain = await sharp({
    create: { width: side, height: side, channels: 3, background: '#808080', noise },
  })
    .png()
    .toBuffer()
  return sharp(Buffer.from(svg))
    .removeAlpha()
    .composite([{ input: grain, blend: 'soft-light' }])
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer()
}
