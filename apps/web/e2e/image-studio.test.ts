import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { providerEnvironment } from '../../server/test/acceptance/provider-environment.ts'
import {
  type OpenaiStandIn,
  startOpenaiStandIn,
} from '../../server/test/providers/openai-stand-in.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { expectAccessible, expectBalance, signUp, type Visit, visit } from './pages.ts'
import { shoot } from './shoot.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const workbench = (page: Page) => page.getByRole('region', { name: 'Change this picture' })
const madeFrom = (page: Page) => page.getByRole('region', { name: 'Made from this picture' })

async function tool(page: Page, name: string): Promise<void> {
  await workbench(page).getByRole('radio', { name, exact: true }).check({ force: true })
}

/** So many pictures have come of the one on the workbench. */
async function expectMade(page: Page, count: number): Promise<void> {
  await expect
    .poll(
      () =>
        madeFrom(page)
          .getByRole('button', { name: /^Change image/ })
          .count(),
      {
        timeout: 30_000,
      },
    )
    .toBe(count)
}

describe('without a key', () => {
  let studio: TestStudio
  let ada: Visit
  beforeAll(async () => {
    studio = await startStudio()
    ada = await visit(browser, studio.url)
    await signUp(ada.page, `${randomUUID()}@example.com`)
  })
  afterAll(() => studio.close())

  it('generates two images for the price on the button', async () => {
    const { page } = ada
    await page.getByRole('link', { name: 'Image studio' }).click()
    await page.getByLabel('Prompt').fill('Fresh bread every morning')
    await page.getByRole('radio', { name: '2', exact: true }).check({ force: true })
    await page.getByRole('button', { name: /Generate.*10 credits/ }).click()
    await expect.poll(() => page.getByRole('button', { name: /^Change image/ }).count()).toBe(2)
    await expectBalance(page, '390')
    await expectAccessible(page)
  })

  it('cuts nothing of a long prompt, scrolls it, and says why it waits', async () => {
    const { page } = ada
    const prompt = page.getByLabel('Prompt')
    const short = await prompt.inputValue()
    await prompt.fill('')
    await prompt.focus()
    await page.keyboard.insertText('A line of bread\n'.repeat(250))
    await page.getByText('4,000 of 2,000 characters').waitFor()
    expect((await prompt.inputValue()).length).toBe(4000)
    const button = page.getByRole('button', { name: /Generate/ })
    expect(await button.isDisabled()).toBe(true)
    await page.getByText('The prompt is too long. Shorten it first.').waitFor()
    expect((await prompt.boundingBox())?.height).toBeLessThan(500)
    await expectAccessible(page)
    await shoot(page, 'long-prompt')
    await prompt.fill(short)
    await expect.poll(() => button.isEnabled()).toBe(true)
  })

  it('makes a variation, an edit and an upscaling, each for exactly its price', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'Change image 1' }).click()
    await workbench(page)
      .getByRole('button', { name: /Make variation.*5 credits/ })
      .click()
    await expectMade(page, 1)
    await expectBalance(page, '385')
    await tool(page, 'Edit')
    await page.getByLabel('What to change').fill('change the text to “Open on Sunday”')
    await workbench(page).getByRole('radio', { name: 'Pro', exact: true }).check({ force: true })
    await workbench(page)
      .getByRole('button', { name: /Edit picture.*10 credits/ })
      .click()
    await expectMade(page, 2)
    await expectBalance(page, '375')
    await tool(page, 'Upscale')
    await page.getByText('1024 × 1024 becomes 2048 × 2048 pixels.').waitFor()
    await workbench(page)
      .getByRole('button', { name: /Upscale 2×.*5 credits/ })
      .click()
    await expectMade(page, 3)
    await expectBalance(page, '370')
    await expectAccessible(page)
  })

  it('says in a sentence what it cannot do, and charges nothing', async () => {
    const { page } = ada
    await tool(page, 'Edit')
    await page.getByLabel('What to change').fill('remove the man')
    await workbench(page)
      .getByRole('button', { name: /Edit picture/ })
      .click()
    const refusal = workbench(page).getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.innerText()).toMatch(/cannot do “remove the man”.*Nothing was charged\./s)
    await tool(page, 'Background')
    await page.getByLabel('New background').fill('a beach at sunset')
    await workbench(page)
      .getByRole('button', { name: /Replace background.*5 credits/ })
      .click()
    await workbench(page).getByRole('alert').waitFor()
    await expectBalance(page, '370')
    await expectAccessible(page)
  })

  it('describes what is to be seen, and keeps what a person makes of it', async () => {
    const { page } = ada
    const description = page.getByLabel('Description')
    expect(await description.inputValue()).toContain('Fresh bread every morning')
    await description.fill('A loaf on a table')
    await description.blur()
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await page.getByRole('img', { name: 'A loaf on a table' }).waitFor()
  })

  it('finds a prompt again and uses it, with the keyboard alone', async () => {
    const { page } = ada
    await page.getByRole('tab', { name: 'Generate' }).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'History', selected: true }).waitFor()
    const search = page.getByRole('searchbox', { name: 'Search prompts' })
    await search.focus()
    await page.keyboard.type('no such words')
    await page.getByText('No prompt contains this').waitFor()
    await expectAccessible(page)
    await search.focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('fresh bread')
    const reuse = page.getByRole('button', { name: 'Use this prompt' }).last()
    await reuse.waitFor()
    await reuse.focus()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.getByLabel('Prompt').inputValue())
      .toBe('Fresh bread every morning')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('prompt')
  })

  it('takes a picture of the library to the workbench, at 390 px too', async () => {
    const { page } = ada
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('tab', { name: 'Library' }).click()
    const pictures = page.getByRole('list', { name: 'Pictures to choose from' })
    await pictures.getByRole('button').first().click()
    await workbench(page).waitFor()
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - innerWidth',
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await page.setViewportSize({ width: 1440, height: 900 })
    await expectAccessible(page)
  })

  it('says under billing what each of them was', async () => {
    const { page } = ada
    await page.goto('/settings/billing')
    await page.getByText('Edit · pro').first().waitFor()
    await page.getByText('Variation · standard').first().waitFor()
    await page.getByText('Upscaling').first().waitFor()
  })

  it('complains about nothing', () => {
    expect(ada.complaints.filter((complaint) => !/40[14]|422/.test(complaint))).toEqual([])
  })
})

