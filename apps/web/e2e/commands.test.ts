import { randomUUID } from 'node:crypto'
import type { Brand, Me, Post } from '@rheos/contract'
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
const posts: Post[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  studio = await startStudio()
  ada = await visit(browser, studio.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
  const brand = await callApi<Brand>(ada, 'POST', '/brands', { name: 'Kernel' })
  for (let n = 1; n <= 7; n += 1) {
    const post = { title: `Loaf number ${n}`, body: 'Rye.', brandId: brand.id }
    posts.push(await callApi<Post>(ada, 'POST', '/posts', post))
  }
  await ada.page.goto('/calendar')
})
afterAll(async () => {
  await browser.close()
  await studio.close()
})

const menu = (page: Page) => page.getByRole('dialog', { name: 'Commands' })
const options = (page: Page, group: string) =>
  menu(page).getByRole('group', { name: group }).getByRole('option')

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await menu(page).waitFor()
}

async function runFirst(page: Page, typed: string, name: string): Promise<void> {
  await openMenu(page)
  await page.keyboard.type(typed)
  await menu(page).getByRole('option', { name, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await menu(page).waitFor({ state: 'detached' })
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

describe('the command menu', () => {
  it('has every page, everything one can make, and the posts edited last', async () => {
    const { page } = ada
    await openMenu(page)
    const places = await options(page, 'Go to').allInnerTexts()
    for (const place of ['Home', 'Posts', 'Carousels', 'Calendar', 'Image studio', 'Library'])
      expect(places.join('\n')).toContain(place)
    await expect
      .poll(() => options(page, 'Recent posts').allInnerTexts())
      .toEqual([7, 6, 5, 4, 3].map((n) => expect.stringMatching(`^Loaf number ${n}\\s+Draft$`)))
    await expectAccessible(page)
    await shoot(page, 'commands')
    await menu(page).getByLabel('Find a command').fill('new')
    await options(page, 'Create').first().waitFor()
    await shoot(page, 'commands-new')
    await page.keyboard.press('Escape')
    await menu(page).waitFor({ state: 'detached' })
  })

  it.each([
    ['carousels', 'Carousels', '/carousels'],
    ['new car', 'New carousel', '/carousels/new'],
    ['text-only', 'New text design', '/images/design'],
    ['generate', 'New image', '/images'],
    ['social', 'Social accounts', '/settings/accounts'],
    ['connect', 'Connect a social account', '/settings/accounts'],
    ['slots', 'Posting times', '/settings/posting-times'],
    ['invoices', 'Billing and usage', '/settings/billing'],
    ['explain', 'Why the balance is what it is', '/settings/billing/balance'],
    ['password', 'Account', '/settings/account'],
    ['new post', 'New post', '/posts/new'],
    ['add br', 'Add a brand', '/brand/new'],
  ])('%j leads to %s', async (typed, name, path) => {
    const { page } = ada
    await runFirst(page, typed, name)
    await page.waitForURL(`**${path}`)
  })

  it('finds a post by its title, however old, and opens it', async () => {
    const { page } = ada
    await openMenu(page)
    await page.keyboard.type('loaf number 1')
    const found = options(page, 'Recent posts')
    await expect.poll(() => found.allInnerTexts()).toHaveLength(1)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/posts/${posts[0]?.id}`)
    await openMenu(page)
    await page.keyboard.type('no such thing anywhere')
    await menu(page).getByText('Nothing by that name.').waitFor()
    await page.keyboard.press('Escape')
    await menu(page).waitFor({ state: 'detached' })
  })

  it('names a new folder in the library', async () => {
    const { page } = ada
    await runFirst(page, 'folder', 'New folder')
    const dialog = page.getByRole('dialog', { name: 'New folder' })
    await dialog.getByLabel('Name').fill('Summer')
    await dialog.getByRole('button', { name: 'Create folder' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page
      .getByRole('button', { name: /^Summer/ })
      .first()
      .waitFor()
    expect(page.url()).toMatch(/\/library$/)
  })

  it('uploads from any page', async () => {
    const { page } = ada
    await page.goto('/calendar')
    const asked = page.waitForEvent('filechooser')
    await runFirst(page, 'upload', 'Upload pictures or videos')
    expect((await asked).isMultiple()).toBe(true)
    await page.waitForURL(/\/library$/)
  })

  it('keeps what is typed when the page below it comes late', async () => {
    const { page } = ada
    await page.goto('/calendar')
    const { promise: menuIsOpen, resolve: goOn } = withResolvers()
    await page.route(/new-post-page/, async (route) => {
      await menuIsOpen
      await route.continue()
    })
    await page.getByRole('link', { name: 'New post' }).first().click()
    await page.keyboard.press('Control+k')
    await menu(page).waitFor()
    goOn()
    await page.locator('#direction').waitFor({ state: 'attached' })
    await page.keyboard.type('posting')
    await menu(page).getByRole('option', { name: 'Posting times', selected: true }).waitFor()
    await page.keyboard.press('Escape')
    await menu(page).waitFor({ state: 'detached' })
    await page.unroute(/new-post-page/)
  })

  it('offers members only what they may do, and nobody else the operator’s desk', async () => {
    const { page } = ada
    const me = (await (await page.request.get('/api/v1/me', { maxRetries: 2 })).json()) as Me
    const { pool } = studio.context.database
    await pool.query(`update studio.members set role = 'member' where user_id = $1`, [me.user.id])
    await page.reload()
    await openMenu(page)
    await options(page, 'Create').filter({ hasText: 'New post' }).waitFor()
    const all = await menu(page).getByRole('option').allInnerTexts()
    expect(all.join('\n')).not.toMatch(/Add a brand|Connect a social account|desk|Margin/)
  })

  it('complains about nothing', () => {
    expect(ada.complaints.filter((complaint) => !/40[14]/.test(complaint))).toEqual([])
  })
})
