import { createRoute, z } from '@hono/zod-openapi'
import {
  brandSourceChangeSchema,
  brandSourceSchema,
  brandSourcesSchema,
  brandSourceTextSchema,
  newTextSourceSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import { body, brandParams, json, sourceParams } from './request-parts.ts'

const ofBrand = '/workspaces/{workspaceId}/brands/{brandId}'
const path = '/workspaces/{workspaceId}/sources/{sourceId}'
const tags = ['Brand sources']

const listSources = createRoute({
  method: 'get',
  path: `${ofBrand}/sources`,
  tags,
  request: { params: brandParams },
  responses: { 200: json(brandSourcesSchema, 'What the brand was told of, newest first') },
})
const addText = createRoute({
  method: 'post',
  path: `${ofBrand}/sources`,
  tags,
  request: { params: brandParams, body: body(newTextSourceSchema) },
  responses: { 201: json(brandSourceSchema, 'The pasted text as a source') },
})
const addDocument = createRoute({
  method: 'post',
  path: `${ofBrand}/documents`,
  tags,
  request: {
    params: brandParams,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.strictObject({
            file: z
              .instanceof(File, { error: 'must be a document, sent as the form field “file”' })
              .meta({ type: 'string', format: 'binary' }),
          }),
        },
      },
    },
  },
  responses: { 201: json(brandSourceSchema, 'The text of the document as a source') },
})
const readSource = createRoute({
  method: 'get',
  path,
  tags,
  request: { params: sourceParams },
  responses: { 200: json(brandSourceTextSchema, 'The source with its text') },
})
const changeSource = createRoute({
  method: 'patch',
  path,
  tags,
  request: { params: sourceParams, body: body(brandSourceChangeSchema) },
  responses: { 200: json(brandSourceSchema, 'The source as changed') },
})
const deleteSource = createRoute({
  method: 'delete',
  path,
  tags,
  request: { params: sourceParams },
  responses: { 204: { description: 'Deleted; `restore` undoes it' } },
})
const restoreSource = createRoute({
  method: 'post',
  path: `${path}/restore`,
  tags,
  request: { params: sourceParams },
  responses: { 200: json(brandSourceSchema, 'The source, back') },
})

export function brandSourcesRoutes(context: Context): Router {
  const router = createRouter()
  const { brandSources } = context
  const reading = { middleware: permitted(context) }
  const managing = { middleware: permitted(context, 'manage_brands') }

  router.openapi({ ...listSources, ...reading }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    return c.json({ items: await brandSources.list(workspaceId, brandId) }, 200)
  })
  router.openapi({ ...addText, ...managing }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    const who = { workspaceId, memberId: c.get('member').userId }
    return c.json(await brandSources.addText(who, brandId, c.req.valid('json')), 201)
  })
  router.openapi({ ...addDocument, ...managing }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    const who = { workspaceId, memberId: c.get('member').userId }
    const { file } = c.req.valid('form')
    const bytes = new Uint8Array(await file.arrayBuffer())
    return c.json(await brandSources.addDocument(who, brandId, { bytes, fileName: file.name }), 201)
  })
  router.openapi({ ...readSource, ...reading }, async (c) => {
    const { workspaceId, sourceId } = c.req.valid('param')
    return c.json(await brandSources.read(workspaceId, sourceId), 200)
  })
  router.openapi({ ...changeSource, ...managing }, async (c) => {
    const { workspaceId, sourceId } = c.req.valid('param')
    return c.json(await brandSources.change(workspaceId, sourceId, c.req.valid('json')), 200)
  })
  router.openapi({ ...deleteSource, ...managing }, async (c) => {
    const { workspaceId, sourceId } = c.req.valid('param')
    await brandSources.delete(workspaceId, sourceId)
    return c.body(null, 204)
  })
  router.openapi({ ...restoreSource, ...managing }, async (c) => {
    const { workspaceId, sourceId } = c.req.valid('param')
    return c.json(await brandSources.restore(workspaceId, sourceId), 200)
  })
  return router
}
