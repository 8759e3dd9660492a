import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { filesOf, startSite } from '../../server/test/import/serve-site.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { expectAccessible, expectBalance, signUp, type Visit, visit } from './pages.ts'
import { shoot } from './shoot.ts'
import { useCredits } from './use-credits.ts'

const plainSite = fileURLToPath(new URL('../../server/test/fixtures/sites/plain', import.meta.url))

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>
let studio: TestStudio
let ada: Visit

beforeAll(async () => {
  browser = await launchBrowser()
  site = await startSite(filesOf(plainSite))
  studio = await startStudio({ environment: { IMPORT_ALLOWED_HOSTS: site.hostPort } })
  ada = await visit(browser, studio.url)
})
afterAll(async () => {
  await browser.close()
  await studio.close()
  site.close()
})

describe('from a website address to a paid-for image', () => {
  it('signs up and has 400 credits', async () => {
    const { page } = ada
    await page.goto('/')
    await page.waitForURL('**/sign-in*')
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await expectAccessible(page)
    await page.goto('/sign-up')
    await expectAccessible(page)
    await signUp(page, `${randomUUID()}@example.com`)
    await expectBalance(page, '400')
    await expectAccessible(page)
  })

  it('reads the website for the price on the button, and shows where each finding was read', async () => {
    const { page } = ada
    await page.getByLabel('Address of the website').fill(site.origin)
    await page.getByRole('button', { name: /Read website.*20 credits/ }).click()
    await page.getByRole('button', { name: 'Accept all' }).waitFor({ timeout: 30_000 })
    await expectBalance(page, '380')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Accept all' }).click()
    await page.getByText('Your brand is ready to work with').waitFor()
    await page.getByRole('link', { name: 'See the brand' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page)
  })

  it('writes a post for nothing and keeps it as a draft', async () => {
    const { page } = ada
    await page.getByRole('link', { name: 'New post' }).click()
    await page.getByLabel('Direction').fill('We are open on Sundays from June')
    await page.getByRole('button', { name: /Suggest ideas/ }).click()
    await expect.poll(() => page.getByRole('article').count()).toBe(3)
    await expectAccessible(page)
    await page
      .getByRole('button', { name: /^Write post/ })
      .first()
      .click()
    const text = page.getByRole('textbox', { name: 'Text' })
    await expect.poll(() => text.inputValue()).toMatch(/\w{3,}/)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Posts', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Posts' }).waitFor()
    expect(await page.getByRole('main').innerText()).not.toContain('No posts yet')
    await expectAccessible(page)
    await expectBalance(page, '380')
  })

  it('draws an image for 5 credits; the balance falls in every open tab', async () => {
    const { context, page } = ada
    const other = await context.newPage()
    await other.goto('/')
    await expectBalance(other, '380')
    await page.getByRole('link', { name: 'Image studio' }).click()
    await page.getByLabel('Prompt').fill('Fresh bread every morning')
    await page.getByRole('button', { name: /Generate.*5 credits/ }).click()
    await page.getByRole('list', { name: 'Images made' }).getByRole('img').waitFor()
    await expectBalance(page, '375')
    await expectBalance(other, '375')
    await other.close()
    await expectAccessible(page)
  })

  it('finds it in the library, and each charge under billing', async () => {
    const { page } = ada
    await page.getByRole('link', { name: 'Library' }).first().click()
    await page.getByRole('main').getByRole('img').first().waitFor()
    await expectAccessible(page)
    await page.goto('/settings/billing')
    await page.getByText(/You have 375 of 400\scredits until/).waitFor()
    await expectAccessible(page)
    await page.goto('/settings/account')
    await page.getByRole('heading', { name: 'Theme' }).waitFor()
    await expectAccessible(page)
  })

  it('explains the balance line by line, now and as it was', async () => {
    const { page } = ada
    await page.goto('/settings/billing')
    await page.getByRole('link', { name: 'Why is my balance 375?' }).click()
    await page.getByRole('heading', { name: 'Why is my balance 375?' }).waitFor()
    const statement = page.getByRole('table')
    await statement.waitFor()
    expect(await changesIn(statement)).toEqual([400, -20, -5])
    expect(await statement.getByRole('row', { name: /^Balance/ }).innerText()).toMatch(/375\s*$/)
    await expectAccessible(page)
    await page.goto('/settings/billing/balance?at=2020-01-01T00:00:00Z')
    await page.getByText('Nothing to explain').waitFor()
    await expectAccessible(page)
    // What is no time is now.
    await page.goto('/settings/billing/balance?at=garbage')
    await page.getByRole('heading', { name: 'Why is my balance 375?' }).waitFor()
    const field = page.getByLabel('As it was on')
    await field.fill('2999-01-01T10:00')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByText(/still to come/).waitFor()
    await page.goto('/settings/billing/balance?at=2020-01-01T00:00:00Z')
    await page.getByRole('button', { name: 'Back to now' }).press('Enter')
    await page.getByRole('heading', { name: 'Why is my balance 375?' }).waitFor()
  })

  it('complains about nothing', () => {
    // What is not there yet, and what is looked for and not found, is answered so.
    expect(ada.complaints.filter((complaint) => !/40[14]/.test(complaint))).toEqual([])
  })
})

/** The second column from the end, of every line but the sum. */
async function changesIn(table: Locator): Promise<number[]> {
  const texts = await table.locator('tbody tr td:nth-last-child(2)').allInnerTexts()
  return texts.map((text) => Number(text.replace('−', '-')))
}

describe('at 0 on Free', () => {
  it('pauses calmly, says until when, and keeps everything else open', async () => {
    const { page } = ada
    const { rows } = await studio.context.database.pool.query<{ account_id: string }>(
      'select account_id from credits.accounts',
    )
    const accountId = rows[0]?.account_id ?? ''
    await page.goto('/images')
    await expectBalance(page, '375')
    await useCredits(studio, accountId, 75)
    await expectBalance(page, '0')
    await page.getByRole('heading', { name: /AI is paused until/ }).waitFor()
    await page.getByText(/Publishing and scheduling go on/).waitFor()
    await shoot(page, 'paused')
    await page.getByLabel('Prompt').fill('One more')
    expect(await page.getByRole('button', { name: /Generate/ }).isDisabled()).toBe(true)
    await expectAccessible(page)
    // Where the panel says it, the line above the page does not say it again.
    const notice = page.getByText(/credits are used up/).filter({ visible: true })
    expect(await notice.count()).toBe(1)
    await page.goto('/library')
    await page.getByRole('main').getByRole('img').first().waitFor()
    await notice.waitFor()
  })

  it('says so above every page until it is dismissed, and then no more', async () => {
    const { page } = ada
    await page.goto('/library')
    const notice = page.getByRole('status').getByText(/credits are used up/)
    await notice.waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Dismiss' }).press('Enter')
    await notice.waitFor({ state: 'detached' })
    const noticesRead = page.waitForResponse('**/notices')
    await page.reload()
    await noticesRead
    await page.getByRole('main').getByRole('img').first().waitFor()
    expect(await notice.count()).toBe(0)
  })
})
