import { randomUUID } from 'node:crypto'
import type { Me } from '@rheos/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { expectAccessible, expectBalance, signUp, type Visit, visit } from './pages.ts'
import { shoot } from './shoot.ts'
import { useCredits } from './use-credits.ts'

let browser: Browser
let studio: TestStudio
let ada: Visit
let workspaceId: string

beforeAll(async () => {
  browser = await launchBrowser()
  studio = await startStudio()
  ada = await visit(browser, studio.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
  const me = await ada.page.request.get('/api/v1/me', { maxRetries: 2 })
  workspaceId = ((await me.json()) as Me).workspaces[0]?.id ?? ''
})
afterAll(async () => {
  await browser.close()
  await studio.close()
})

const use = (images: number) => useCredits(studio, workspaceId, images)

/** A picture, and the library open beside the page that pays. */
async function drawInAnotherTab(): Promise<Page> {
  const { context } = ada
  const answer = await context.request.post(`/api/v1/workspaces/${workspaceId}/generations`, {
    headers: { 'idempotency-key': randomUUID() },
    data: {
      kind: 'image',
      tier: 'standard',
      prompt: 'A quiet still life',
      aspect: 'square',
      count: 1,
      quote: { version: 2, credits: 5 },
    },
  })
  expect(answer.status()).toBe(202)
  const page = await context.newPage()
  await page.goto('/library')
  return page
}

const shownIn = (library: Page) => library.getByAltText('A quiet still life').getAttribute('srcset')

const plans = (page: Page) => page.getByRole('region', { name: 'Plan', exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

describe('settings, billing', () => {
  it('compares the plans, and says before paying what happens', async () => {
    const { page } = ada
    await use(4)
    await page.goto('/settings/billing')
    await plans(page).getByText('3.75 × the credits').waitFor()
    await plans(page).getByText('Test billing: no money moves').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Upgrade to Business' }).click()
    await dialog(page).getByText('You pay £29 now').waitFor()
    await dialog(page).getByText('free credits (380) ends then').waitFor()
    await expectAccessible(page)
  })

  it('comes back from paying to the new plan, its credits and no waiting', async () => {
    const { page } = ada
    const library = await drawInAnotherTab()
    await library.getByAltText('A quiet still life').waitFor()
    expect(await shownIn(library)).toContain('marked=1')
    await page.goto('/settings/billing')
    await page.getByRole('button', { name: 'Upgrade to Business' }).click()
    await dialog(page).getByRole('button', { name: 'Continue to payment' }).click()
    await page.getByLabel('Card number').fill('4242424242424242')
    await page.getByRole('button', { name: 'Pay £29' }).click()
    await page.waitForURL('**/settings/billing*')
    await page.getByText('You are on Business').first().waitFor()
    await expectBalance(page, '1,500')
    await page.waitForURL((url) => url.search === '')
    await plans(page)
      .getByText(/Renews on .*Next invoice: £29/)
      .waitFor()
    await plans(page).getByText('Visa ending in 4242').waitFor()
    await page.getByRole('link', { name: /^PDF/ }).waitFor()
    await expectAccessible(page)
    // The other tab was not touched.
    await expect.poll(() => shownIn(library)).not.toContain('marked=1')
    await library.close()
  })

  it('cancels for the end of the month, and takes that back', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'Go back to Free' }).click()
    await dialog(page)
      .getByText(/You keep Business and its credits until/)
      .waitFor()
    await dialog(page).getByRole('button', { name: 'Cancel Business' }).click()
    await plans(page)
      .getByText(/Ends on .*then Free/)
      .waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Keep Business' }).click()
    await plans(page)
      .getByText(/Renews on/)
      .waitFor()
  })

  it('upgrades with the card on file; what was paid for stays beside it', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'Upgrade to Team' }).click()
    await dialog(page).getByText('(1,500) stays until').waitFor()
    await dialog(page).getByRole('button', { name: 'Pay £95' }).click()
    await expectBalance(page, '5,500')
    await page.getByText(/You have 4,000 of 4,000\scredits.* and 1,500 more until/).waitFor()
    await page.getByRole('rowheader', { name: 'Paid for before the upgrade' }).waitFor()
    await page.getByRole('button', { name: 'Change to Business' }).click()
    await dialog(page).getByRole('button', { name: 'Change to Business' }).click()
    await plans(page)
      .getByText(/Becomes Business on .*Next invoice: £29/)
      .waitFor()
  })

  it('shows where credits went from four sides, and gives every line out', async () => {
    const { page } = ada
    await use(2)
    await page.reload()
    const table = page.getByRole('table', { name: /Credits by/ })
    await table.getByRole('rowheader', { name: 'Standard image' }).waitFor()
    await page.getByLabel('Brand', { exact: true }).check({ force: true })
    await table.getByRole('rowheader', { name: 'No brand' }).waitFor()
    await page.getByRole('combobox', { name: 'Period' }).click()
    await page.getByRole('option', { name: 'Last 30 days' }).click()
    await table.getByText('35', { exact: true }).first().waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV' }).click()
    expect((await download).suggestedFilename()).toMatch(/^rheos-usage-.*\.csv$/)
  })

  it('says what was paid before, to those who were here then', async () => {
    const { page } = ada
    const prices = page.getByRole('table', { name: 'Prices and when they changed' })
    await prices.getByRole('row', { name: /^Standard image/ }).waitFor()
    expect(await prices.innerText()).not.toContain('Was ')
    await studio.context.database.pool.query(
      "update studio.workspaces set created_at = '2026-05-20T08:00:00Z' where id = $1",
      [workspaceId],
    )
    await page.reload()
    await prices.getByText(/^Was 10 credits until 1 June/).waitFor()
    await expectAccessible(page)
    await prices.scrollIntoViewIfNeeded()
    await shoot(page, 'prices')
    await plans(page).scrollIntoViewIfNeeded()
    await shoot(page, 'plans')
  })

  it('tells members who may change the plan, and shows them no bills', async () => {
    const eve = await visit(browser, studio.url)
    await signUp(eve.page, `${randomUUID()}@example.com`)
    const me = (await (await eve.page.request.get('/api/v1/me', { maxRetries: 2 })).json()) as Me
    const { pool } = studio.context.database
    await pool.query('delete from studio.members where user_id = $1', [me.user.id])
    await pool.query(
      `insert into studio.members (workspace_id, user_id, name, role, created_at)
       values ($1, $2, 'Eve', 'member', now())`,
      [workspaceId, me.user.id],
    )
    await eve.page.goto('/settings/billing')
    await eve.page.getByText(/The owner of this workspace changes its plan/).waitFor()
    expect(await eve.page.getByRole('button', { name: /Upgrade|Change|Go back/ }).count()).toBe(0)
    expect(await eve.page.getByRole('heading', { name: 'Invoices' }).count()).toBe(0)
    await expectAccessible(eve.page)
  })

  it('lets a person have no mails about credits', async () => {
    const { page } = ada
    await page.goto('/settings/account')
    const choice = page.getByRole('switch', { name: 'E-mail me about credits' })
    await choice.click()
    await expect.poll(() => choice.isChecked()).toBe(false)
    await page.reload()
    await expect.poll(() => choice.isChecked()).toBe(false)
  })

  it('complains about nothing', () => {
    expect(ada.complaints.filter((complaint) => !/40[14]/.test(complaint))).toEqual([])
  })
})
