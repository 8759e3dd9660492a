import { randomUUID } from 'node:crypto'
import type { Brand, Post } from '@rheos/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { type PlayedNetworks, playNetworks } from '../../server/test/publishing/play-studio.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { callApi } from './api.ts'
import { expectAccessible, signUp, type Visit, visit } from './pages.ts'
import { shoot } from './shoot.ts'

let browser: Browser
let studio: TestStudio
let networks: PlayedNetworks
let ada: Visit
let brand: Brand

beforeAll(async () => {
  networks = await playNetworks()
  browser = await launchBrowser()
  studio = await startStudio({ environment: networks.environment })
  ada = await visit(browser, studio.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
  brand = await callApi<Brand>(ada, 'POST', '/brands', { name: 'Round Bakery' })
})
afterAll(async () => {
  await browser.close()
  await studio.close()
  await networks.close()
})

/** Not the toasts, which are dialogs too for those who hear the page. */
const dialog = (page: Page) => page.locator('[role=dialog]:not([data-type])')
const account = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name }).first()

const aDraft = (body: string, on: readonly string[]) =>
  callApi<Post>(ada, 'POST', '/posts', { body, networks: on, brandId: brand.id })

/** As it looks on a desk and in a hand. */
async function shootBoth(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await shoot(page, `${name}-${width}`)
  }
}

/** A dialog hides the page from those who hear it until it is gone. */
const closed = (page: Page) =>
  page.locator('[role=dialog][data-open]:not([data-type])').waitFor({ state: 'detached' })

describe('social accounts', () => {
  it('says where nothing is connected, and what each network promises', async () => {
    const { page } = ada
    await page.goto('/settings/accounts')
    await page.getByText('None yet. Connect one below.').waitFor()
    await page.getByText('Will never be posted twice.').first().waitFor()
    await page.getByText('If the answer is lost, we will ask you.').first().waitFor()
    await page.getByText(/more need to be set up/).click()
    await page.getByText(/X_CLIENT_ID/).waitFor()
    await expectAccessible(page)
    await shoot(page, 'accounts-empty')
  })

  it('refuses what the network does not know, in a sentence, and connects what it knows', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'Connect Bluesky' }).click()
    await dialog(page).getByLabel('Handle').fill('roundbakery.test')
    await dialog(page).getByLabel('App password').fill('wrong-wrong-wrong')
    await dialog(page).getByLabel('Server').fill(networks.bluesky.url)
    await shoot(page, 'accounts-connect')
    await dialog(page).getByRole('button', { name: 'Connect' }).click()
    await dialog(page)
      .getByText(/does not know this handle with this app password/)
      .waitFor()
    await dialog(page).getByLabel('App password').fill(networks.bluesky.appPassword)
    await dialog(page).getByRole('button', { name: 'Connect' }).click()
    await page.getByText('roundbakery.test connected').waitFor()
    await closed(page)
    await page.getByText('@roundbakery.test').waitFor()
    await expectAccessible(page)
  })

  it('leads to the network and back', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'Connect Mastodon' }).click()
    await dialog(page).getByLabel('Server').fill(networks.mastodon.url)
    await dialog(page).getByRole('button', { name: 'Continue to Mastodon' }).click()
    await account(page, '@roundbakery@127.0.0.1').waitFor()
    expect(new URL(page.url()).pathname).toBe('/settings/accounts')
  })

  it('connects a channel and a webhook', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'Connect Discord' }).click()
    await dialog(page).getByLabel('Webhook address').fill(networks.discord.webhook)
    await dialog(page).getByRole('button', { name: 'Connect' }).click()
    await page.getByRole('button', { name: 'Connect Telegram' }).click()
    await dialog(page).getByLabel('Bot token').fill(networks.telegram.token)
    await dialog(page).getByLabel('Channel').fill(networks.telegram.chat)
    await dialog(page).getByRole('button', { name: 'Connect' }).click()
    await page.getByText('@roundbakery', { exact: false }).nth(2).waitFor()
    await closed(page)
    await expectAccessible(page)
    await shoot(page, 'accounts')
  })
})

