import { createRoute, z } from '@hono/zod-openapi'
import {
  acceptedSchema,
  decidedSchema,
  decisionsSchema,
  newImportSchema,
  websiteImportSchema,
  websiteImportsSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { acceptedView } from './accepted-view.ts'
import { permitted } from './permitted.ts'
import { body, brandParams, idempotencyHeader, importParams, json } from './request-parts.ts'

const ofBrand = '/workspaces/{workspaceId}/brands/{brandId}/imports'
const path = '/workspaces/{workspaceId}/imports/{importId}'
const tags = ['Website imports']

const requestImport = createRoute({
  method: 'post',
  path: ofBrand,
  tags,
  request: { params: brandParams, headers: idempotencyHeader, body: body(newImportSchema) },
  responses: { 202: json(acceptedSchema, 'Accepted; its credits are set aside') },
})
const listImports = createRoute({
  method: 'get',
  path: ofBrand,
  tags,
  request: { params: brandParams },
  responses: { 200: json(websiteImportsSchema, 'The latest imports of the brand, newest first') },
})
const getImport = createRoute({
  method: 'get',
  path,
  tags,
  request: { params: importParams },
  responses: { 200: json(websiteImportSchema, 'The import and, once paid, what it found') },
})
const cancelImport = createRoute({
  method: 'post',
  path: `${path}/cancel`,
  tags,
  request: { params: importParams },
  responses: { 200: json(websiteImportSchema, 'The import as it ended') },
})
const decideImport = createRoute({
  method: 'post',
  path: `${path}/decisions`,
  tags,
  request: { params: importParams, body: body(decisionsSchema) },
  responses: { 200: json(decidedSchema, 'The brand and the import after the decisions') },
})
const getLogo = createRoute({
  method: 'get',
  path: `${path}/logos/{index}`,
  tags,
  request: {
    params: importParams.extend({ index: z.coerce.number().int().min(0).max(99) }),
  },
  responses: {
    200: {
      description: 'A logo candidate',
      content: { 'image/*': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
})

export function importsRoutes(context: Context): Router {
  const router = createRouter()
  const { imports } = context
  const reading = { middleware: permitted(context) }
  const generating = { middleware: permitted(context, 'generate') }
  const managing = { middleware: permitted(context, 'manage_brands') }

  router.openapi({ ...requestImport, ...generating }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    const who = { workspaceId, memberId: c.get('member').userId }
    const key = c.req.valid('header')['idempotency-key']
    return c.json(acceptedView(await imports.order(who, brandId, c.req.valid('json'), key)), 202)
  })
  router.openapi({ ...listImports, ...reading }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    return c.json({ items: await imports.list(workspaceId, brandId) }, 200)
  })
  router.openapi({ ...getImport, ...reading }, async (c) => {
    const { workspaceId, importId } = c.req.valid('param')
    return c.json(await imports.get(workspaceId, importId), 200)
  })
  router.openapi({ ...cancelImport, ...generating }, async (c) => {
    const { workspaceId, importId } = c.req.valid('param')
    return c.json(await imports.cancel(workspaceId, importId), 200)
  })
  router.openapi({ ...decideImport, ...managing }, async (c) => {
    const { workspaceId, importId } = c.req.valid('param')
    const who = { workspaceId, memberId: c.get('member').userId }
    const { decisions } = c.req.valid('json')
    return c.json(await imports.decide(who, importId, decisions), 200)
  })
  router.openapi({ ...getLogo, ...reading }, async (c) => {
    const { workspaceId, importId, index } = c.req.valid('param')
    const { bytes, mediaType } = await imports.logo(workspaceId, importId, index)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': mediaType,
      'cache-control': 'private, max-age=86400, immutable',
      'x-content-type-options': 'nosniff',
    })
  })
  return router
}
