import { createRoute } from '@hono/zod-openapi'
import { folderChangeSchema, folderSchema, foldersSchema, newFolderSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import { body, folderParams, inWorkspaceParams, json } from './request-parts.ts'

const path = '/workspaces/{workspaceId}/folders'
const tags = ['Library']

const listFolders = createRoute({
  method: 'get',
  path,
  tags,
  request: { params: inWorkspaceParams },
  responses: { 200: json(foldersSchema, 'All folders of the library, by name') },
})
const createFolder = createRoute({
  method: 'post',
  path,
  tags,
  request: { params: inWorkspaceParams, body: body(newFolderSchema) },
  responses: { 201: json(folderSchema, 'The new folder') },
})
const changeFolder = createRoute({
  method: 'patch',
  path: `${path}/{folderId}`,
  tags,
  request: { params: folderParams, body: body(folderChangeSchema) },
  responses: { 200: json(folderSchema, 'The folder as changed') },
})
const deleteFolder = createRoute({
  method: 'delete',
  path: `${path}/{folderId}`,
  tags,
  request: { params: folderParams },
  responses: {
    204: { description: 'Deleted; what was in it has moved up, and `restore` undoes it' },
  },
})
const restoreFolder = createRoute({
  method: 'post',
  path: `${path}/{folderId}/restore`,
  tags,
  request: { params: folderParams },
  responses: { 200: json(folderSchema, 'The folder, back with what was in it') },
})

export function foldersRoutes(context: Context): Router {
  const router = createRouter()
  const { folders } = context
  const reading = { middleware: permitted(context) }
  const editing = { middleware: permitted(context, 'edit') }

  router.openapi({ ...listFolders, ...reading }, async (c) =>
    c.json({ items: await folders.list(c.req.valid('param').workspaceId) }, 200),
  )
  router.openapi({ ...createFolder, ...editing }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { userId } = c.get('member')
    return c.json(await folders.create(workspaceId, userId, c.req.valid('json')), 201)
  })
  router.openapi({ ...changeFolder, ...editing }, async (c) => {
    const { workspaceId, folderId } = c.req.valid('param')
    return c.json(await folders.change(workspaceId, folderId, c.req.valid('json')), 200)
  })
  router.openapi({ ...deleteFolder, ...editing }, async (c) => {
    const { workspaceId, folderId } = c.req.valid('param')
    await folders.delete(workspaceId, folderId)
    return c.body(null, 204)
  })
  router.openapi({ ...restoreFolder, ...editing }, async (c) => {
    const { workspaceId, folderId } = c.req.valid('param')
    return c.json(await folders.restore(workspaceId, folderId), 200)
  })
  return router
}
