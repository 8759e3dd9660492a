import { createRoute, z } from '@hono/zod-openapi'
import {
  connectableNetworksSchema,
  connectionChoiceSchema,
  connectionSchema,
  newConnectionSchema,
  socialAccountsSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import {
  body,
  connectionParams,
  inWorkspaceParams,
  json,
  socialAccountParams,
} from './request-parts.ts'

const path = '/workspaces/{workspaceId}/social-accounts'
const tags = ['Social accounts']

const listNetworks = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/networks',
  tags,
  request: { params: inWorkspaceParams },
  responses: {
    200: json(connectableNetworksSchema, 'What can be connected, and what is promised'),
  },
})
const listAccounts = createRoute({
  method: 'get',
  path,
  tags,
  request: {
    params: inWorkspaceParams,
    query: z.object({ brandId: z.string().max(100).optional() }),
  },
  responses: { 200: json(socialAccountsSchema, 'Where the workspace publishes') },
})
const disconnectAccount = createRoute({
  method: 'delete',
  path: `${path}/{socialAccountId}`,
  tags,
  request: { params: socialAccountParams },
  responses: { 204: { description: 'Disconnected; its permission is erased' } },
})
const beginConnection = createRoute({
  method: 'post',
  path: `${path}/connections`,
  tags,
  request: { params: inWorkspaceParams, body: body(newConnectionSchema) },
  responses: {
    201: json(connectionSchema, 'Begun; where it says `authorize`, go to `authorizeUrl`'),
  },
})
const getConnection = createRoute({
  method: 'get',
  path: `${path}/connections/{connectionId}`,
  tags,
  request: { params: connectionParams },
  responses: { 200: json(connectionSchema, 'How far it is') },
})
const chooseAccounts = createRoute({
  method: 'post',
  path: `${path}/connections/{connectionId}/accounts`,
  tags,
  request: { params: connectionParams, body: body(connectionChoiceSchema) },
  responses: { 200: json(connectionSchema, 'Connected') },
})

export function socialAccountsRoutes(context: Context): Router {
  const router = createRouter()
  const { accounts, connections } = context.publishing
  const reading = { middleware: permitted(context) }
  const managing = { middleware: permitted(context, 'manage_social_accounts') }

  router.openapi({ ...listNetworks, ...reading }, (c) =>
    c.json({ items: accounts.networks() }, 200),
  )
  router.openapi({ ...listAccounts, ...reading }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    return c.json({ items: await accounts.list(workspaceId, c.req.valid('query').brandId) }, 200)
  })
  router.openapi({ ...disconnectAccount, ...managing }, async (c) => {
    const { workspaceId, socialAccountId } = c.req.valid('param')
    await accounts.disconnect(workspaceId, socialAccountId)
    return c.body(null, 204)
  })
  router.openapi({ ...beginConnection, ...managing }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { userId } = c.get('member')
    return c.json(await connections.begin({ workspaceId, userId }, c.req.valid('json')), 201)
  })
  router.openapi({ ...getConnection, ...managing }, async (c) => {
    const { workspaceId, connectionId } = c.req.valid('param')
    const { userId } = c.get('member')
    return c.json(await connections.get({ workspaceId, userId }, connectionId), 200)
  })
  router.openapi({ ...chooseAccounts, ...managing }, async (c) => {
    const { workspaceId, connectionId } = c.req.valid('param')
    const { userId } = c.get('member')
    const { candidateIds } = c.req.valid('json')
    return c.json(
      await connections.choose({ workspaceId, userId }, connectionId, candidateIds),
      200,
    )
  })
  // Where networks send people back to: a page of theirs leads here, so it answers with a page of ours.
  router.get('/social-accounts/callback', async (c) => {
    const { publicUrl } = context.config
    const user = c.get('user')
    if (user === undefined) return c.redirect(`${publicUrl}/sign-in?after=%2Fsettings%2Faccounts`)
    const found = await connections.finish(user.id, c.req.query())
    // Of a visit that nobody knows any more the page says so.
    return c.redirect(`${publicUrl}/settings/accounts?connection=${found?.id ?? 'over'}`)
  })
  return router
}
