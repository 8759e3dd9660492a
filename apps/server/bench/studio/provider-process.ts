import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import type { FromProvider } from './prepared-provider.ts'

/** The provider itself, until whoever started it lets go of it. */
const picture = await photograph()
const answer = Buffer.from(
  JSON.stringify({ created: 1, data: [{ b64_json: picture.toString('base64') }] }),
)
const server = createServer((request, response) => {
  const began = performance.now()
  request.resume()
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' })
    // Told before the answer, so that whoever has the answer knows it.
    tell({ type: 'answered', ms: performance.now() - began })
    response.end(answer)
  })
})
process.once('disconnect', () => process.exit())
await once(server.listen(0, '127.0.0.1'), 'listening')
const { port } = server.address() as AddressInfo
tell({ type: 'ready', port, pictureBytes: picture.byteLength })

function tell(what: FromProvider): void {
  process.send?.(what)
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
