import { createRoute, z } from '@hono/zod-openapi'
import {
  testCheckoutSchema,
  testConfirmationSchema,
  testInvoicePaymentSchema,
  testInvoiceSchema,
  testPaymentAnswerSchema,
  testPaymentSchema,
  testPortalSchema,
} from '@rheos/contract'
import type { MiddlewareHandler } from 'hono'
import type { TestBillingPages } from '../billing/test-billing/test-billing-pages.ts'
import type { Context } from '../context.ts'
import { signedIn } from '../http/access.ts'
import { createRouter, type Environment, type Router } from '../http/router.ts'
import { notFound } from '../refusal.ts'
import { may } from '../workspaces/roles.ts'
import { body, json } from './request-parts.ts'

const tags = ['Test billing']
const params = z.object({ id: z.string().regex(/^[a-z]+_test_\w{1,60}$/) })
const answer = { 200: json(testPaymentAnswerSchema, 'What came of it') }

const checkoutPath = '/test-billing/checkouts/{id}'
const portalPath = '/test-billing/customers/{id}'
const invoicePath = '/test-billing/invoices/{id}'

const getCheckout = createRoute({
  method: 'get',
  path: checkoutPath,
  tags,
  request: { params },
  responses: { 200: json(testCheckoutSchema, 'The checkout') },
})
const payCheckout = createRoute({
  method: 'post',
  path: `${checkoutPath}/pay`,
  tags,
  request: { params, body: body(testPaymentSchema) },
  responses: answer,
})
const confirmCheckout = createRoute({
  method: 'post',
  path: `${checkoutPath}/confirm`,
  tags,
  request: { params, body: body(testConfirmationSchema) },
  responses: answer,
})
const getPortal = createRoute({
  method: 'get',
  path: portalPath,
  tags,
  request: { params },
  responses: { 200: json(testPortalSchema, 'The card and the invoices') },
})
const changeCard = createRoute({
  method: 'post',
  path: `${portalPath}/card`,
  tags,
  request: { params, body: body(testPaymentSchema) },
  responses: answer,
})
const getInvoice = createRoute({
  method: 'get',
  path: invoicePath,
  tags,
  request: { params },
  responses: { 200: json(testInvoiceSchema, 'The invoice') },
})
const payInvoice = createRoute({
  method: 'post',
  path: `${invoicePath}/pay`,
  tags,
  request: { params, body: body(testInvoicePaymentSchema) },
  responses: answer,
})
const confirmInvoice = createRoute({
  method: 'post',
  path: `${invoicePath}/confirm`,
  tags,
  request: { params, body: body(testConfirmationSchema) },
  responses: answer,
})
const getPdf = createRoute({
  method: 'get',
  path: `${invoicePath}/pdf`,
  tags,
  request: { params },
  responses: {
    200: {
      description: 'The invoice to keep',
      content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
})

/** The pages where nothing is paid with: there only as long as no payment provider is set up. */
export function testBillingRoutes(context: Context, pages: TestBillingPages): Router {
  const router = createRouter()
  const owner = { middleware: ownerOf(context, pages) }

  router.openapi({ ...getCheckout, ...owner }, async (c) =>
    c.json(await pages.checkout(c.req.valid('param').id), 200),
  )
  router.openapi({ ...payCheckout, ...owner }, async (c) => {
    const { card } = c.req.valid('json')
    return c.json(await pages.payCheckout(c.req.valid('param').id, card), 200)
  })
  router.openapi({ ...confirmCheckout, ...owner }, async (c) => {
    const { approved } = c.req.valid('json')
    return c.json(await pages.confirmCheckout(c.req.valid('param').id, approved), 200)
  })
  router.openapi({ ...getPortal, ...owner }, async (c) =>
    c.json(await pages.portal(c.req.valid('param').id), 200),
  )
  router.openapi({ ...changeCard, ...owner }, async (c) => {
    const { card } = c.req.valid('json')
    return c.json(await pages.changeCard(c.req.valid('param').id, card), 200)
  })
  router.openapi({ ...getInvoice, ...owner }, async (c) =>
    c.json(await pages.invoice(c.req.valid('param').id), 200),
  )
  router.openapi({ ...payInvoice, ...owner }, async (c) => {
    const { card } = c.req.valid('json')
    return c.json(await pages.payInvoice(c.req.valid('param').id, card), 200)
  })
  router.openapi({ ...confirmInvoice, ...owner }, async (c) => {
    const { approved } = c.req.valid('json')
    return c.json(await pages.confirmInvoice(c.req.valid('param').id, approved), 200)
  })
  router.openapi({ ...getPdf, ...owner }, async (c) => {
    const { fileName, bytes } = await pages.pdf(c.req.valid('param').id)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    })
  })
  return router
}

/** Only who pays for the workspace sees its pages; for everybody else they are not there. */
function ownerOf(context: Context, pages: TestBillingPages): MiddlewareHandler<Environment> {
  const person = signedIn(context)
  return (c, next) =>
    person(c, async () => {
      const workspaceId = await pages.workspaceOf(c.req.param('id') ?? '')
      const member = workspaceId && (await context.workspaces.member(workspaceId, c.get('user').id))
      if (!member || !may(member, 'manage_billing')) throw notFound('page of test billing')
      await next()
    })
}
