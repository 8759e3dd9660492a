import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Carousel, Me, NewPost, Post } from '@rheos/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { filesOf, startSite } from '../../server/test/import/serve-site.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import {
  expectAccessible,
  expectBalance,
  sidebarBalance,
  signUp,
  type Visit,
  visit,
} from './pages.ts'

const plainSite = fileURLToPath(new URL('../../server/test/fixtures/sites/plain', import.meta.url))
const tooLongForX = 'Bring your bicycle in on Sunday and ride it home on Monday. '.repeat(8).trim()

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>
let studio: TestStudio
let ada: Visit
/** The post of the journey. */
let postId = ''

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

/** Calls the API as the person of the page. */
async function api<T>(method: string, path: string, body?: unknown): Promise<T> {
  const { request } = ada.context
  const me = (await (await request.get('/api/v1/me', { maxRetries: 2 })).json()) as Me
  const answer = await request.fetch(`/api/v1/workspaces/${me.workspaces[0]?.id}${path}`, {
    method,
    headers: { origin: studio.url, 'content-type': 'application/json' },
    ...(body !== undefined && { data: JSON.stringify(body) }),
  })
  expect(answer.ok(), `${method} ${path} ${answer.status()}`).toBe(true)
  return (await answer.json()) as T
}

const eventually = <T>(ask: () => T) => expect.poll(ask)
const stored = (id = postId) => api<Post>('GET', `/posts/${id}`)
const text = (page: Page, name = 'Text') => page.getByRole('textbox', { name, exact: true })
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).first()
const studioDialog = (page: Page) => page.getByRole('dialog', { name: 'Image studio' })
const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

async function openPost(page: Page, id: string): Promise<void> {
  await page.goto(`/posts/${id}`)
  await tab(page, 'All networks').waitFor()
}

/** What the press of the button whose text this is costs. */
function priceOn(label: string): number {
  const price = /(\d+)\scredits/.exec(label)?.[1]
  if (price === undefined) throw new Error(`No price stands on “${label}”.`)
  return Number(price)
}

/** The post shows the slides of its carousel, in their order. */
async function expectCarouselUsed(id: string): Promise<void> {
  const post = await stored(id)
  const carousel = await api<Carousel>('GET', `/carousels/${post.carouselId}`)
  expect(post.type).toBe('carousel')
  expect(carousel.slides.length).toBeGreaterThanOrEqual(2)
  expect(post.media).toHaveLength(carousel.slides.length)
}