describe('with an AI service', () => {
  let standIn: OpenaiStandIn
  let studio: TestStudio
  let ada: Visit
  beforeAll(async () => {
    standIn = await startOpenaiStandIn()
    studio = await startStudio({ environment: providerEnvironment(standIn, 30) })
    ada = await visit(browser, studio.url)
    await signUp(ada.page, `${randomUUID()}@example.com`)
  })
  afterAll(async () => {
    await studio.close()
    await standIn.close()
  })

  it('offers what the service can do, and no more', async () => {
    const { page } = ada
    await page.getByRole('link', { name: 'Image studio' }).click()
    await page.getByLabel('Prompt').fill('A red barn')
    await page.getByRole('button', { name: /Generate.*5 credits/ }).click()
    await page.getByRole('button', { name: 'Change image 1' }).click()
    await workbench(page).getByRole('radio', { name: 'Edit', exact: true }).waitFor()
    expect(await workbench(page).getByRole('radio', { name: 'Upscale' }).count()).toBe(0)
  })

  it('an edit under way says what is set aside and can be cancelled; a refusal costs nothing', async () => {
    const { page } = ada
    standIn.images.always({ kind: 'hang' })
    await tool(page, 'Edit')
    await page.getByLabel('What to change').fill('Make the sky pink')
    await workbench(page)
      .getByRole('button', { name: /Edit picture.*5 credits/ })
      .click()
    await madeFrom(page)
      .getByText(/Editing the picture.*5 credits set aside/)
      .waitFor()
    await expectAccessible(page)
    await madeFrom(page).getByRole('button', { name: 'Cancel' }).click()
    await madeFrom(page)
      .getByText(/Nothing was charged/)
      .waitFor()
    standIn.images.always({ kind: 'refuse' })
    await workbench(page)
      .getByRole('button', { name: /Edit picture.*5 credits/ })
      .click()
    await madeFrom(page)
      .getByText(/content rules.*Nothing was charged/)
      .waitFor()
    await expectBalance(page, '395')
    standIn.images.reset()
    await madeFrom(page)
      .getByRole('button', { name: /Try again.*5 credits/ })
      .first()
      .click()
    await expectMade(page, 1)
    await expectBalance(page, '390')
  })
})
