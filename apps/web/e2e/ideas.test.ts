import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { callApi } from './api.ts'
import { expectAccessible, signUp, type Visit, visit } from './pages.ts'
import { shoot } from './shoot.ts'

let browser: Browser
let studio: TestStudio
let ada: Visit

beforeAll(async () => {
  browser = await launchBrowser()
  studio = await startStudio()
  ada = await visit(browser, studio.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
})
afterAll(async () => {
  await browser.close()
  await studio.close()
})

const cards = (page: Page) => page.getByRole('article')
const titles = (page: Page) => page.getByRole('article').getByRole('heading').allInnerTexts()
const ideasAre = (page: Page, count: number) => expect.poll(() => cards(page).count()).toBe(count)
const isSettled = (page: Page) =>
  page.getByRole('region', { name: 'Ideas' }).and(page.locator('[aria-busy="false"]')).waitFor()

async function leaveAndReturn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor()
  await press(page, 'n')
  await page.waitForURL('**/posts/new')
}

/** Those of the ideas, by place, are marked as kept and lead to their drafts; the others can be chosen. */
async function isKept(page: Page, places: readonly number[]): Promise<void> {
  const links = () =>
    cards(page).evaluateAll((all) =>
      all.flatMap((card, at) => (card.querySelector('a[href^="/posts/"]') ? [at] : [])),
    )
  await expect.poll(links).toEqual(places)
  expect(await cards(page).getByText('Kept', { exact: true }).count()).toBe(places.length)
  expect(await cards(page).getByRole('button', { name: 'Choose' }).count()).toBe(3 - places.length)
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes on with Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = 'document.activeElement?.innerText || document.activeElement?.ariaLabel || ""'
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (name.test(await page.evaluate<string>(focused))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${name}.`)
}

describe('from a direction to a post, with the keyboard alone', () => {
  it('starts where one types at once, and takes networks, intents and a formula', async () => {
    const { page } = ada
    await page.locator('body').click({ position: { x: 5, y: 5 } })
    await press(page, 'n')
    await page.waitForURL('**/posts/new')
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('direction')
    await page.keyboard.type('Our new winter blend')
    await tabTo(page, /^LinkedIn$/)
    await press(page, 'Space')
    await tabTo(page, /^X$/)
    await press(page, 'Space')
    await tabTo(page, /^Connect$/)
    await press(page, 'Space')
    await tabTo(page, /^Entertain$/)
    await press(page, 'Space')
    await tabTo(page, /^Whatever fits$/)
    await press(page, 'Enter')
    await page.getByRole('dialog', { name: 'How it begins' }).waitFor()
    await expectAccessible(page)
    await page.getByLabel('Search formulas').focus()
    await page.keyboard.type('two camps')
    await expect.poll(() => page.getByRole('dialog').getByRole('listitem').count()).toBe(1)
    await tabTo(page, /^Two kinds of people/)
    await press(page, 'Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Hook Two kinds of people' }).waitFor()
    await expectAccessible(page)
  })

  it('has three ideas of those intents, others with r, and another in the place of one', async () => {
    const { page } = ada
    await tabTo(page, /^Suggest ideas/)
    await press(page, 'Enter')
    await ideasAre(page, 3)
    await isSettled(page)
    const first = await titles(page)
    expect(new Set(first).size).toBe(3)
    const intents = await cards(page).locator('span').first().innerText()
    expect(intents).toMatch(/Connect|Entertain/)
    await page.getByLabel('Leave the hook open').press('Enter')
    await tabTo(page, /^Suggest ideas/)
    await press(page, 'r')
    await expect.poll(() => titles(page)).not.toEqual(first)
    await ideasAre(page, 3)
    await isSettled(page)
    const second = await titles(page)
    expect(second.filter((title) => first.includes(title))).toEqual([])
    await cards(page)
      .nth(1)
      .getByRole('button', { name: /^Another/ })
      .press('Enter')
    await expect.poll(async () => (await titles(page))[1]).not.toBe(second[1])
    const third = await titles(page)
    expect([third[0], third[2]]).toEqual([second[0], second[2]])
    await isSettled(page)
  })

  it('tells more of an idea, and keeps two at once', async () => {
    const { page } = ada
    await cards(page).first().getByText('More details').press('Enter')
    await cards(page).first().getByText('Why it fits').waitFor()
    await press(page, '1', '3')
    await page.getByRole('status').getByText('2 ideas chosen').waitFor()
    await expectAccessible(page)
    const [one, , three] = await titles(page)
    await press(page, 'Enter')
    await page.getByText('2 ideas kept under Posts').waitFor()
    await page.getByText('2 ideas chosen').waitFor({ state: 'detached' })
    const kept = await page.evaluate<string>(
      `fetch('/api/v1/me').then((r) => r.json()).then(({ workspaces }) =>
        fetch('/api/v1/workspaces/' + workspaces[0].id + '/posts?state=idea')).then((r) => r.text())`,
    )
    const { items } = JSON.parse(kept) as { items: { title: string; networks: string[] }[] }
    expect(items.map(({ title }) => title)).toEqual([one, three])
    expect(items[0]?.networks).toEqual(['linkedin', 'x'])
  })

  it('has them on the table again for whoever comes back or reloads, with what was kept', async () => {
    const { page } = ada
    await press(page, '2')
    const asked = await titles(page)
    for (const comeBack of [leaveAndReturn, () => page.reload()]) {
      await comeBack(page)
      await ideasAre(page, 3)
      expect(await titles(page)).toEqual(asked)
      expect(await page.getByLabel('Direction').inputValue()).toBe('Our new winter blend')
      for (const chip of ['LinkedIn', 'X', 'Connect', 'Entertain'])
        await page.getByRole('button', { name: chip, exact: true, pressed: true }).waitFor()
      await page.getByText('1 idea chosen').waitFor()
      await isKept(page, [0, 2])
    }
    await expectAccessible(page)
    await shoot(page, 'ideas-kept')
    await cards(page).first().getByRole('link', { name: 'Open draft' }).press('Enter')
    await page.waitForURL(/\/posts\/(?!new)/)
    const title = page.getByRole('textbox', { name: 'Title' })
    await expect.poll(() => title.inputValue()).toBe(asked[0])
    await page.goBack()
    await ideasAre(page, 3)
  })

  it('shows them for no other brand', async () => {
    const { page } = ada
    await callApi(ada, 'POST', '/brands', { name: 'Kernel' })
    await page.reload()
    await page.getByRole('combobox', { name: 'Brand' }).getByText('Kernel').waitFor()
    await page.getByText('Three ideas at a time').waitFor()
    expect(await page.getByLabel('Direction').inputValue()).toBe('')
    await page.getByRole('combobox', { name: 'Brand' }).click()
    await page.getByRole('option', { name: 'No brand' }).click()
    await ideasAre(page, 3)
  })

  it('writes one, and opens it in the editor', async () => {
    const { page } = ada
    const hook = await cards(page).nth(1).locator('p').first().innerText()
    await press(page, '2', 'w')
    await page.waitForURL(/\/posts\/(?!new)/)
    const text = page.getByRole('textbox', { name: 'Text' })
    await expect.poll(() => text.inputValue()).toContain(hook)
    await page.goBack()
    await page.getByRole('combobox', { name: 'Brand' }).click()
    await page.getByRole('option', { name: 'No brand' }).click()
    await isKept(page, [0, 1, 2])
  })

  it('goes on by hand from the words that were typed', async () => {
    const { page } = ada
    await page.goto('/posts/new')
    await page.getByLabel('Direction').fill('Written by hand')
    await tabTo(page, /^Or go on by hand/)
    await press(page, 'Enter')
    await page.waitForURL(/\/posts\/(?!new)/)
    const text = page.getByRole('textbox', { name: 'Text' })
    expect(await text.inputValue()).toBe('Written by hand')
  })

  it('complains about nothing', () => {
    expect(ada.complaints.filter((complaint) => !/40[14]/.test(complaint))).toEqual([])
  })
})

describe('on a small screen', () => {
  it('goes from ideas to a post by touch', async () => {
    const { page } = ada
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/posts/new')
    await page.getByRole('button', { name: 'Bluesky' }).click()
    await page.getByRole('button', { name: /^Suggest ideas/ }).click()
    await ideasAre(page, 3)
    await isSettled(page)
    await cards(page).first().getByRole('button', { name: 'Choose' }).click()
    await page.getByRole('button', { name: 'Keep as draft' }).click()
    await page.getByText('1 idea kept under Posts').waitFor()
    await cards(page)
      .last()
      .getByRole('button', { name: /^Write it/ })
      .click()
    await page.waitForURL(/\/posts\/(?!new)/)
    await page.goBack()
    await isKept(page, [0, 2])
    await page
      .getByRole('region', { name: 'Ideas' })
      .locator('..')
      .evaluate((panel) => panel.scrollIntoView())
    await shoot(page, 'ideas-touch')
    expect(
      await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0)
  })

  it('starts over with nothing on the table, for good', async () => {
    const { page } = ada
    await page.getByLabel('Direction').fill('Bread')
    await page.getByRole('button', { name: 'Start over' }).click()
    await page.getByText('Three ideas at a time').waitFor()
    expect(await page.getByLabel('Direction').inputValue()).toBe('')
    await page.getByRole('button', { name: 'Bluesky', pressed: false }).waitFor()
    await page.reload()
    await page.getByText('Three ideas at a time').waitFor()
  })
})
