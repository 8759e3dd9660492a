import { createRoute, z } from '@hono/zod-openapi'
import { uploadSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { readToEnd } from '../http/read-to-end.ts'
import { createRouter, type Router } from '../http/router.ts'
import {
  newUploadHeaders,
  pieceHeaders,
  speaksTus,
  tusExtensions,
  tusVersion,
  uploadHeaders,
  uploadMetadata,
} from '../http/upload-headers.ts'
import { uploadBytesMax } from '../images/renditions/upload-limits.ts'
import { Refusal } from '../refusal.ts'
import { permitted } from './permitted.ts'
import { inWorkspaceParams, json, uploadParams } from './request-parts.ts'

const path = '/workspaces/{workspaceId}/uploads'
const tags = ['Library']

const createUpload = createRoute({
  method: 'post',
  path,
  tags,
  description:
    'Announces a file, which then comes in pieces and goes on after a cut (tus 1.0). Upload-Metadata may name filename, alt, folderId and brandIds (separated by commas).',
  request: { params: inWorkspaceParams, headers: newUploadHeaders },
  responses: { 201: json(uploadSchema, 'Where to send it is told by Location') },
})
const getUpload = createRoute({
  method: 'get',
  path: `${path}/{uploadId}`,
  tags,
  request: { params: uploadParams },
  responses: { 200: json(uploadSchema, 'Where the upload stands; HEAD tells it in headers alone') },
})
const sendPiece = createRoute({
  method: 'patch',
  path: `${path}/{uploadId}`,
  tags,
  request: {
    params: uploadParams,
    headers: pieceHeaders,
    body: {
      required: true,
      content: {
        'application/offset+octet-stream': { schema: z.string().meta({ format: 'binary' }) },
      },
    },
  },
  responses: {
    204: {
      description: 'Taken. With the last piece Upload-Asset names the picture or video it became',
    },
  },
})
const cancelUpload = createRoute({
  method: 'delete',
  path: `${path}/{uploadId}`,
  tags,
  request: { params: uploadParams },
  responses: { 204: { description: 'Given up, with what had come of it' } },
})

export function uploadsRoutes(context: Context): Router {
  const router = createRouter()
  const { uploads } = context
  const reading = { middleware: [permitted(context), speaksTus()] }
  const editing = { middleware: [permitted(context, 'edit'), speaksTus()] }

  router.options('/workspaces/:workspaceId/uploads', (c) =>
    c.body(null, 204, {
      'tus-resumable': tusVersion,
      'tus-version': tusVersion,
      'tus-extension': tusExtensions,
      'tus-max-size': String(context.config.videoBytesMax),
    }),
  )
  router.openapi({ ...createUpload, ...editing }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const headers = c.req.valid('header')
    const said = uploadMetadata(headers['upload-metadata'])
    const upload = await uploads.create(workspaceId, {
      bytes: headers['upload-length'],
      ...announced(said),
      memberId: c.get('member').userId,
    })
    const location = `/api/v1/workspaces/${workspaceId}/uploads/${upload.id}`
    return c.json(upload, 201, { ...uploadHeaders(upload), location })
  })
  router.openapi({ ...getUpload, ...reading }, async (c) => {
    const { workspaceId, uploadId } = c.req.valid('param')
    const upload = await uploads.get(workspaceId, uploadId)
    return c.json(upload, 200, uploadHeaders(upload))
  })
  router.openapi({ ...sendPiece, ...editing }, async (c) => {
    const { workspaceId, uploadId } = c.req.valid('param')
    const offset = c.req.valid('header')['upload-offset']
    const body = c.req.raw.body ?? new Blob([]).stream()
    const upload = await readToEnd(body, uploadBytesMax, (pieces) =>
      uploads.receive(workspaceId, uploadId, offset, pieces),
    )
    return c.body(null, 204, uploadHeaders(upload))
  })
  router.openapi({ ...cancelUpload, ...editing }, async (c) => {
    const { workspaceId, uploadId } = c.req.valid('param')
    await uploads.terminate(workspaceId, uploadId)
    return c.body(null, 204)
  })
  return router
}

const altMax = 1000
const brandsMax = 50

/** What a file is said to be. An absent folder or brand is none. */
function announced(said: ReadonlyMap<string, string>) {
  const alt = (said.get('alt') ?? '').trim()
  const brandIds = (said.get('brandIds') ?? '').split(',').filter((id) => id !== '')
  if (alt.length > altMax || brandIds.length > brandsMax)
    throw new Refusal(
      'invalid_request',
      `A description has at most ${altMax} letters, a picture at most ${brandsMax} brands: send less.`,
    )
  return {
    fileName: said.get('filename') ?? '',
    alt,
    folderId: said.get('folderId') || null,
    brandIds,
  }
}
