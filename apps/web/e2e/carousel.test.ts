import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Carousel, Carousels, Me, Post } from '@rheos/contract'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { expectAccessible, expectBalance, signUp, type Visit, visit } from './pages.ts'

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

async function json<T>(page: Page, path: string): Promise<T> {
  const me = (await (await page.request.get('/api/v1/me', { maxRetries: 2 })).json()) as Me
  const answer = await page.request.get(`/api/v1/workspaces/${me.workspaces[0]?.id}${path}`, {
    maxRetries: 2,
  })
  return (await answer.json()) as T
}

/** What is kept of the only carousel. */
async function kept(page: Page): Promise<Carousel> {
  const [carousel] = (await json<Carousels>(page, '/carousels')).items
  if (carousel === undefined) throw new Error('There is no carousel.')
  return carousel
}

const large = (page: Page) => page.getByRole('img', { name: /^Slide \d+:/ })
const frames = (page: Page) =>
  page.getByRole('list', { name: 'Slides' }).getByRole('button', { name: /^Slide \d+:/ })

describe('a text design', () => {
  it('is seen while it is written, and saved to the library for nothing', async () => {
    const { page } = ada
    await page.goto('/images/design')
    await page.getByRole('img', { name: 'Example of the design' }).waitFor()
    await page
      .locator('label', { hasText: 'Quote' })
      .filter({ has: page.locator('img') })
      .click()
    await page.getByRole('textbox', { name: 'Quote', exact: true }).fill('They listened first')
    await page.getByTitle('Deep').click()
    await page.getByRole('img', { name: 'The design' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: /Save design.*free/i }).click()
    await page.waitForURL('**/library?asset=*')
    await expectBalance(page, '400')
  })
})

describe('a carousel', () => {
  it('is written from a structure and a direction', async () => {
    const { page } = ada
    await page.goto('/carousels')
    await page.getByText('No carousels yet').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'New carousel' }).first().click()
    await page.getByRole('radio', { name: /Step by step/ }).check({ force: true })
    await page.getByLabel('What is it about').fill('Baking sourdough bread at home')
    await expectAccessible(page)
    await page.getByRole('button', { name: /Write slides/ }).click()
    await page.waitForURL(/\/carousels\/[^n]/, { timeout: 30_000 })
    await large(page).waitFor()
    const { slides, structureId } = await kept(page)
    expect(structureId).toBe('step-by-step')
    expect(slides.length).toBeGreaterThanOrEqual(5)
    expect(slides.every(({ heading }) => heading !== '')).toBe(true)
    expect(await frames(page).count()).toBe(slides.length)
    await expectAccessible(page)
  })

  it('is edited, and keeps what was typed', async () => {
    const { page } = ada
    await frames(page).nth(1).click()
    await page.getByLabel('Heading').fill('Flour, water, salt')
    await page.getByText('Saved').waitFor()
    expect((await kept(page)).slides[1]?.heading).toBe('Flour, water, salt')
    await page.getByRole('img', { name: 'Slide 2: Flour, water, salt' }).waitFor()
  })

  it('is reordered by keyboard, which says so', async () => {
    const { page } = ada
    const before = (await kept(page)).slides.map(({ id }) => id)
    await page.getByRole('button', { name: 'Move slide 2' }).focus()
    await page.keyboard.press('Space')
    await page.getByText(/Slide 2 is over place 2/).waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowRight')
    await page.getByText(/Slide 2 is over place 3/).waitFor({ state: 'attached' })
    await page.keyboard.press('Space')
    const [first, second, third, ...rest] = before
    await expect
      .poll(async () => (await kept(page)).slides.map(({ id }) => id), { timeout: 30_000 })
      .toEqual([first, third, second, ...rest])
  })

  it('is reordered by mouse', async () => {
    const { page } = ada
    const before = (await kept(page)).slides.map(({ id }) => id)
    const from = await page.getByRole('button', { name: 'Move slide 3' }).boundingBox()
    const to = await page.getByRole('button', { name: 'Move slide 2' }).boundingBox()
    if (from === null || to === null) throw new Error('There is nothing to drag.')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 })
    await page.mouse.up()
    const [first, second, third, ...rest] = before
    await expect
      .poll(async () => (await kept(page)).slides.map(({ id }) => id), { timeout: 30_000 })
      .toEqual([first, third, second, ...rest])
  })

  it('gets a slide, loses it and has it back', async () => {
    const { page } = ada
    const { slides } = await kept(page)
    await page.getByRole('button', { name: 'Duplicate' }).click()
    await expect.poll(() => frames(page).count()).toBe(slides.length + 1)
    await page.getByRole('button', { name: 'Delete slide' }).click()
    await expect.poll(() => frames(page).count()).toBe(slides.length)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => frames(page).count()).toBe(slides.length + 1)
    await page.getByRole('button', { name: 'Delete slide' }).click()
    await expect
      .poll(async () => (await kept(page)).slides.length, { timeout: 30_000 })
      .toBe(slides.length)
  })

  it('is rewritten as a whole by one instruction, which can be taken back', async () => {
    const { page } = ada
    const before = await kept(page)
    await page.getByLabel('One instruction for all slides').fill('Shorter')
    await page.getByRole('button', { name: /Rewrite all/ }).click()
    await page.getByText('All slides rewritten').waitFor({ timeout: 30_000 })
    await expect
      .poll(async () => (await kept(page)).revision, { timeout: 30_000 })
      .toBeGreaterThan(before.revision)
    await expectBalance(page, '400')
  })

  it('is taken along as pictures and as PDF', async () => {
    const { page } = ada
    const { slides } = await kept(page)
    const bytesOf = async (name: string) => {
      const waiting = page.waitForEvent('download')
      await page.getByRole('link', { name }).click()
      const download = await waiting
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    }
    const zip = await bytesOf('PNG files')
    expect(Object.keys(unzipSync(new Uint8Array(zip.bytes)))).toHaveLength(slides.length)
    const pdf = await bytesOf('PDF')
    expect(pdf.bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(slides.length)
    expect(pdf.name).toMatch(/\.pdf$/)
  })

  it('of two people who edit it, each learns of the other', async () => {
    const { page } = ada
    const { id, revision } = await kept(page)
    const me = (await (await page.request.get('/api/v1/me', { maxRetries: 2 })).json()) as Me
    await page.request.patch(`/api/v1/workspaces/${me.workspaces[0]?.id}/carousels/${id}`, {
      data: { revision, title: 'Theirs' },
    })
    await page.getByLabel('Title', { exact: true }).fill('Mine')
    await page.getByText('This was edited elsewhere meanwhile').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await expect.poll(async () => (await kept(page)).title, { timeout: 30_000 }).toBe('Mine')
  })

  it('becomes a post with its slides as pictures', async () => {
    const { page, complaints } = ada
    const { id, slides } = await kept(page)
    await page.getByRole('button', { name: 'Make a post of it' }).click()
    await page.waitForURL('**/posts/*', { timeout: 30_000 })
    const [post] = (await json<{ items: Post[] }>(page, '/posts')).items
    expect(post).toMatchObject({ type: 'carousel', carouselId: id })
    expect(post?.media).toHaveLength(slides.length)
    expect(complaints.filter((text) => !/409/.test(text))).toEqual([])
  })
})

