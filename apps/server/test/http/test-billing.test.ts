import type { Billing, TestCheckout, TestInvoice, TestPortal } from '@rheos/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../acceptance/person.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'

let studio: TestStudio
let owner: SignedUp

beforeAll(async () => {
  studio = await startStudio()
  owner = await studio.signUp()
})
afterAll(() => studio?.close())

async function checkoutOf(person: SignedUp, plan: 'business' | 'team' = 'business') {
  const { id } = await studio.context.billingProvider.checkout({
    workspaceId: person.workspaceId,
    plan,
    customerId: undefined,
    email: person.email,
    successUrl: `${studio.url}/settings/billing?paid`,
    cancelUrl: `${studio.url}/settings/billing`,
    idempotencyKey: `${person.workspaceId}-${plan}`,
  })
  return `/api/v1/test-billing/checkouts/${id}`
}

test('a checkout is paid on its page, and its invoice can be kept', async () => {
  const { client } = owner
  const path = await checkoutOf(owner)
  expect(await client.json<TestCheckout>(path)).toMatchObject({
    plan: 'business',
    price: { amount: 2900, currency: 'GBP' },
    email: owner.email,
    status: 'open',
    confirming: false,
  })
  const declined = await client.post(`${path}/pay`, { card: '4000 0000 0000 0002' })
  expect(declined.status).toBe(402)
  expect(await declined.json()).toMatchObject({ code: 'payment_declined' })
  const asked = await client.post(`${path}/pay`, { card: '4000 0025 0000 3155' })
  expect(await asked.json()).toEqual({ kind: 'confirm' })
  const confirmed = await client.post(`${path}/confirm`, { approved: true })
  expect(await confirmed.json()).toEqual({ kind: 'paid' })
  expect((await client.post(`${path}/pay`, { card: '4242424242424242' })).status).toBe(409)

  const customerId = await studio.context.billingProvider.customer(owner.workspaceId, owner.email)
  const portal = await client.json<TestPortal>(`/api/v1/test-billing/customers/${customerId}`)
  expect(portal).toMatchObject({ card: '3155', invoices: [{ status: 'paid', plan: 'business' }] })
  const invoice = `/api/v1/test-billing/invoices/${portal.invoices[0]?.id}`
  expect(await client.json<TestInvoice>(invoice)).toMatchObject({ number: 'TEST-0001' })
  const pdf = await client.get(`${invoice}/pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test('another card is charged from then on, and shown beside the plan', async () => {
  const customerId = await studio.context.billingProvider.customer(owner.workspaceId, owner.email)
  const path = `/api/v1/test-billing/customers/${customerId}/card`
  expect((await owner.client.post(path, { card: '4242 4242 4242 4242' })).status).toBe(200)
  await until(async () => {
    const { subscription } = await owner.client.json<Billing>(`${owner.workspace}/billing`)
    return subscription?.card?.last4 === '4242' || undefined
  })
})

test('what is not a test card is refused before anything is tried', async () => {
  const path = await checkoutOf(owner, 'team')
  const answer = await owner.client.post(`${path}/pay`, { card: '1234 5678' })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('test cards') })
})

test('for everybody but the owner none of it is there', async () => {
  const path = await checkoutOf(owner, 'team')
  const stranger = await studio.signUp()
  const customerId = await studio.context.billingProvider.customer(owner.workspaceId, owner.email)
  const pages = [path, `/api/v1/test-billing/customers/${customerId}`]
  for (const page of pages) {
    expect((await stranger.client.get(page)).status).toBe(404)
    expect((await studio.visitor().get(page)).status).toBe(401)
  }
  const unknown = path.replace(/_\d+$/, '_999')
  for (const id of [unknown, '/api/v1/test-billing/checkouts/cs_test_x_1', `${path}%00`])
    expect((await owner.client.get(id)).status).toBe(404)
  await studio.context.database.db.execute(
    `update studio.members set role = 'admin' where user_id = '${owner.userId}'`,
  )
  for (const page of pages) expect((await owner.client.get(page)).status).toBe(404)
})
