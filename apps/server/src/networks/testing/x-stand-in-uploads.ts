import type { StandInApp } from './stand-in.ts'
import { type XState, xForbids, xProblem } from './x-stand-in-state.ts'

const dayOfUploads = { expires_after_secs: 86_400 }

/** One picture at once; animations and videos in parts, then worked on for a moment. */
export function playXUploads(app: StandInApp, state: XState): void {
  app.post('/2/media/upload', async (c) => {
    const forbidden = xForbids(c, state, 'media.write')
    if (forbidden) return forbidden
    const form = await c.req.parseBody()
    const { media, media_type, media_category } = form
    if (!(media instanceof File) || media_category !== 'tweet_image')
      return xProblem(c, 400, 'media is missing')
    if (media.size > 5_000_000) return xProblem(c, 400, 'File size exceeds 5242880 bytes of media')
    const id = state.newId()
    const mediaType = String(media_type)
    state.uploads.set(id, {
      mediaType,
      expected: media.size,
      bytes: media.size,
      alt: '',
      isUsable: true,
    })
    return c.json({ data: { id, media_key: `3_${id}`, size: media.size, ...dayOfUploads } })
  })
  app.post('/2/media/metadata', async (c) => {
    const forbidden = xForbids(c, state, 'media.write')
    if (forbidden) return forbidden
    const { id, metadata } = (await c.req.json()) as {
      readonly id: string
      readonly metadata: { readonly alt_text: { readonly text: string } }
    }
    const upload = state.uploads.get(id)
    if (upload === undefined) return xProblem(c, 400, 'The media ID is invalid.')
    if (metadata.alt_text.text.length > 1000) return xProblem(c, 400, 'alt_text is too long')
    upload.alt = metadata.alt_text.text
    return c.json({ data: { id, associated_metadata: metadata } })
  })
  playParts(app, state)
}

function playParts(app: StandInApp, state: XState): void {
  app.post('/2/media/upload/initialize', async (c) => {
    const forbidden = xForbids(c, state, 'media.write')
    if (forbidden) return forbidden
    const asked = (await c.req.json()) as {
      readonly media_type: string
      readonly total_bytes: number
    }
    const id = state.newId()
    const mediaType = asked.media_type
    state.uploads.set(id, {
      mediaType,
      expected: asked.total_bytes,
      bytes: 0,
      alt: '',
      isUsable: false,
    })
    return c.json({ data: { id, media_key: `13_${id}`, ...dayOfUploads } })
  })
  app.post('/2/media/upload/:id/append', async (c) => {
    const upload = state.uploads.get(c.req.param('id'))
    const { media } = await c.req.parseBody()
    if (upload === undefined || !(media instanceof File))
      return xProblem(c, 400, 'The media ID is invalid.')
    upload.bytes += media.size
    return c.json({ data: { expires_at: 0 } })
  })
  app.post('/2/media/upload/:id/finalize', (c) => {
    const id = c.req.param('id')
    const upload = state.uploads.get(id)
    if (upload === undefined || upload.bytes !== upload.expected)
      return xProblem(c, 400, 'Segments do not add up to provided total file size of media.')
    return c.json({ data: { id, processing_info: { state: 'pending', check_after_secs: 0.05 } } })
  })
  app.get('/2/media/upload', (c) => {
    const id = c.req.query('media_id') ?? ''
    const upload = state.uploads.get(id)
    if (upload === undefined) return xProblem(c, 404, 'The media ID is invalid.')
    upload.isUsable = true
    return c.json({ data: { id, processing_info: { state: 'succeeded', progress_percent: 100 } } })
  })
}
