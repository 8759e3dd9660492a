import { createRoute } from '@hono/zod-openapi'
import {
  billingPageSchema,
  billingSchema,
  planChangeAnswerSchema,
  planChangeSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { may } from '../workspaces/roles.ts'
import { permitted } from './permitted.ts'
import { body, idempotencyHeader, inWorkspaceParams, json } from './request-parts.ts'

const path = '/workspaces/{workspaceId}/billing'
const tags = ['Billing']

const getBilling = createRoute({
  method: 'get',
  path,
  tags,
  request: { params: inWorkspaceParams },
  responses: { 200: json(billingSchema, 'Plan and bills; invoices and card for the owner alone') },
})
const changePlan = createRoute({
  method: 'post',
  path: `${path}/plan`,
  tags,
  request: {
    params: inWorkspaceParams,
    headers: idempotencyHeader,
    body: body(planChangeSchema),
  },
  responses: { 200: json(planChangeAnswerSchema, 'What became of it') },
})
const openPortal = createRoute({
  method: 'post',
  path: `${path}/portal`,
  tags,
  request: { params: inWorkspaceParams },
  responses: { 200: json(billingPageSchema, 'Where the card is changed') },
})
const refresh = createRoute({
  method: 'post',
  path: `${path}/refresh`,
  tags,
  request: { params: inWorkspaceParams },
  responses: { 200: json(billingSchema, 'Plan and bills as the payment provider has them now') },
})

export function billingRoutes(context: Context): Router {
  const router = createRouter()
  const { billing } = context
  const reading = { middleware: permitted(context, 'see_billing') }
  const managing = { middleware: permitted(context, 'manage_billing') }

  router.openapi({ ...getBilling, ...reading }, async (c) => {
    const bills = may(c.get('member'), 'manage_billing')
    return c.json(await billing.overview(c.req.valid('param').workspaceId, { bills }), 200)
  })
  router.openapi({ ...changePlan, ...managing }, async (c) => {
    const payer = { ...c.req.valid('param'), email: c.get('user').email }
    const key = c.req.valid('header')['idempotency-key']
    return c.json(await billing.changePlan(payer, c.req.valid('json'), key), 200)
  })
  router.openapi({ ...openPortal, ...managing }, async (c) =>
    c.json(await billing.portal(c.req.valid('param').workspaceId), 200),
  )
  router.openapi({ ...refresh, ...managing }, async (c) =>
    c.json(await billing.refresh(c.req.valid('param').workspaceId), 200),
  )
  return router
}