describe('a post', () => {
  it('is scheduled, stands on the calendar, and is moved by keyboard', async () => {
    const { page } = ada
    const post = await aDraft('Rye from tomorrow on.', ['bluesky', 'mastodon'])
    await page.goto(`/posts/${post.id}`)
    await page.getByRole('button', { name: 'Schedule' }).click()
    await dialog(page).getByText('Publishing never costs credits.').waitFor()
    // In the middle of a month, where the next day is on the same page.
    const now = new Date()
    const middle = (date: number) =>
      new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, date))
        .toISOString()
        .slice(0, 10)
    const [day, next] = [middle(15), middle(16)]
    await dialog(page).getByLabel('Day').fill(day)
    await dialog(page).getByLabel('Time', { exact: true }).fill('09:30')
    await expectAccessible(page)
    await shoot(page, 'schedule')
    await dialog(page).getByRole('button', { name: 'Schedule' }).click()
    await page.getByRole('region', { name: 'Publishing' }).getByText('Scheduled').first().waitFor()
    await shoot(page, 'post-scheduled')
    await page.goto(`/calendar?on=${day}`)
    const entry = page.locator(`[data-entry="${post.id}"]`)
    await entry.waitFor()
    await expectAccessible(page)
    await shoot(page, 'calendar')
    await page.locator(`[data-day="${day}"] [data-entry="${post.id}"]`).press('Alt+ArrowRight')
    await page.getByText(/^Moved to/).waitFor()
    const moved = await callApi<Post>(ada, 'GET', `/posts/${post.id}`)
    expect(moved.schedule?.wallTime).toBe(`${next}T09:30`)
    await page.getByRole('button', { name: 'Undo' }).click()
    const back = page.locator(`[data-day="${day}"] [data-entry="${post.id}"]`)
    await back.waitFor()
    // Step by step, without looking for it again after each.
    await back.press('Alt+ArrowRight')
    const there = page.locator(`[data-day="${next}"] [data-entry="${post.id}"]`)
    await expect.poll(() => there.evaluate((link) => link.matches(':focus'))).toBe(true)
    await page.keyboard.press('Alt+ArrowLeft')
    await back.waitFor()
    const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
    const { at: _, ...schedule } = moved.schedule ?? {}
    const wallTime = `${tomorrow}T09:30`
    await callApi(ada, 'PUT', `/posts/${post.id}/schedule`, { ...schedule, wallTime })
  })

  it('is offered the next free time of its brand first', async () => {
    const { page } = ada
    const slots = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, time: '07:45' }))
    const path = `/brands/${brand.id}/slots`
    await callApi(ada, 'PUT', path, { timeZone: 'Asia/Tokyo', slots })
    const post = await aDraft('Buns at a quarter to eight.', ['bluesky'])
    await page.goto(`/posts/${post.id}`)
    await page.getByRole('button', { name: 'Schedule' }).press('Enter')
    const next = dialog(page).getByRole('button', { name: /^Next free time: .*07:45/ })
    await next.waitFor()
    expect(await next.getAttribute('aria-pressed')).toBe('true')
    await shootBoth(page, 'schedule-next-free')
    await dialog(page).getByRole('button', { name: 'Schedule' }).press('Enter')
    await closed(page)
    const scheduled = await callApi<Post>(ada, 'GET', `/posts/${post.id}`)
    expect(scheduled.schedule?.wallTime).toMatch(/T07:45$/)
    expect(scheduled.schedule?.timeZone).toBe('Asia/Tokyo')
    await callApi(ada, 'DELETE', `/posts/${post.id}/schedule`)
    await callApi(ada, 'PUT', path, { timeZone: 'Europe/London', slots: [] })
  })

  it('has a first comment where the network has comments', async () => {
    const { page } = ada
    const post = await aDraft('The rye is back.', ['linkedin', 'bluesky'])
    await page.goto(`/posts/${post.id}`)
    await page.getByRole('tab', { name: 'Bluesky' }).press('Enter')
    await page.getByRole('button', { name: 'Customise for Bluesky' }).waitFor()
    expect(await page.getByRole('button', { name: 'Add a first comment' }).count()).toBe(0)
    await page.getByRole('tab', { name: /LinkedIn/ }).press('Enter')
    await page.getByRole('button', { name: 'Add a first comment' }).press('Enter')
    const comment = page.getByLabel('First comment on LinkedIn')
    expect(await comment.evaluate((field) => field.matches(':focus'))).toBe(true)
    await page.keyboard.type('The recipe: https://example.com/rye')
    const section = page.getByRole('region', { name: 'First comment' })
    await section.getByText('35 / 1,250').waitFor()
    await expect
      .poll(async () => (await callApi<Post>(ada, 'GET', `/posts/${post.id}`)).versions)
      .toEqual({ linkedin: { firstComment: 'The recipe: https://example.com/rye' } })
    const preview = page.getByRole('region', { name: 'Preview on LinkedIn' })
    await preview.getByText('The recipe:').waitFor()
    await shootBoth(page, 'first-comment')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Remove the first comment' }).press('Enter')
    await expect
      .poll(async () => (await callApi<Post>(ada, 'GET', `/posts/${post.id}`)).versions)
      .toEqual({})
    await page.getByRole('button', { name: 'Undo' }).first().press('Enter')
    await comment.waitFor()
    await page.getByRole('button', { name: 'Schedule' }).press('Enter')
    await dialog(page).getByRole('button', { name: 'Publish now' }).press('Enter')
    await page.getByText('What went out stays as it is.').waitFor()
    const sent = page.getByRole('region', { name: 'Preview on LinkedIn' })
    await sent.getByRole('region', { name: 'First comment' }).getByText('The recipe:').waitFor()
    await shootBoth(page, 'first-comment-sent')
  })

  it('is published to four networks; one asks, one waits and goes on by itself', async () => {
    const { page } = ada
    networks.discord.faults.next('cut_after', 'commit')
    networks.mastodon.faults.next('busy_before', 'commit')
    const post = await aDraft('Fresh bread, from six.', [
      'bluesky',
      'mastodon',
      'discord',
      'telegram',
    ])
    await page.goto(`/posts/${post.id}`)
    await page.getByRole('button', { name: 'Schedule' }).click()
    await dialog(page).getByRole('button', { name: 'Publish now' }).click()
    const way = page.getByRole('region', { name: 'Publishing' })
    await way.getByText('is the post there?').waitFor()
    await way.getByText('Published').nth(2).waitFor({ timeout: 30_000 })
    await expectAccessible(page)
    await shoot(page, 'post-asked')
    await way.getByRole('button', { name: 'Yes, it is there' }).click()
    await way.getByText('is the post there?').waitFor({ state: 'detached' })
    await way.getByRole('button', { name: 'Timeline' }).nth(1).click()
    await way.getByText(/Mastodon wants us to wait|The server wants us to wait/).waitFor()
    await shoot(page, 'post-published')
    for (const name of ['bluesky', 'mastodon', 'discord', 'telegram'] as const)
      expect(
        networks[name].posts().filter(({ text }) => text === 'Fresh bread, from six.'),
      ).toHaveLength(1)
  })

  it('that a network refused says why, and can be tried again', async () => {
    const { page } = ada
    networks.telegram.kick()
    const post = await aDraft('Into nothing.', ['telegram'])
    await page.goto(`/posts/${post.id}`)
    await page.getByRole('button', { name: 'Schedule' }).click()
    await dialog(page).getByRole('button', { name: 'Publish now' }).click()
    const way = page.getByRole('region', { name: 'Publishing' })
    await way.getByText(/The bot may not post there/).waitFor()
    await way.getByRole('link', { name: 'Reconnect' }).waitFor()
    await page.getByText(/has to be connected again before anything goes out/).waitFor()
    await expectAccessible(page)
    await shoot(page, 'post-lost')
  })
})

describe('at 390 px', () => {
  it('shows the calendar as a list, and what needs somebody on the first page', async () => {
    const { page } = ada
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/calendar')
    await page.getByText('Rye from tomorrow on.').first().waitFor()
    await expectAccessible(page)
    await shoot(page, 'calendar-390')
    await page.goto('/')
    await page.getByRole('heading', { name: 'Coming up' }).waitFor()
    await expectAccessible(page)
    await shoot(page, 'home-390')
    await page.goto('/settings/accounts')
    await page.getByText('@roundbakery.test').waitFor()
    await expectAccessible(page)
    await shoot(page, 'accounts-390')
  })
})

it('an account is disconnected', async () => {
  const { page } = ada
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/settings/accounts')
  const row = account(page, 'Round Bakery')
  await row.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click()
  await page.getByText(/was disconnected/).waitFor()
  const me = await callApi<{ items: unknown[] }>(ada, 'GET', '/social-accounts')
  expect(me.items).toHaveLength(3)
})
