import { randomUUID } from 'node:crypto'
import type { Brand, Post } from '@rheos/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../../../test/browser.ts'
import { realBluesky, recordsAt } from '../../../server/test/bluesky-real/real-bluesky.ts'
import { TurnedClock } from '../../../server/test/networks/played-delivery.ts'
import { type PlayedNetworks, playNetworks } from '../../../server/test/publishing/play-studio.ts'
import { startStudio, type TestStudio } from '../../../server/test/studio.ts'
import { callApi } from '../api.ts'
import { signUp, type Visit, visit } from '../pages.ts'

const bluesky = realBluesky()
const clock = new TurnedClock()
let browser: Browser
let studio: TestStudio
let networks: PlayedNetworks
let ada: Visit

beforeAll(async () => {
  networks = await playNetworks()
  browser = await launchBrowser()
  const { NETWORK_ALLOWED_HOSTS: played, ...more } = networks.environment
  studio = await startStudio({
    clock: clock.now,
    environment: { ...more, NETWORK_ALLOWED_HOSTS: `${played},${bluesky.host}` },
  })
  ada = await visit(browser, studio.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
})
afterAll(async () => {
  await browser?.close()
  await studio?.close()
  await networks?.close()
})

/** Not the toasts, which are dialogs too for those who hear the page. */
const dialog = (page: Page) => page.locator('[role=dialog]:not([data-type])')

async function connect(name: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const { page } = ada
  await page.getByRole('button', { name: `Connect ${name}` }).click()
  for (const [label, value] of Object.entries(fields))
    await dialog(page).getByLabel(label).fill(value)
  const submit = name === 'Mastodon' ? 'Continue to Mastodon' : 'Connect'
  await dialog(page).getByRole('button', { name: submit }).click()
  await page.locator('[role=dialog][data-open]:not([data-type])').waitFor({ state: 'detached' })
}

it("a post is scheduled for Bluesky's own server and three others, and is published at each once", async () => {
  const { page } = ada
  const brand = await callApi<Brand>(ada, 'POST', '/brands', { name: 'Round Bakery' })
  await page.goto('/settings/accounts')
  await connect('Bluesky', {
    Handle: bluesky.handle,
    'App password': bluesky.appPassword,
    Server: bluesky.url,
  })
  await page.getByText(`@${bluesky.handle}`).waitFor()
  await connect('Mastodon', { Server: networks.mastodon.url })
  await page.getByText('@roundbakery@127.0.0.1').first().waitFor()
  await connect('Discord', { 'Webhook address': networks.discord.webhook })
  await connect('Telegram', {
    'Bot token': networks.telegram.token,
    Channel: networks.telegram.chat,
  })

  const text = 'Four ovens, one bread.'
  const to = ['bluesky', 'mastodon', 'discord', 'telegram'] as const
  const body = { body: text, networks: to, brandId: brand.id }
  const post = await callApi<Post>(ada, 'POST', '/posts', body)
  await page.goto(`/posts/${post.id}`)
  await page.getByRole('button', { name: 'Schedule' }).click()
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await dialog(page).getByLabel('Day').fill(tomorrow)
  await dialog(page).getByLabel('Time', { exact: true }).fill('09:30')
  await dialog(page).getByRole('button', { name: 'Schedule' }).click()
  const way = page.getByRole('region', { name: 'Publishing' })
  await way.getByText('Scheduled').first().waitFor()
  expect((await recordsAt(bluesky)).filter(({ value }) => value.text === text)).toEqual([])
  const { schedule } = await callApi<Post>(ada, 'GET', `/posts/${post.id}`)
  clock.turn(Date.parse(String(schedule?.at)) - Date.now())
  await way.getByText('Published').nth(3).waitFor({ timeout: 60_000 })

  const found = {
    bluesky: (await recordsAt(bluesky)).map(({ value }) => value.text),
    mastodon: networks.mastodon.posts().map((each) => each.text),
    discord: networks.discord.posts().map((each) => each.text),
    telegram: networks.telegram.posts().map((each) => each.text),
  }
  const count = Object.values(found).flat().length
  process.stdout.write(`Four networks: ${to.length} posts expected, ${count} found\n`)
  expect(found).toEqual({ bluesky: [text], mastodon: [text], discord: [text], telegram: [text] })
})
