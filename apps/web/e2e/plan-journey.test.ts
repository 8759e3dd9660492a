import { randomUUID } from 'node:crypto'
import type { Assets, Billing, Me } from '@rheos/contract'
import { TurningClock } from '@rheos/credits/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { expectAccessible, expectBalance, signUp, type Visit, visit } from './pages.ts'
import { useCredits } from './use-credits.ts'

const clock = new TurningClock(Date.UTC(2026, 10, 30, 9, 20))

let browser: Browser
let studio: TestStudio
let ada: Visit
let workspaceId: string

beforeAll(async () => {
  browser = await launchBrowser()
  studio = await startStudio({ clock: clock.now })
  ada = await visit(browser, studio.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
  const me = (await (await ada.page.request.get('/api/v1/me', { maxRetries: 2 })).json()) as Me
  workspaceId = me.workspaces[0]?.id ?? ''
})
afterAll(async () => {
  await browser.close()
  await studio.close()
})

const plan = (page: Page) => page.getByRole('region', { name: 'Plan', exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

async function drawOne(page: Page): Promise<void> {
  await page.goto('/images')
  await page.getByLabel('Prompt').fill('A lighthouse in the morning')
  await page.getByRole('button', { name: /Generate/ }).click()
  await page.getByRole('main').getByRole('img').first().waitFor()
}

const use = (images: number) => useCredits(studio, workspaceId, images)

async function billing(page: Page): Promise<Billing> {
  const answer = await page.request.get(`/api/v1/workspaces/${workspaceId}/billing`, {
    maxRetries: 2,
  })
  return (await answer.json()) as Billing
}

/** Time passes to the end of the present period, and the payment provider does what is due then. */
async function turnToPeriodEnd(page: Page): Promise<void> {
  const { subscription } = await billing(page)
  clock.turnTo(Date.parse(subscription?.period.end ?? ''))
  await studio.context.testBilling?.accounts.advanceDue()
}

async function isMarked(page: Page): Promise<boolean> {
  const answer = await page.request.get(`/api/v1/workspaces/${workspaceId}/assets`, {
    maxRetries: 2,
  })
  const { items } = (await answer.json()) as Assets
  return items.some(({ watermarked }) => watermarked)
}

describe('a person from Free to Free', () => {
  it('has nothing left on Free, pays with a card, and has credits and no mark at once', async () => {
    const { page } = ada
    await drawOne(page)
    await expectBalance(page, '395')
    expect(await isMarked(page)).toBe(true)
    await use(79)
    await expectBalance(page, '0')
    await page.goto('/settings/billing')
    await page.getByRole('button', { name: 'Upgrade to Business' }).click()
    await dialog(page).getByRole('button', { name: 'Continue to payment' }).click()
    await page.getByLabel('Card number').fill('4242424242424242')
    await page.getByRole('button', { name: 'Pay £29' }).click()
    await page.getByText('You are on Business').first().waitFor()
    await expectBalance(page, '1,500')
    expect(await isMarked(page)).toBe(false)
  })

  it('is given the next month, and nothing rolls over', async () => {
    const { page } = ada
    await use(20)
    await expectBalance(page, '1,400')
    await turnToPeriodEnd(page)
    await expectBalance(page, '1,500')
    await page.reload()
    await expect.poll(async () => (await billing(page)).invoices.length).toBe(2)
  })

  it('upgrades, goes down at the end of the month, and keeps what was paid for until then', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'Upgrade to Team' }).click()
    await dialog(page).getByRole('button', { name: 'Pay £95' }).click()
    await expectBalance(page, '5,500')
    await page.getByRole('button', { name: 'Change to Business' }).click()
    await dialog(page).getByRole('button', { name: 'Change to Business' }).click()
    await plan(page)
      .getByText(/Becomes Business on/)
      .waitFor()
    await expectBalance(page, '5,500')
    await turnToPeriodEnd(page)
    await expectBalance(page, '1,500')
    await expect.poll(async () => (await billing(page)).plan).toBe('business')
  })

  it('is told that a payment failed, pays with another card, and has the month', async () => {
    const { page } = ada
    const { pathname } = new URL(await portalOf(page))
    await page.goto(pathname)
    await page.getByRole('button', { name: 'Fails at renewal' }).click()
    await page.getByRole('button', { name: 'Change the card' }).click()
    await page
      .getByText(/ending in 0341/)
      .first()
      .waitFor()
    await turnToPeriodEnd(page)
    await page.goto('/settings/billing')
    await expectBalance(page, '0')
    const pay = page.getByRole('link', { name: /Pay/ }).first()
    await pay.waitFor()
    await expectAccessible(page)
    await pay.click()
    await page.getByRole('button', { name: 'Succeeds' }).click()
    await page.getByRole('button', { name: 'Pay £29', exact: true }).click()
    await expect.poll(async () => (await billing(page)).subscription?.standing).toBe('good')
    await page.goto('/settings/billing')
    await expectBalance(page, '1,500')
  })

  it('cancels, keeps the month, and is on Free after it, with its mark', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'Go back to Free' }).click()
    await dialog(page).getByRole('button', { name: 'Cancel Business' }).click()
    await plan(page)
      .getByText(/Ends on .*then Free/)
      .waitFor()
    await expectBalance(page, '1,500')
    await turnToPeriodEnd(page)
    await page.reload()
    await expectBalance(page, '400')
    expect(await isMarked(page)).toBe(true)
    expect(await billing(page)).toMatchObject({ plan: 'free', subscription: null })
  })

  it('and every credit of it is accounted for', async () => {
    expect((await studio.context.ledger.audit()).findings).toEqual([])
    expect(ada.complaints.filter((complaint) => !/40[14]/.test(complaint))).toEqual([])
  })
})

async function portalOf(page: Page): Promise<string> {
  const path = `/api/v1/workspaces/${workspaceId}/billing/portal`
  const headers = { 'idempotency-key': randomUUID(), origin: studio.url }
  const answer = await page.request.post(path, { headers })
  return ((await answer.json()) as { url: string }).url
}
