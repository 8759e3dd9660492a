import { createRoute } from '@hono/zod-openapi'
import { draftChangeSchema, draftSchema, draftsSchema, newDraftSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import { body, draftParams, inWorkspaceParams, json, searchQuery } from './request-parts.ts'

const path = '/workspaces/{workspaceId}/drafts'
const tags = ['Posts']

const listDrafts = createRoute({
  method: 'get',
  path,
  tags,
  request: {
    params: inWorkspaceParams,
    query: searchQuery.extend({ state: draftSchema.shape.state.optional() }),
  },
  responses: { 200: json(draftsSchema, 'Ideas and drafts, the most recently changed first') },
})
const createDraft = createRoute({
  method: 'post',
  path,
  tags,
  request: { params: inWorkspaceParams, body: body(newDraftSchema) },
  responses: { 201: json(draftSchema, 'The new draft') },
})
const getDraft = createRoute({
  method: 'get',
  path: `${path}/{draftId}`,
  tags,
  request: { params: draftParams },
  responses: { 200: json(draftSchema, 'The draft') },
})
const changeDraft = createRoute({
  method: 'patch',
  path: `${path}/{draftId}`,
  tags,
  request: { params: draftParams, body: body(draftChangeSchema) },
  responses: { 200: json(draftSchema, 'The draft as changed') },
})
const deleteDraft = createRoute({
  method: 'delete',
  path: `${path}/{draftId}`,
  tags,
  request: { params: draftParams },
  responses: { 204: { description: 'Deleted; `restore` undoes it' } },
})
const restoreDraft = createRoute({
  method: 'post',
  path: `${path}/{draftId}/restore`,
  tags,
  request: { params: draftParams },
  responses: { 200: json(draftSchema, 'The draft, back') },
})

export function draftsRoutes(context: Context): Router {
  const router = createRouter()
  const { drafts } = context
  const reading = { middleware: permitted(context) }
  const editing = { middleware: permitted(context, 'edit') }

  router.openapi({ ...listDrafts, ...reading }, async (c) =>
    c.json(await drafts.list(c.req.valid('param').workspaceId, c.req.valid('query')), 200),
  )
  router.openapi({ ...createDraft, ...editing }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { userId } = c.get('member')
    return c.json(await drafts.create(workspaceId, userId, c.req.valid('json')), 201)
  })
  router.openapi({ ...getDraft, ...reading }, async (c) => {
    const { workspaceId, draftId } = c.req.valid('param')
    return c.json(await drafts.get(workspaceId, draftId), 200)
  })
  router.openapi({ ...changeDraft, ...editing }, async (c) => {
    const { workspaceId, draftId } = c.req.valid('param')
    return c.json(await drafts.change(workspaceId, draftId, c.req.valid('json')), 200)
  })
  router.openapi({ ...deleteDraft, ...editing }, async (c) => {
    const { workspaceId, draftId } = c.req.valid('param')
    await drafts.delete(workspaceId, draftId)
    return c.body(null, 204)
  })
  router.openapi({ ...restoreDraft, ...editing }, async (c) => {
    const { workspaceId, draftId } = c.req.valid('param')
    return c.json(await drafts.restore(workspaceId, draftId), 200)
  })
  return router
}
