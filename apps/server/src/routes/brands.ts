import { createRoute } from '@hono/zod-openapi'
import { brandChangeSchema, brandSchema, brandsSchema, newBrandSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import { body, brandParams, inWorkspaceParams, json } from './request-parts.ts'

const path = '/workspaces/{workspaceId}/brands'
const tags = ['Brands']

const listBrands = createRoute({
  method: 'get',
  path,
  tags,
  request: { params: inWorkspaceParams },
  responses: { 200: json(brandsSchema, 'The brands, pinned ones first') },
})
const createBrand = createRoute({
  method: 'post',
  path,
  tags,
  request: { params: inWorkspaceParams, body: body(newBrandSchema) },
  responses: { 201: json(brandSchema, 'The new brand') },
})
const getBrand = createRoute({
  method: 'get',
  path: `${path}/{brandId}`,
  tags,
  request: { params: brandParams },
  responses: { 200: json(brandSchema, 'The brand') },
})
const changeBrand = createRoute({
  method: 'patch',
  path: `${path}/{brandId}`,
  tags,
  request: { params: brandParams, body: body(brandChangeSchema) },
  responses: { 200: json(brandSchema, 'The brand as changed') },
})
const deleteBrand = createRoute({
  method: 'delete',
  path: `${path}/{brandId}`,
  tags,
  request: { params: brandParams },
  responses: { 204: { description: 'Deleted; `restore` undoes it' } },
})
const restoreBrand = createRoute({
  method: 'post',
  path: `${path}/{brandId}/restore`,
  tags,
  request: { params: brandParams },
  responses: { 200: json(brandSchema, 'The brand, back') },
})

export function brandsRoutes(context: Context): Router {
  const router = createRouter()
  const { brands } = context
  const reading = { middleware: permitted(context) }
  const managing = { middleware: permitted(context, 'manage_brands') }

  router.openapi({ ...listBrands, ...reading }, async (c) =>
    c.json({ brands: await brands.list(c.req.valid('param').workspaceId) }, 200),
  )
  router.openapi({ ...createBrand, ...managing }, async (c) =>
    c.json(await brands.create(c.req.valid('param').workspaceId, c.req.valid('json')), 201),
  )
  router.openapi({ ...getBrand, ...reading }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    return c.json(await brands.get(workspaceId, brandId), 200)
  })
  router.openapi({ ...changeBrand, ...managing }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    return c.json(await brands.change(workspaceId, brandId, c.req.valid('json')), 200)
  })
  router.openapi({ ...deleteBrand, ...managing }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    await brands.delete(workspaceId, brandId)
    return c.body(null, 204)
  })
  router.openapi({ ...restoreBrand, ...managing }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    return c.json(await brands.restore(workspaceId, brandId), 200)
  })
  return router
}
