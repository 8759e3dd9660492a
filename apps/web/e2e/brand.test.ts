import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Brand, BrandSources } from '@rheos/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { docxOf, pdfOf, scannedPdf } from '../../server/test/documents/make-documents.ts'
import { filesOf, startSite } from '../../server/test/import/serve-site.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { expectAccessible, signUp, type Visit, visit } from './pages.ts'
import { shoot } from './shoot.ts'

const plainSite = fileURLToPath(new URL('../../server/test/fixtures/sites/plain', import.meta.url))

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>
let studio: TestStudio
let ada: Visit
let eve: Visit

beforeAll(async () => {
  browser = await launchBrowser()
  site = await startSite(filesOf(plainSite))
  studio = await startStudio({ environment: { IMPORT_ALLOWED_HOSTS: site.hostPort } })
  ada = await visit(browser, studio.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
})
afterAll(async () => {
  await browser.close()
  await studio.close()
  site.close()
})

const soon = { timeout: 30_000 }

/** What the server keeps of the one brand. */
async function kept(page: Page): Promise<Brand> {
  return page.evaluate(async () => {
    const get = async (path: string) => (await fetch(`/api/v1${path}`)).json()
    const me = await get('/me')
    const { brands } = await get(`/workspaces/${me.workspaces[0].id}/brands`)
    return brands[0]
  })
}

async function sourcesOf(page: Page, brandId: string): Promise<BrandSources['items']> {
  return page.evaluate(async (id) => {
    const get = async (path: string) => (await fetch(`/api/v1${path}`)).json()
    const me = await get('/me')
    return (await get(`/workspaces/${me.workspaces[0].id}/brands/${id}/sources`)).items
  }, brandId)
}

/** The one in the notice; the page has another, for the edits made on it. */
function undoOfToast(page: Page) {
  return page.locator('button:not(main button)', { hasText: /^Undo$/ }).first()
}

describe('the brand page', () => {
  it('begins by hand, and says what each part is for', async () => {
    const { page } = ada
    await page.goto('/brand/new')
    await page.getByLabel('Name', { exact: true }).fill('Hearth & Crumb')
    await page.getByRole('button', { name: 'Fill in by hand' }).click()
    await page.getByRole('button', { name: 'Start the document' }).waitFor()
    await expectAccessible(page)
  })

  it('claims no score for a text while it says too little to judge by', async () => {
    const { page } = ada
    await page.getByLabel('Text to try').fill('Blorp wuggle fnord.')
    const panel = page.getByRole('region', { name: 'Brand check' })
    await panel.getByText('Not enough to judge by').waitFor()
    expect(await panel.innerText()).not.toMatch(/On brand|100/)
    await expectAccessible(page)
    // Opens its part on a telephone too.
    await page.evaluate(`location.hash = 'try'`)
    await shoot(page, 'brand-check-no-score')
    await panel.getByRole('link', { name: 'Add to the brand' }).press('Enter')
    await page.waitForURL('**/brand#voice')
  })

  it('lets nobody go from what cannot be saved without asking', async () => {
    const { page } = ada
    await page.goto('/library')
    await page.getByRole('link', { name: 'Brand', exact: true }).first().click()
    const description = page.locator('#brand-description')
    const before = await description.inputValue()
    await description.fill('Bread. '.repeat(200))
    await page.getByText('1,400 of 1,000 characters').waitFor()
    const leave = () => page.getByRole('link', { name: 'Library', exact: true }).first().click()
    const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })
    await leave()
    await question.waitFor()
    await expectAccessible(page)
    await question.getByRole('button', { name: 'Cancel' }).click()
    await question.waitFor({ state: 'detached' })
    expect(await description.inputValue()).toHaveLength(1400)
    await page.goBack()
    await question.getByRole('button', { name: 'Leave' }).click()
    await page.getByRole('heading', { name: 'Library' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/library')
    await page.goForward()
    await expect.poll(() => description.inputValue()).toBe(before)
    // What can be saved is saved on the way, without a word.
    await description.fill('Bread since 1931.')
    await leave()
    await page.waitForURL(/\/library$/)
    expect((await kept(page)).description).toBe('Bread since 1931.')
    await page.goBack()
    await description.fill('')
    await page.getByRole('status').getByText('Saved', { exact: true }).first().waitFor()
  })

  it('writes the identity with the keyboard alone, and keeps it', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'Start the document' }).press('Enter')
    const box = page.getByRole('textbox', { name: 'Identity document, Markdown' })
    await box.press('ControlOrMeta+A')
    await page.keyboard.type('Tone')
    await page.keyboard.press('Control+Shift+H')
    await page.keyboard.type('\n\nCalm and plain-spoken\n\n## Don’t\n\n- Don’t say: guys')
    await page.keyboard.press('Enter')
    await page.keyboard.type('No ')
    await page.keyboard.press('Control+B')
    await page.keyboard.type('emoji')
    await expect
      .poll(async () => (await kept(page)).identity, soon)
      .toBe('## Tone\n\nCalm and plain-spoken\n\n## Don’t\n\n- Don’t say: guys\n- No **emoji**')
    await page.getByRole('status').getByText('Saved').first().waitFor()
    await page.getByRole('radio', { name: 'Side by side' }).press('Space')
    await page.getByRole('heading', { name: 'Don’t' }).waitFor()
    await page.getByText('11 words').waitFor()
    await expectAccessible(page)
  })

  it('takes audiences and themes with a line each, in an order, and words to avoid', async () => {
    const { page } = ada
    for (const [label, name] of [
      ['New audience', 'Families in Leeds'],
      ['New theme', 'Sourdough'],
      ['New theme', 'Local flour'],
    ] as const) {
      await page.getByLabel(label).fill(name)
      await page.keyboard.press('Enter')
    }
    await page.getByLabel('A line on Sourdough').fill('two days of rest')
    await page.getByRole('button', { name: 'Move Local flour up' }).press('Enter')
    await page.getByLabel('Word to avoid').fill('cheap')
    await page.getByLabel('What to say instead').fill('good value')
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => {
        const { audience, themes, lines, avoidedWords } = await kept(page)
        return { audience, themes, lines, avoidedWords }
      }, soon)
      .toEqual({
        audience: ['Families in Leeds'],
        themes: ['Local flour', 'Sourdough'],
        lines: { audience: {}, themes: { Sourdough: 'two days of rest' } },
        avoidedWords: [{ word: 'cheap', instead: 'good value' }],
      })
  })

  it('takes documents and pasted text, says what cannot be read, and brings back what was removed', async () => {
    const { page } = ada
    const { id } = await kept(page)
    const files = [
      {
        name: 'About us.pdf',
        mimeType: 'application/pdf',
        buffer: await pdfOf(['We bake in Leeds.']),
      },
      { name: 'Prices.docx', mimeType: 'application/octet-stream', buffer: docxOf(['Rye is £4.']) },
      { name: 'Scan.pdf', mimeType: 'application/pdf', buffer: await scannedPdf() },
    ]
    await page.getByLabel('Documents to add').setInputFiles(files)
    const list = page.getByRole('list', { name: 'Sources' })
    await list.getByRole('button', { name: 'Prices', exact: true }).waitFor({ timeout: 60_000 })
    await page
      .getByRole('alert')
      .getByText('Scan.pdf: There is no text')
      .waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Paste text' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Text', { exact: true }).fill('Opening hours\n\nFrom seven, every day.')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Add as a source' }).click()
    await list.getByRole('button', { name: 'Opening hours', exact: true }).click()
    await page.getByRole('dialog').getByLabel('Title').fill('When we are open')
    await page.getByRole('dialog').getByText('From seven, every day.').waitFor()
    await page.keyboard.press('Escape')
    await list.getByRole('button', { name: 'When we are open', exact: true }).waitFor()
    await list.getByRole('button', { name: 'More for About us' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    // Said once the server has removed it.
    await page.getByText('“About us” was removed').first().waitFor()
    await undoOfToast(page).click()
    await list.getByRole('button', { name: 'About us', exact: true }).waitFor()
    await expect.poll(async () => (await sourcesOf(page, id)).length, soon).toBe(3)
    await expectAccessible(page)
  })

  it('checks a text, puts it right with one press each, and takes a fix back', async () => {
    const { page } = ada
    const box = page.getByLabel('Text to try')
    await box.fill('Cheap bread, guys! Come by 🥖')
    const panel = page.getByRole('region', { name: 'Brand check' })
    await panel.getByText('“cheap” is not a word of this brand').waitFor()
    await panel.getByText('Identity: “No emoji”').waitFor()
    await expectAccessible(page)
    await panel.getByRole('button', { name: 'Say “good value”' }).press('Enter')
    await expect.poll(() => box.inputValue(), soon).toBe('Good value bread, guys! Come by 🥖')
    await undoOfToast(page).click()
    await expect.poll(() => box.inputValue(), soon).toBe('Cheap bread, guys! Come by 🥖')
    for (const name of ['Say “good value”', 'Take the mark out', 'Take it out']) {
      await panel.getByRole('button', { name }).press('Enter')
      await panel.getByRole('button', { name }).waitFor({ state: 'detached' })
    }
    expect(await box.inputValue()).toBe('Good value bread, guys. Come by')
    await panel.getByText('Say it without the word “guys”.').waitFor()
    await box.fill('Good value bread from seven.')
    await panel.getByText('On brand').waitFor()
    expect(await panel.getByRole('status').innerText()).toMatch(
      /^100\s+On brand by what your brand says so far/,
    )
    // Opens its part on a telephone too.
    await page.evaluate(`location.hash = 'try'`)
    await shoot(page, 'brand-check-partial')
    await panel.getByRole('link', { name: 'Add to the brand' }).press('Enter')
    await page.waitForURL('**/brand#basics')
  })

  it('opens its parts one by one on a telephone', async () => {
    const { page } = ada
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/brand')
    const themes = page.getByRole('button', { name: /^Themes/ })
    await themes.waitFor()
    expect(await page.getByLabel('New theme').isVisible()).toBe(false)
    await themes.press('Enter')
    await page.getByLabel('New theme').waitFor()
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('shows what a reading of the website would change, and adds what is new to what is mine', async () => {
    const { page } = ada
    await page.goto('/brand')
    await page.getByRole('button', { name: 'Read website', exact: true }).click()
    await page.getByRole('dialog').getByLabel('Address of the website').fill(site.origin)
    await page.getByRole('button', { name: /Read website.*20 credits/ }).click()
    await page.getByRole('button', { name: 'Accept all' }).waitFor({ timeout: 60_000 })
    const themes = page.getByRole('article', { name: /^Themes/ })
    await themes.getByRole('deletion').first().waitFor()
    await page.getByRole('region', { name: 'What changes in the document' }).waitFor()
    await expectAccessible(page)
    await themes.getByRole('button', { name: 'Add what is new' }).click()
    await themes.getByRole('button', { name: 'Accepted' }).waitFor()
    await page.getByRole('button', { name: 'Accept all' }).click()
    await expect.poll(async () => (await kept(page)).language, soon).not.toBe('')
    const after = await kept(page)
    expect(after.themes.slice(0, 2)).toEqual(['Local flour', 'Sourdough'])
    expect(after.themes.length).toBeGreaterThan(2)
    expect(after.origins.themes).toBe('hand')
    expect(after.identity).toContain('Calm and plain-spoken')
    expect((await sourcesOf(page, after.id)).map(({ kind }) => kind)).toContain('website')
    await page.goto('/brand')
    await page.getByRole('list', { name: 'Website readings' }).getByRole('link').first().waitFor()
    await expectAccessible(page)
  })

  it('finds another brand by a few letters, with the keyboard, and pins it', async () => {
    const { page } = ada
    await page.goto('/brand/new')
    await page.getByLabel('Name', { exact: true }).fill('Ada Byron, baker')
    await page.getByText('A person').click()
    await page.getByRole('button', { name: 'Fill in by hand' }).click()
    const selector = page.getByRole('button', { name: /^Brand: / }).first()
    await selector.getByText('Ada Byron, baker').waitFor()
    await selector.press('ArrowDown')
    const list = page.getByRole('dialog', { name: 'Brands' })
    await list.getByLabel('Find a brand').waitFor()
    await expectAccessible(page)
    await list.getByRole('button', { name: 'Pin Ada Byron, baker' }).press('Enter')
    await list.getByRole('button', { name: 'Unpin Ada Byron, baker' }).waitFor()
    await expect
      .poll(() => list.getByRole('listitem').first().innerText())
      .toMatch(/Ada Byron, baker/)
    await list.getByLabel('Find a brand').fill('byron')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await list.waitFor({ state: 'detached' })
    await selector.press('Enter')
    await list.getByLabel('Find a brand').fill('nobody')
    await list.getByText('No brand by that name.').waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('a website that cannot be read', () => {
  const address = (page: Page) => page.getByRole('main').getByLabel('Address of the website')
  const read = (page: Page) => page.getByRole('button', { name: /Read website.*20 credits/ })
  const failed = (page: Page) =>
    page.getByRole('heading', { name: 'The website could not be read' }).waitFor(soon)
  beforeAll(async () => {
    eve = await visit(browser, studio.url)
    await signUp(eve.page, `${randomUUID()}@example.com`)
  })

  it('uses up no brand: Home offers another try, and a new brand takes its place', async () => {
    const { page } = eve
    await address(page).fill('nowhere.invalid')
    await read(page).click()
    await failed(page)
    await page.goto('/')
    await page.getByText('nowhere.invalid could not be read').waitFor()
    await expectAccessible(page)
    await shoot(page, 'home-unread-brand')
    const first = await kept(page)
    await page.goto('/brand/new')
    await address(page).fill('nothing.invalid')
    await read(page).click()
    await failed(page)
    expect(await kept(page)).toMatchObject({ id: first.id, name: 'nothing.invalid' })
    await page.goto('/')
    await page.getByText('nothing.invalid could not be read').waitFor()
  })

  it('gives way to the one that was read', async () => {
    const { page } = eve
    const before = await kept(page)
    await address(page).fill(site.origin)
    await read(page).click()
    await page.getByRole('button', { name: 'Accept all' }).waitFor({ timeout: 60_000 })
    const card = page.getByRole('article', { name: /^Website/ })
    expect(await card.getByRole('deletion').innerText()).toBe('https://nothing.invalid/')
    await expectAccessible(page)
    await shoot(page, 'import-website')
    await page.getByRole('button', { name: 'Accept all' }).click()
    await page.getByText('Your brand is ready to work with').waitFor()
    expect(await kept(page)).toMatchObject({ id: before.id, website: `${site.origin}/` })
    await page.goto('/')
    await page.getByRole('heading', { name: 'Start from an idea' }).waitFor()
    expect(await page.getByText('Start with your website').count()).toBe(0)
  })

  it('and no room is said with the plan that has more', async () => {
    const { page } = eve
    await page.goto('/brand/new')
    await page.getByLabel('Name', { exact: true }).fill('Another')
    await page.getByRole('button', { name: 'Fill in by hand' }).click()
    await page.getByText('Your plan has 1 business brand. Team has 5.').waitFor()
    await shoot(page, 'new-brand-no-room')
  })
})

it('complains about nothing', () => {
  const complaints = [...ada.complaints, ...eve.complaints]
  expect(complaints.filter((complaint) => !/4(0[0149]|15)/.test(complaint))).toEqual([])
})
