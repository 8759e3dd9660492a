import { createRoute, z } from '@hono/zod-openapi'
import {
  networkSchema,
  newPostSchema,
  postChangeSchema,
  postRevisionDetailSchema,
  postRevisionsSchema,
  postSchema,
  postStateSchema,
  postsSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import {
  body,
  inWorkspaceParams,
  json,
  postParams,
  postRevisionParams,
  searchQuery,
} from './request-parts.ts'

const path = '/workspaces/{workspaceId}/posts'
const tags = ['Posts']

const listPosts = createRoute({
  method: 'get',
  path,
  tags,
  request: {
    params: inWorkspaceParams,
    query: searchQuery.extend({
      /** One or several, with commas between them. */
      state: z
        .string()
        .max(200)
        .transform((states) => states.split(','))
        .pipe(z.array(postStateSchema))
        .optional(),
      network: networkSchema.optional(),
    }),
  },
  responses: { 200: json(postsSchema, 'Ideas and posts, the most recently changed first') },
})
const createPost = createRoute({
  method: 'post',
  path,
  tags,
  request: { params: inWorkspaceParams, body: body(newPostSchema) },
  responses: { 201: json(postSchema, 'The new post') },
})
const getPost = createRoute({
  method: 'get',
  path: `${path}/{postId}`,
  tags,
  request: { params: postParams },
  responses: { 200: json(postSchema, 'The post') },
})
const changePost = createRoute({
  method: 'patch',
  path: `${path}/{postId}`,
  tags,
  request: { params: postParams, body: body(postChangeSchema) },
  responses: { 200: json(postSchema, 'The post as changed') },
})
const deletePost = createRoute({
  method: 'delete',
  path: `${path}/{postId}`,
  tags,
  request: { params: postParams },
  responses: { 204: { description: 'Deleted; `restore` undoes it' } },
})
const restorePost = createRoute({
  method: 'post',
  path: `${path}/{postId}/restore`,
  tags,
  request: { params: postParams },
  responses: { 200: json(postSchema, 'The post, back') },
})
const listRevisions = createRoute({
  method: 'get',
  path: `${path}/{postId}/revisions`,
  tags,
  request: { params: postParams },
  responses: { 200: json(postRevisionsSchema, 'The states one can go back to, newest first') },
})
const getRevision = createRoute({
  method: 'get',
  path: `${path}/{postId}/revisions/{number}`,
  tags,
  request: { params: postRevisionParams },
  responses: { 200: json(postRevisionDetailSchema, 'The post as it was then') },
})
const restoreRevision = createRoute({
  method: 'post',
  path: `${path}/{postId}/revisions/{number}/restore`,
  tags,
  request: { params: postRevisionParams },
  responses: { 200: json(postSchema, 'The post, as it was then; a new state of its history') },
})

export function postsRoutes(context: Context): Router {
  const router = createRouter()
  const { posts } = context
  const reading = { middleware: permitted(context) }
  const editing = { middleware: permitted(context, 'edit') }

  router.openapi({ ...listPosts, ...reading }, async (c) =>
    c.json(await posts.list(c.req.valid('param').workspaceId, c.req.valid('query')), 200),
  )
  router.openapi({ ...createPost, ...editing }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { userId } = c.get('member')
    return c.json(await posts.create(workspaceId, userId, c.req.valid('json')), 201)
  })
  router.openapi({ ...getPost, ...reading }, async (c) => {
    const { workspaceId, postId } = c.req.valid('param')
    return c.json(await posts.get(workspaceId, postId), 200)
  })
  router.openapi({ ...changePost, ...editing }, async (c) => {
    const { workspaceId, postId } = c.req.valid('param')
    const { userId } = c.get('member')
    return c.json(await posts.change(workspaceId, userId, postId, c.req.valid('json')), 200)
  })
  router.openapi({ ...deletePost, ...editing }, async (c) => {
    const { workspaceId, postId } = c.req.valid('param')
    await posts.delete(workspaceId, postId)
    return c.body(null, 204)
  })
  router.openapi({ ...restorePost, ...editing }, async (c) => {
    const { workspaceId, postId } = c.req.valid('param')
    return c.json(await posts.restore(workspaceId, postId), 200)
  })
  router.openapi({ ...listRevisions, ...reading }, async (c) => {
    const { workspaceId, postId } = c.req.valid('param')
    return c.json({ items: await posts.revisions(workspaceId, postId) }, 200)
  })
  router.openapi({ ...getRevision, ...reading }, async (c) => {
    const { workspaceId, postId, number } = c.req.valid('param')
    return c.json(await posts.revision(workspaceId, postId, number), 200)
  })
  router.openapi({ ...restoreRevision, ...editing }, async (c) => {
    const { workspaceId, postId, number } = c.req.valid('param')
    const { userId } = c.get('member')
    return c.json(await posts.bringBack(workspaceId, userId, postId, number), 200)
  })
  return router
}