describe('a carousel for a post', () => {
  it('begins with what the post says, and leads back to it', async () => {
    const { page } = ada
    const me = (await (await page.request.get('/api/v1/me', { maxRetries: 2 })).json()) as Me
    const made = await page.request.post(`/api/v1/workspaces/${me.workspaces[0]?.id}/posts`, {
      data: { title: 'Why rye takes time', body: 'It needs two nights.' },
    })
    const { id } = (await made.json()) as Post
    await page.goto(`/posts/${id}`)
    await page.getByRole('link', { name: 'Carousel', exact: true }).press('Enter')
    const about = page.getByLabel('What is it about')
    expect(await about.inputValue()).toBe('Why rye takes time\n\nIt needs two nights.')
    await page.getByRole('link', { name: 'Back to the post' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Start with empty slides' }).press('Enter')
    await page.waitForURL(/\/carousels\/[^n]/)
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Why rye takes time')
    await page.getByRole('button', { name: 'Use in post' }).press('Enter')
    await page.waitForURL(`**/posts/${id}`, { timeout: 30_000 })
    expect((await json<Post>(page, `/posts/${id}`)).carouselId).not.toBeNull()
  })

  it('that was deleted is no longer led to; its slides stay', async () => {
    const { page } = ada
    const pictures = page.getByRole('button', { name: /^Move picture/ })
    await pictures.first().waitFor()
    const slides = await pictures.count()
    await page.getByRole('link', { name: 'Carousel', exact: true }).click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByText('The carousel was deleted. Its slides stay here as pictures.').waitFor()
    expect(await page.getByRole('link', { name: 'Carousel', exact: true }).count()).toBe(0)
    expect(await pictures.count()).toBe(slides)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await page.getByRole('link', { name: 'Carousel', exact: true }).waitFor()
  })
})
