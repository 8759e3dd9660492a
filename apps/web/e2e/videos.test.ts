import { randomUUID } from 'node:crypto'
import type { Assets, Post } from '@rheos/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { pixelAt, twoHalves } from '../../server/test/library/pictures.ts'
import { type VideoName, video } from '../../server/test/library/videos.ts'
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

const file = (name: VideoName) => ({
  name,
  mimeType: name.endsWith('webm') ? 'video/webm' : 'video/mp4',
  buffer: video(name),
})
const wall = (page: Page) => page.getByRole('listbox', { name: 'Pictures' })
const tiles = (page: Page) => wall(page).getByRole('option')
const input = (page: Page) => page.locator('input[type=file]').first()
const library = () => callApi<Assets>(ada, 'GET', '/assets')
const player = (page: Page) => page.locator('video').first()
const timeIn = (page: Page) =>
  player(page).evaluate((element) => (element as HTMLVideoElement).currentTime)

const readyState = (page: Page) =>
  player(page).evaluate((element) => (element as HTMLVideoElement).readyState)

/** Both widths, where pictures are asked for. */
async function shootBoth(page: Page, name: string): Promise<void> {
  await shoot(page, `${name}-wide`)
  await page.setViewportSize({ width: 390, height: 844 })
  await shoot(page, `${name}-phone`)
  await page.setViewportSize({ width: 1440, height: 900 })
}

describe('a video in the library', () => {
  it('is uploaded as pictures are, with a frame of it and its length', async () => {
    const { page } = ada
    await page.goto('/library')
    await page.getByText('Nothing here yet').waitFor()
    const png = await twoHalves(300, 200).png().toBuffer()
    await input(page).setInputFiles([
      file('bread.mp4'),
      file('upright.mp4'),
      file('live.webm'),
      { name: 'halves.png', mimeType: 'image/png', buffer: png },
    ])
    await expect.poll(() => tiles(page).count()).toBe(4)
    await tiles(page).getByText('0:04').first().waitFor()
    await tiles(page).getByText('0:02').waitFor()
    await page.getByText('4 files', { exact: true }).waitFor()
    const { items } = await library()
    const bread = items.find(({ fileName }) => fileName === 'bread.mp4')
    const frame = await page.request.get(bread?.thumbnailUrl ?? '')
    // Of the sky behind the loaf, which the neutral tile has not.
    const [red = 0] = await pixelAt(await frame.body(), 5, 5)
    expect(red).toBeGreaterThan(200)
    await expectAccessible(page)
    await shootBoth(page, 'library')
  })

  it('is found among the files by its kind', async () => {
    const { page } = ada
    await page.getByRole('combobox', { name: 'File type' }).click()
    await page.getByRole('option', { name: 'Videos' }).click()
    await expect.poll(() => tiles(page).count()).toBe(3)
    await page.getByText('3 videos', { exact: true }).waitFor()
    await page.getByRole('combobox', { name: 'File type' }).click()
    await page.getByRole('option', { name: 'All files' }).click()
    await expect.poll(() => tiles(page).count()).toBe(4)
  })

  it('plays where it is looked at, by keyboard too', async () => {
    const { page } = ada
    await tiles(page).filter({ hasText: '0:04' }).last().click()
    await page.getByRole('dialog', { name: 'Video' }).waitFor()
    expect(await page.getByRole('button', { name: 'Crop' }).count()).toBe(0)
    await page.getByText('Length').waitFor()
    await player(page).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => timeIn(page)).toBeGreaterThan(0.2)
    await page.keyboard.press('Space')
    const place = await page.getByRole('dialog').getByRole('status').first().innerText()
    // Seeks, and turns to no other.
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('dialog').getByRole('status').first().innerText()).toBe(place)
    await expectAccessible(page)
    await shootBoth(page, 'viewer')
    await page.keyboard.press('Escape')
  })

  it('is refused in a sentence where it is broken', async () => {
    const { page } = ada
    const broken = { ...file('bread.mp4'), name: 'broken.mp4' }
    await input(page).setInputFiles([{ ...broken, buffer: broken.buffer.subarray(0, 9000) }])
    const tray = page.getByRole('region', { name: 'Uploads' })
    await tray.getByText('This video is damaged or incomplete.').waitFor()
    await tray.getByRole('button', { name: 'Dismiss broken.mp4' }).click()
  })
})

describe('a video in a post', () => {
  let post: Post
  beforeAll(async () => {
    // The browser complained of the broken one.
    ada.complaints.length = 0
    post = await callApi<Post>(ada, 'POST', '/posts', {
      body: 'Look how it rolls.',
      title: 'Rolling bread',
      networks: ['linkedin', 'tiktok', 'youtube', 'bluesky'],
    })
  })

  it('is put there from the device, and stands in the strip with its length', async () => {
    const { page } = ada
    await page.goto(`/posts/${post.id}`)
    await page.getByRole('button', { name: 'From the library' }).waitFor()
    await input(page).setInputFiles([file('upright.mp4')])
    const strip = page.getByRole('region', { name: 'Pictures' })
    await strip.getByText('0:04').waitFor()
    expect(await strip.getByRole('button', { name: /Crop/ }).count()).toBe(0)
    await strip.getByRole('button', { name: 'Describe video 1' }).click()
    await page.getByLabel('Description of video 1').fill('A loaf rolls over the table')
    expect(await strip.getByRole('button', { name: /Suggest/ }).count()).toBe(0)
    const kept = () => callApi<Post>(ada, 'GET', `/posts/${post.id}`)
    await expect.poll(async () => (await kept()).type).toBe('video')
    await expect.poll(async () => (await kept()).media[0]?.alt).toBe('A loaf rolls over the table')
  })

  it('is played in the previews, and preflight says where it cannot go', async () => {
    const { page } = ada
    const preview = page.getByRole('region', { name: 'Preview on LinkedIn' })
    await preview.locator('video[controls]').waitFor()
    // Known, and not played yet.
    await expect.poll(() => readyState(page)).toBeGreaterThan(0)
    await expectAccessible(page)
    await shootBoth(page, 'post-linkedin')
    await page
      .getByRole('tab', { name: /TikTok/ })
      .first()
      .click()
    const tiktok = page.getByRole('region', { name: 'Preview on TikTok' })
    await tiktok.getByRole('button', { name: 'Play the video' }).click()
    await tiktok.getByRole('button', { name: 'Pause the video' }).click()
    await expectAccessible(page)
    await shootBoth(page, 'post-tiktok')
    await page
      .getByRole('tab', { name: /YouTube/ })
      .first()
      .click()
    await page.getByRole('region', { name: 'Preview on YouTube' }).locator('video').waitFor()
    await shootBoth(page, 'post-youtube')
    await page
      .getByRole('tab', { name: /Bluesky/ })
      .first()
      .click()
    await page.getByRole('tab', { name: /^Checks/ }).click()
    await page
      .getByText(/Videos cannot be published on Bluesky from here yet/)
      .first()
      .waitFor()
    await expectAccessible(page)
    await shootBoth(page, 'post-checks')
    expect(ada.complaints).toEqual([])
  })

  it('is not offered where only pictures will do', async () => {
    const { page } = ada
    await page.goto('/images')
    await page.getByRole('tab', { name: 'Library' }).click()
    await page.getByRole('list', { name: 'Pictures to choose from' }).waitFor()
    const choices = page
      .getByRole('list', { name: 'Pictures to choose from' })
      .getByRole('listitem')
    await expect.poll(() => choices.count()).toBe(1)
  })
})
