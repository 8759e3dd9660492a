import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { providerEnvironment } from '../../server/test/acceptance/provider-environment.ts'
import {
  type OpenaiStandIn,
  startOpenaiStandIn,
} from '../../server/test/providers/openai-stand-in.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import {
  expectAccessible,
  expectBalance,
  sidebarBalance,
  signUp,
  type Visit,
  visit,
} from './pages.ts'

let browser: Browser
let standIn: OpenaiStandIn
let studio: TestStudio
let ada: Visit

beforeAll(async () => {
  browser = await launchBrowser()
  standIn = await startOpenaiStandIn()
  studio = await startStudio({ environment: providerEnvironment(standIn) })
  ada = await visit(browser, studio.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
})
afterAll(async () => {
  await browser.close()
  await studio.close()
  await standIn.close()
})

async function generate(prompt: string): Promise<void> {
  await ada.page.getByLabel('Prompt').fill(prompt)
  await ada.page.getByRole('button', { name: /^Generate/ }).click()
}

describe('what fails', () => {
  it('says what happened and that nothing was charged, and offers another try', async () => {
    const { page } = ada
    standIn.images.always({ kind: 'hang' })
    await page.getByRole('link', { name: 'Image studio' }).click()
    await generate('A cup on a wall')
    const card = page.getByRole('article', { name: 'A cup on a wall' })
    await card.getByText(/Nothing was charged/).waitFor()
    expect(await card.innerText()).toContain('took too long to answer')
    await expectBalance(page, '400')
    await expectAccessible(page)
    standIn.images.reset()
    await card.getByRole('button', { name: /Try again/ }).click()
    await page.getByRole('list', { name: 'Images made' }).getByRole('img').waitFor()
    await expectBalance(page, '395')
  })

  it('can be cancelled while it runs', async () => {
    const { page } = ada
    standIn.images.always({ kind: 'slow', ms: 1500 })
    await generate('A second cup')
    const card = page.getByRole('article', { name: 'A second cup' })
    await card.getByText(/5 credits set aside/).waitFor()
    await card.getByRole('button', { name: 'Cancel' }).click()
    await card
      .getByText(/Nothing was charged|cancelled/i)
      .first()
      .waitFor()
    await expectBalance(page, '395')
    standIn.images.reset()
  })

  it('delivers three of four, charges for three, and says so', async () => {
    const { page } = ada
    standIn.images.onCall(2, { kind: 'refuse' })
    await page.getByRole('radio', { name: '4', exact: true }).check({ force: true })
    await generate('Four cups')
    const card = page.getByRole('article', { name: 'Four cups' })
    await card.getByText(/3 of 4/).waitFor()
    const images = card.getByRole('img')
    await images.nth(2).waitFor()
    expect(await images.count()).toBe(3)
    await expectBalance(page, '380')
  })

  it('tells that an image is ready while one is elsewhere', async () => {
    const { page } = ada
    standIn.images.always({ kind: 'slow', ms: 1000 })
    await page.getByRole('radio', { name: '1', exact: true }).check({ force: true })
    await generate('A fifth cup')
    await page
      .getByRole('article', { name: 'A fifth cup' })
      .getByText(/set aside/)
      .waitFor()
    await page.getByRole('link', { name: 'Posts', exact: true }).first().click()
    await page.getByText('Your image is ready').waitFor()
    await expectBalance(page, '375')
    standIn.images.reset()
  })

  it('a website that cannot be read costs nothing', async () => {
    const { page } = ada
    await page.goto('/')
    await page.getByLabel('Address of the website').fill('http://169.254.169.254/')
    await page.getByRole('button', { name: /Read website/ }).click()
    await page
      .getByRole('main')
      .getByText(/Nothing was charged/)
      .first()
      .waitFor()
    await expectBalance(page, '375')
    await expectAccessible(page)
  })

  it('shows a balance that cannot be read as unknown, never as 0', async () => {
    const page = await ada.context.newPage()
    await page.route('**/credits', (route) => route.abort())
    await page.route('**/credits/stream', (route) => route.abort())
    await page.goto('/')
    await page
      .getByRole('button', { name: /Credits could not be loaded/ })
      .first()
      .waitFor({ timeout: 30_000 })
    expect(await page.getByRole('banner').innerText()).not.toMatch(/\b0\b/)
    await page.close()
  })
})

describe('the first load', () => {
  it('takes at most 150 kB of script', async () => {
    // Somebody who comes back: signed in, nothing cached.
    const storageState = await ada.context.storageState()
    const context = await browser.newContext({ baseURL: studio.url, storageState })
    const page = await context.newPage()
    const scripts: Promise<{ readonly responseBodySize: number }>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.request().sizes())
    })
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await sidebarBalance(page)
    await page.waitForLoadState('load')
    const bytes = (await Promise.all(scripts)).reduce(
      (sum, { responseBodySize }) => sum + responseBodySize,
      0,
    )
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(150 * 1024)
    await context.close()
  })
})