describe('from a website to a post for three networks', () => {
  it('reads the website and makes a brand of it', async () => {
    const { page } = ada
    await page.getByLabel('Address of the website').fill(site.origin)
    await page.getByRole('button', { name: /Read website.*20 credits/ }).click()
    await page.getByRole('button', { name: 'Accept all' }).click()
    await page.getByText('Your brand is ready to work with').waitFor()
    await expectBalance(page, '380')
    await page.getByRole('link', { name: 'See the brand' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  it('has three ideas, and writes one into the editor', async () => {
    const { page } = ada
    await page.goto('/posts/new')
    await page.getByLabel('Direction').fill('We are open on Sundays from June')
    await page.getByRole('button', { name: /Suggest ideas/ }).click()
    const ideas = page.getByRole('article')
    await eventually(() => ideas.count()).toBe(3)
    const settled = page.locator('[aria-busy="false"]')
    await page.getByRole('region', { name: 'Ideas' }).and(settled).waitFor()
    const hook = await ideas.nth(1).locator('p').first().innerText()
    await ideas
      .nth(1)
      .getByRole('button', { name: /^Write it/ })
      .click()
    await page.waitForURL(/\/posts\/(?!new)/)
    await eventually(() => text(page).inputValue()).toContain(hook)
    postId = idOf(page)
    const post = await stored()
    expect(post.body).toContain(hook)
    expect(post.brandId).not.toBeNull()
    await expectBalance(page, '380')
  })

  it('takes networks, and a version for X that one press mends', async () => {
    const { page } = ada
    for (const network of ['LinkedIn', 'Instagram', 'X']) {
      await page.getByRole('button', { name: /^Add( networks)?$/ }).click()
      await page.getByRole('menuitem', { name: network, exact: true }).click()
      await page.getByRole('tab', { name: network, selected: true }).waitFor()
    }
    await page.getByRole('button', { name: 'Customise for X' }).click()
    await text(page, 'Text for X').fill(tooLongForX)
    await tab(page, 'Checks').click()
    const checks = page.getByRole('region', { name: 'Preflight' })
    await checks.getByText('1 to fix').waitFor()
    await checks.getByRole('button', { name: /thread/i }).click()
    await checks.getByText('Ready', { exact: true }).waitFor()
    await eventually(async () => (await stored()).versions.x?.thread?.length).toBeGreaterThan(0)
    const { networks, versions } = await stored()
    expect(networks).toEqual(['linkedin', 'instagram', 'x'])
    expect(Object.keys(versions)).toEqual(['x'])
  })

  it('draws a picture in the editor for the price on the button, and describes it', async () => {
    const { page } = ada
    await tab(page, 'All networks').click()
    const before = Number(await sidebarBalance(page))
    await page.getByRole('button', { name: 'Generate', exact: true }).click()
    const dialog = studioDialog(page)
    await dialog.getByLabel('Prompt').fill('A bicycle in the morning sun')
    const generate = dialog.getByRole('button', { name: /Generate.*\d+ credits/ })
    const price = priceOn(await generate.innerText())
    await generate.click()
    await dialog.getByRole('button', { name: 'Use image 1' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expectBalance(page, String(before - price))
    await page.getByRole('button', { name: /(Describe|description of) picture 1$/ }).click()
    await text(page, 'Description of picture 1').fill('A red bicycle against a wall')
    await eventually(async () => (await stored()).media).toMatchObject([
      { alt: 'A red bicycle against a wall' },
    ])
    expect(await stored()).toMatchObject({ type: 'image' })
  })

  it('makes a carousel of it, whose slides come back into the post', async () => {
    const { page } = ada
    await page.getByRole('link', { name: 'Carousel', exact: true }).click()
    await page.waitForURL(`**/carousels/new?post=${postId}`)
    await page.getByLabel('What is it about').fill('Five signs that a bicycle wants a service')
    await page.getByRole('button', { name: /Write slides/ }).click()
    await page.waitForURL(/\/carousels\/(?!new)/)
    const carouselId = idOf(page)
    await page.getByRole('img', { name: /^Slide 1:/ }).waitFor()
    await page.getByRole('button', { name: 'Use in post' }).click()
    await page.waitForURL(`**/posts/${postId}`)
    await page.getByRole('button', { name: 'Move picture 2' }).waitFor()
    await expectCarouselUsed(postId)
    expect((await stored()).carouselId).toBe(carouselId)
    const link = page.getByRole('link', { name: 'Carousel', exact: true })
    expect(await link.getAttribute('href')).toBe(`/carousels/${carouselId}?post=${postId}`)
  })

  it('is seen on each network with the words it has there', async () => {
    const { page } = ada
    const { body } = await stored()
    const begins = { LinkedIn: body.slice(0, 20), Instagram: body.slice(0, 20), X: 'Bring your' }
    for (const [network, words] of Object.entries(begins)) {
      await page.getByRole('tab', { name: new RegExp(`^${network}\\b`) }).click()
      const preview = page.getByRole('region', { name: `Preview on ${network}` })
      await preview.waitFor()
      await eventually(() => preview.innerText()).toContain(words)
    }
    await tab(page, 'All networks').click()
    await expectAccessible(page)
  })
})

/** What has the focus is called so. */
const focused = `(() => {
  const node = document.activeElement
  const label = node?.labels?.[0]?.innerText
  return (node?.ariaLabel || label || node?.innerText || '').trim()
})()`

/** Goes on with Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let tabs = 0; tabs < 200; tabs += 1) {
    if (name.test(await page.evaluate<string>(focused))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${name}.`)
}

async function enter(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

const written = (post: NewPost) => api<Post>('POST', '/posts', post)

describe('with the keyboard alone', () => {
  let id = ''

  it('takes networks and a version for X, and mends it', async () => {
    const { page } = ada
    id = (await written({ title: 'Keys', body: 'Open on Sundays.' })).id
    await openPost(page, id)
    for (const network of ['LinkedIn', 'Instagram', 'X']) {
      await enter(page, /^Add( networks)?$/)
      await page.getByRole('menuitem', { name: network, exact: true }).waitFor()
      await page.keyboard.type(network)
      await page.keyboard.press('Enter')
      await page.getByRole('tab', { name: network, selected: true }).waitFor()
    }
    await enter(page, /^Customise for X$/)
    await text(page, 'Text for X').waitFor()
    await tabTo(page, /^Text for X$/)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(tooLongForX)
    await tabTo(page, /^Preview$/)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const checks = page.getByRole('region', { name: 'Preflight' })
    await checks.getByText('1 to fix').waitFor()
    // The panel itself has the focus first, and all its words.
    await enter(page, /^[^\n]*thread[^\n]*$/i)
    await eventually(async () => (await stored(id)).versions.x?.thread?.length).toBeGreaterThan(0)
    expect((await stored(id)).networks).toEqual(['linkedin', 'instagram', 'x'])
  })

  it('draws a picture and puts it into the post', async () => {
    const { page } = ada
    const before = Number(await sidebarBalance(page))
    await enter(page, /^Generate$/)
    const dialog = studioDialog(page)
    const use = dialog.getByRole('button', { name: 'Use image 1' })
    await use.first().waitFor()
    const known = await use.count()
    await tabTo(page, /^Prompt$/)
    await page.keyboard.type('A bell on a handlebar')
    await tabTo(page, /^Generate\s.*credits/s)
    const price = priceOn(await page.evaluate<string>(focused))
    await page.keyboard.press('Enter')
    await eventually(() => use.count()).toBe(known + 1)
    await enter(page, /^Use image 1$/)
    await dialog.waitFor({ state: 'detached' })
    await eventually(async () => (await stored(id)).media.length).toBe(1)
    await expectBalance(page, String(before - price))
    await enter(page, /(Describe|description of) picture 1$/)
    await tabTo(page, /^Description of picture 1/)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('A brass bell')
    await eventually(async () => (await stored(id)).media[0]?.alt).toBe('A brass bell')
  })

  it('makes a carousel and uses it', async () => {
    const { page } = ada
    await enter(page, /^Carousel$/)
    await page.waitForURL(`**/carousels/new?post=${id}`)
    await tabTo(page, /^What is it about/)
    await page.keyboard.type('How to oil a chain')
    await enter(page, /^Write slides/)
    await page.waitForURL(/\/carousels\/(?!new)/)
    await page.getByRole('img', { name: /^Slide 1:/ }).waitFor()
    await enter(page, /^Use in post$/)
    await page.waitForURL(`**/posts/${id}`)
    await expectCarouselUsed(id)
  })
})

describe('on a small screen', () => {
  it('customises, previews and reaches the carousel', async () => {
    const { page } = ada
    const { id } = await written({ body: 'Open on Sundays.', networks: ['linkedin', 'x'] })
    await page.setViewportSize({ width: 390, height: 844 })
    await openPost(page, id)
    await page.getByRole('tab', { name: 'X', exact: true }).click()
    await page.getByRole('button', { name: 'Customise for X' }).click()
    await text(page, 'Text for X').fill('Sundays, too.')
    await eventually(async () => (await stored(id)).versions.x?.body).toBe('Sundays, too.')
    await page.getByRole('button', { name: 'Preview and checks' }).click()
    const dialog = page.getByRole('dialog', { name: 'Preview and checks' })
    await dialog.getByRole('region', { name: 'Preview on X' }).getByText('Sundays, too.').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Generate', exact: true }).click()
    await studioDialog(page).getByRole('button', { name: 'Use image 1' }).first().click()
    await eventually(async () => (await stored(id)).media.length).toBe(1)
    await page.getByRole('link', { name: 'Carousel', exact: true }).click()
    await page.waitForURL(`**/carousels/new?post=${id}`)
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

it('complains about nothing', () => {
  expect(ada.complaints.filter((complaint) => !/40[14]/.test(complaint))).toEqual([])
})
