import type { Context } from 'hono'
import type { LinkedinState } from './linkedin-stand-in.ts'
import type { StandInApp } from './stand-in.ts'

interface Uploading {
  readonly url: () => string
  readonly forbids: (c: Context, state: LinkedinState, scope: string) => Response | undefined
}

/** Small enough that a test has several. */
const partBytes = 256

/** Pictures at once, videos in parts that are named when they are put together. */
export function playLinkedinUploads(
  app: StandInApp,
  state: LinkedinState,
  { url, forbids }: Uploading,
): void {
  app.post('/rest/images', (c) => {
    const forbidden = forbids(c, state, 'w_organization_social')
    if (forbidden) return forbidden
    const number = state.newId()
    const image = `urn:li:image:${number}`
    state.uploads.set(image, '')
    const uploadUrl = `${url()}/dms-uploads/${number}/uploaded-image/0`
    return c.json({ value: { uploadUrlExpiresAt: state.clock() + 86_400_000, uploadUrl, image } })
  })
  app.put('/dms-uploads/:number/uploaded-image/0', async (c) => {
    const image = `urn:li:image:${c.req.param('number')}`
    if (!state.uploads.has(image)) return c.body(null, 404)
    if ((await c.req.arrayBuffer()).byteLength === 0) return c.body(null, 400)
    state.uploads.set(image, c.req.header('content-type') ?? '')
    return c.body(null, 201)
  })
  playVideos(app, state, { url, forbids })
}

function playVideos(app: StandInApp, state: LinkedinState, { url, forbids }: Uploading): void {
  const parts = new Map<string, string[]>()
  app.post('/rest/videos', async (c) => {
    const forbidden = forbids(c, state, 'w_organization_social')
    if (forbidden) return forbidden
    const asked = (await c.req.json()) as {
      readonly initializeUploadRequest?: { readonly fileSizeBytes: number }
      readonly finalizeUploadRequest?: {
        readonly video: string
        readonly uploadedPartIds: readonly string[]
      }
    }
    const { initializeUploadRequest: begin, finalizeUploadRequest: end } = asked
    if (end !== undefined) {
      const isWhole = end.uploadedPartIds.join() === parts.get(end.video)?.join()
      if (!isWhole) return c.json({ status: 400, message: 'uploadedPartIds do not match' }, 400)
      state.uploads.set(end.video, 'video/mp4')
      return c.body(null, 200)
    }
    const number = state.newId()
    const video = `urn:li:video:${number}`
    const size = begin?.fileSizeBytes ?? 0
    parts.set(video, [])
    state.uploads.set(video, '')
    const uploadInstructions = Array.from({ length: Math.ceil(size / partBytes) }, (_, index) => ({
      uploadUrl: `${url()}/dms-uploads/${number}/uploaded-video/${index}`,
      firstByte: index * partBytes,
      lastByte: Math.min(size, (index + 1) * partBytes) - 1,
    }))
    return c.json({ value: { video, uploadInstructions, uploadToken: '' } })
  })
  app.put('/dms-uploads/:number/uploaded-video/:part', async (c) => {
    const { byteLength } = await c.req.arrayBuffer()
    const etag = `${c.req.param('part')}-${byteLength}`
    parts.get(`urn:li:video:${c.req.param('number')}`)?.push(etag)
    return c.body(null, 200, { etag })
  })
  app.get('/rest/videos/:urn', (c) => {
    const video = c.req.param('urn')
    return c.json({ id: video, status: state.uploads.get(video) ? 'AVAILABLE' : 'WAITING_UPLOAD' })
  })
}
