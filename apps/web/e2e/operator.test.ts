import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import type { Prices } from '../../server/src/plans/priced-actions.ts'
import { addressLink } from '../../server/test/prove-address.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { expectAccessible, expectBalance, signUp, type Visit, visit } from './pages.ts'

let browser: Browser
let studio: TestStudio
let ada: Visit
let grace: Visit
const adas = `${randomUUID()}@example.com`

let turnedMs = 0

beforeAll(async () => {
  browser = await launchBrowser()
  studio = await startStudio({
    clock: () => Date.now() + turnedMs,
    environment: { OPERATORS: 'desk@example.com, second@example.com' },
  })
  ada = await visit(browser, studio.url)
  await signUp(ada.page, adas)
  grace = await visit(browser, studio.url)
  await signUp(grace.page, 'desk@example.com')
})
afterAll(async () => {
  await browser.close()
  await studio.close()
})

describe('the operator’s desk', () => {
  it('is not there for others', async () => {
    for (const path of ['/operator', '/operator/address']) {
      await ada.page.goto(path)
      await ada.page.getByRole('heading', { name: 'This page is not here' }).waitFor()
    }
    await ada.page.goto('/')
    await ada.page.getByRole('button', { name: /Signed in as/ }).click()
    await ada.page.getByRole('menuitem', { name: 'Billing' }).waitFor()
    expect(await ada.page.getByRole('menuitem', { name: /Operator/ }).count()).toBe(0)
    await ada.page.keyboard.press('Escape')
  })

  it('asks who is listed to prove the address, and opens by the link in the mail', async () => {
    const { page } = grace
    await page.getByRole('button', { name: /Signed in as/ }).click()
    await page.getByRole('menuitem', { name: 'Operator’s desk' }).click()
    await page.getByRole('heading', { name: 'Prove that this address is yours' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByText(/^Look for the mail/).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.getByText(/^Sent again/).waitFor()
    await page.goto(addressLink(studio, 'desk@example.com'))
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor()
    await page.goto('/operator/address')
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor()
    expect(page.url()).not.toContain('address')
    await page.goto('/')
  })

  it('a link that proves nothing says so, and leads to another; one that does leads over signing in', async () => {
    const { page, context } = await visit(browser, studio.url)
    const email = 'second@example.com'
    await signUp(page, email)
    await page.goto('/operator/address?token=nonsense')
    await page
      .getByRole('alert')
      .getByText(/Ask for a new one/)
      .waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByText(/^Look for the mail/).waitFor()
    await context.clearCookies()
    await page.goto(addressLink(studio, email))
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('a long enough password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor()
    await context.close()
  })

  it('finds a workspace by its owner’s address and explains its balance', async () => {
    const { page } = grace
    await page.keyboard.press('Control+k')
    await page.getByLabel('Find a command').fill('desk work')
    await page
      .getByRole('option', { name: 'Operator’s desk: workspaces', selected: true })
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor()
    await expectAccessible(page)
    await page.getByLabel(/Name, owner/).fill(adas.slice(0, 18))
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
    await page.getByRole('link', { name: 'Ada’s workspace' }).click()
    await page.getByText('Monthly allowance').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: /Why is this balance 400/ }).click()
    await page.getByRole('heading', { name: 'Why is this balance 400?' }).waitFor()
    await page.getByText('400 credits given, 0 used.').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: /← Ada’s workspace/ }).click()
  })

  it('grants credits once it is confirmed, and the customer sees them at once, with the reason', async () => {
    const { page } = grace
    await page.getByRole('button', { name: 'Grant credits' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await dialog.getByText('Say why, in a few words.').waitFor()
    await dialog.getByLabel('Credits').fill('25')
    await dialog.getByLabel('Reason').fill('Sorry for the slow day')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await dialog.getByText(/Its balance becomes 425/).waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Grant 25 credits' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: /Why is this balance 425/ }).waitFor()
    const log = page.getByRole('table', { name: 'What operators did, newest first' })
    expect(await log.innerText()).toContain('Sorry for the slow day')
    await expectBalance(ada.page, '425')
    await ada.page.goto('/settings/billing/balance')
    await ada.page.getByText('Sorry for the slow day').waitFor()
  })

  it('an open page takes up other prices when they come into force', async () => {
    const { page } = ada
    const { priceBooks } = studio.context
    const { prices } = priceBooks.latest
    // Published some minutes ago, and still to come for a server whose clock is behind.
    turnedMs = -10 * 60_000
    await priceBooks.publish({
      prices: { ...prices, 'image.standard': 6 } as Prices,
      effectiveFrom: Date.now() - 2 * 60_000,
      reason: 'Images cost more to make',
      publishedBy: 'Grace',
      pressId: randomUUID(),
    })
    await page.goto('/images')
    await page.getByRole('button', { name: /^Generate.*5 credits/ }).waitFor()
    turnedMs = 0
    await page.getByRole('button', { name: /^Generate.*6 credits/ }).waitFor()
  })

  it('publishes prices for later', async () => {
    const { page } = grace
    await page.getByRole('link', { name: 'Prices' }).click()
    await page.getByLabel('Standard image').fill('7')
    await page.getByRole('table', { name: /would have cost/ }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Publish these prices' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Reason').fill('Images cost more to make')
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await dialog.getByText('Standard image: 6 → 7 credits').waitFor()
    await dialog.getByRole('button', { name: 'Publish version 4' }).click()
    await page.getByText('Announced').waitFor()
    await expectAccessible(page)
  })

  it('shows margin and payments, takes a provider’s price, and audits the books', async () => {
    const { page } = grace
    await page.getByRole('link', { name: 'Margin' }).click()
    await page.getByRole('heading', { name: 'Provider prices' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Set a price' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Provider').fill('google')
    await dialog.getByLabel('Model').fill('imagen-9')
    await dialog.getByLabel('Pence for one unit').fill('2.5')
    await dialog.getByLabel('Source').fill('Their price page')
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await dialog.getByRole('button', { name: 'Set 2.5p' }).click()
    await page.getByRole('rowheader', { name: /imagen-9/ }).waitFor()
    await page.getByRole('link', { name: 'Payments' }).click()
    await page.getByText('Every event was acted on.').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Books' }).click()
    await page.getByRole('button', { name: 'Audit now' }).click()
    await page.getByText('The books agree').first().waitFor()
    await expectAccessible(page)
  })

  it('complained about nothing', () => {
    expect([...ada.complaints, ...grace.complaints]).toEqual([])
  })
})
