import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { changePlan, planIs } from '../../server/test/billing/subscribe.ts'
import { type SignedUp, startStudio, type TestStudio } from '../../server/test/studio.ts'
import { expectAccessible, type Visit, visit } from './pages.ts'

let now = Date.now()
let browser: Browser
let studio: TestStudio
let owner: SignedUp
let there: Visit

beforeAll(async () => {
  browser = await launchBrowser()
  studio = await startStudio({ clock: () => now })
  owner = await studio.signUp()
  there = await visit(browser, studio.url)
  await there.context.addCookies(
    owner.client.cookie.split('; ').map((cookie) => {
      const [name = '', value = ''] = cookie.split(/=(.*)/)
      return { name, value, url: studio.url }
    }),
  )
})
afterAll(async () => {
  await browser.close()
  await studio.close()
})

async function choose(page: Page, card: string): Promise<void> {
  await page.getByRole('button', { name: card }).click()
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click()
}

describe('where no payment provider is set up', () => {
  it('a plan is paid on a page that says that no money moves', async () => {
    const { page } = there
    const answer = await changePlan(owner, 'business')
    await page.goto(answer.kind === 'checkout' ? answer.url : '')
    await page.getByText('Test billing: no money moves').waitFor()
    await page.getByText('1,500 credits').waitFor()
    await expectAccessible(page)
    await choose(page, 'Is declined')
    await press(page, 'Pay £29')
    await page.getByText('The card was declined: try another one. Nothing was charged.').waitFor()
    await expectAccessible(page)
    await choose(page, 'Needs confirmation')
    await press(page, 'Pay £29')
    await page.getByRole('heading', { name: 'Your bank asks' }).waitFor()
    await expectAccessible(page)
    await press(page, 'Refuse')
    await page.getByText('The card was declined').waitFor()
    await choose(page, 'Needs confirmation')
    await press(page, 'Pay £29')
    await press(page, 'Approve')
    await page.waitForURL('**/settings/billing**')
    expect((await planIs(owner, 'business')).subscription?.card?.last4).toBe('3155')
  })

  it('a failed bill is paid with another card, and the bills can be kept', async () => {
    const { page } = there
    const portal = await owner.client.post(`${owner.workspace}/billing/portal`)
    await page.goto((await portal.json()).url)
    await page.getByText('Visa ending in 3155 is charged.').waitFor()
    await choose(page, 'Fails at renewal')
    await press(page, 'Change the card')
    await page.getByText('Visa ending in 0341 is charged.').waitFor()
    const { subscription } = await planIs(owner, 'business')
    now = Date.parse(subscription?.period.end ?? '') + 60_000
    await page.reload()
    await page.getByRole('link', { name: /TEST-0002/ }).waitFor()
    await expectAccessible(page)
    await page.goto('/settings/billing')
    await page.getByText('The payment of £29 for Business failed').waitFor()
    await expectAccessible(page)
    // What would be refused is not offered.
    expect(await page.getByRole('button', { name: 'Upgrade to Team' }).count()).toBe(0)
    await page.goBack()
    await page.getByRole('link', { name: /TEST-0002/ }).click()
    await page.getByText('This payment did not succeed.').waitFor()
    await expectAccessible(page)
    await press(page, 'Pay £29 with the card ending in 0341')
    await page.getByText('The card was declined').waitFor()
    await choose(page, 'Succeeds')
    await press(page, /^Pay £29$/)
    await page.waitForURL('**/settings/billing**')
    await page.goBack()
    const pdf = await page.getByRole('link', { name: 'Open as PDF' }).getAttribute('href')
    expect((await owner.client.get(pdf ?? '')).headers.get('content-type')).toBe('application/pdf')
  })

  it('for everybody else its pages are not there', async () => {
    const { page } = there
    await page.goto('/test-billing/invoice/in_test_of_nobody_1')
    await page.getByRole('heading', { name: 'This page is not here' }).waitFor()
  })
})
