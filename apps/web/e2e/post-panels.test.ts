import { randomUUID } from 'node:crypto'
import type { Asset, Brand, NewPost, Post } from '@rheos/contract'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { callApi } from './api.ts'
import { expectAccessible, signUp, type Visit, visit } from './pages.ts'
import { shoot } from './shoot.ts'

let browser: Browser
let studio: TestStudio
let ada: Visit
let brand: Brand

beforeAll(async () => {
  browser = await launchBrowser()
  studio = await startStudio()
  ada = await visit(browser, studio.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
  const made = await api<Brand>('POST', '/brands', { name: 'Kernel' })
  const change = { tone: ['Plain'], language: 'en', revision: made.revision }
  brand = await api<Brand>('PATCH', `/brands/${made.id}`, change)
})
afterAll(async () => {
  await browser.close()
  await studio.close()
})

const api = <T>(method: string, path: string, body?: unknown): Promise<T> =>
  callApi<T>(ada, method, path, body)
const stored = (post: Post) => api<Post>('GET', `/posts/${post.id}`)
const make = (post: NewPost) => api<Post>('POST', '/posts', post)
const telephone = { width: 390, height: 844 }
const desktop = { width: 1440, height: 900 }

/** A busy machine takes its time. */
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 30_000 })

async function open(post: Post, page = ada.page): Promise<void> {
  await page.goto(`/posts/${post.id}`)
  await page.getByRole('tab', { name: 'All networks' }).waitFor()
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

async function upload(page: Page): Promise<void> {
  const background = '#aa3300'
  const buffer = await sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .png()
    .toBuffer()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'loaf.png', mimeType: 'image/png', buffer })
  await page.getByRole('button', { name: 'Crop picture 1' }).waitFor()
}

const long =
  'Rye bread takes time and patience and a great deal of both, as every baker in this town will gladly tell you when asked about it on a Sunday.'

describe('the checks', () => {
  it('say on their tab how many are open, and on the button at 390 px', async () => {
    const { page } = ada
    await open(await make({ body: 'Rye bread. '.repeat(40), networks: ['x'] }))
    await page.getByRole('tab', { name: /^Checks.*1 open check, with something to fix/ }).waitFor()
    await page.setViewportSize(telephone)
    await page.getByRole('button', { name: /^Preview and checks.*1 open check/ }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Preview and checks' })
    await dialog.getByRole('tab', { name: /^Checks/ }).click()
    await dialog.getByRole('button', { name: 'Trim to fit' }).press('Enter')
    await dialog.getByRole('tab', { name: 'Checks', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.setViewportSize(desktop)
    await expectAccessible(page)
  })
})

describe('the brand panel', () => {
  it('has the sentence rewritten in place, from the tab of a network too', async () => {
    const post = await make({ body: `We bake. ${long}`, networks: ['x'], brandId: brand.id })
    const { page } = ada
    await open(post)
    await page.getByRole('tab', { name: 'X', exact: true }).click()
    await page.getByRole('tab', { name: 'Brand', exact: true }).click()
    const reason = page.getByRole('listitem').filter({ hasText: 'Long to read' })
    await page.getByText('Not enough to judge by').waitFor()
    await page.getByRole('link', { name: 'Add to the brand' }).waitFor()
    await shoot(page, 'brand-panel')
    await reason.getByRole('button', { name: /Rewrite/ }).press('Enter')
    const suggestion = page.getByRole('group', { name: 'Suggestion' })
    await suggestion.getByText('Suggestion ready').waitFor()
    expect(await suggestion.locator('del').innerText()).toBe(long)
    const suggested = await suggestion.locator('ins').innerText()
    await expectAccessible(page)
    await suggestion.focus()
    await page.keyboard.press('Enter')
    await eventually(() => text(page).inputValue()).toBe(`We bake. ${suggested}`)
    await page.keyboard.press('Control+z')
    await eventually(() => text(page).inputValue()).toBe(post.body)
  })

  it('makes way for the suggestion at 390 px, which can be rejected', async () => {
    const post = await make({ body: long, brandId: brand.id, networks: ['x'] })
    const { page } = ada
    await page.setViewportSize(telephone)
    await open(post)
    await page.getByRole('button', { name: /^Preview and checks/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Preview and checks' })
    await dialog.getByRole('tab', { name: 'Brand' }).click()
    const reason = dialog.getByRole('listitem').filter({ hasText: 'Long to read' })
    await reason.getByRole('button', { name: /Rewrite/ }).click()
    await dialog.waitFor({ state: 'detached' })
    const suggestion = page.getByRole('group', { name: 'Suggestion' })
    await suggestion.getByText('Suggestion ready').waitFor()
    await page.getByRole('button', { name: /Reject/ }).click()
    expect(await text(page).inputValue()).toBe(long)
    await page.setViewportSize(desktop)
  })
})

describe('the rewriting toolbar at 390 px', () => {
  it('leaves what is selected in sight, stays on the page, and is worked by touch', async () => {
    const post = await make({ body: `${'We bake. '.repeat(60)}${long}` })
    const storageState = await ada.context.storageState()
    const context = await browser.newContext({
      ...{ baseURL: studio.url, viewport: telephone, hasTouch: true, storageState },
    })
    const page = await context.newPage()
    await open(post, page)
    await text(page).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+j')
    const toolbar = page.getByRole('toolbar', { name: 'Rewrite what is selected' })
    await toolbar.waitFor()
    const foot = async () => {
      const [bar, field] = await Promise.all([toolbar.boundingBox(), text(page).boundingBox()])
      return (bar?.y ?? 0) - ((field?.y ?? 0) + (field?.height ?? 0))
    }
    await eventually(foot).toBeGreaterThanOrEqual(0)
    expect(await toolbar.boundingBox()).toMatchObject({ x: 0, width: 390 })
    await toolbar.getByRole('button', { name: 'Half as long' }).tap()
    const suggestion = page.getByRole('group', { name: 'Suggestion' })
    await suggestion.getByText('Suggestion ready').waitFor()
    expect(await suggestion.locator('del').innerText()).toBe(long)
    await page.getByRole('button', { name: /Reject/ }).tap()
    await context.close()
  })
})

describe('a picture of a post', () => {
  it('is cropped in place by keyboard, and comes back by undo', async () => {
    const post = await make({ body: 'Look', brandId: brand.id })
    const { page } = ada
    await open(post)
    await upload(page)
    await eventually(async () => (await stored(post)).media.length).toBe(1)
    const [whole] = (await stored(post)).media
    await page.getByRole('button', { name: 'Crop picture 1' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Crop' })
    await dialog.getByRole('button', { name: 'Square' }).press('Enter')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Crop', exact: true }).press('Enter')
    await page.getByText('The crop took the place of the picture').waitFor()
    const shown = async () => (await stored(post)).media[0]?.assetId ?? ''
    await eventually(shown).not.toBe(whole?.assetId)
    const crop = await api<Asset>('GET', `/assets/${await shown()}`)
    expect([crop.kind, crop.width]).toEqual(['crop', crop.height])
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await eventually(shown).toBe(whole?.assetId)
    await expectAccessible(page)
  })

  it('is among the recent ones at home, uploaded and cropped alike', async () => {
    const { page } = ada
    await page.goto('/')
    await page.getByRole('heading', { name: 'Recent pictures' }).waitFor()
    await eventually(() => page.locator('a[href*="/library?asset="]').count()).toBe(2)
    await expectAccessible(page)
  })
})

describe('a picture that a network does not take', () => {
  it('is converted at one press, for that network alone, and comes back by undo', async () => {
    const { page } = ada
    const post = await make({ body: 'Look', networks: ['instagram'], type: 'image' })
    await open(post)
    await upload(page)
    await eventually(async () => (await stored(post)).media.length).toBe(1)
    await page.getByRole('tab', { name: /^Checks/ }).click()
    await page.getByRole('button', { name: 'Convert to JPEG' }).press('Enter')
    await page.getByText('Picture replaced for Instagram').waitFor()
    const own = async () => (await stored(post)).versions.instagram?.media?.[0]?.assetId
    await eventually(own).toBeTruthy()
    const { mediaType } = await api<Asset>('GET', `/assets/${await own()}`)
    expect(mediaType).toBe('image/jpeg')
    await page.getByRole('button', { name: 'Convert to JPEG' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await eventually(own).toBeUndefined()
    await page.getByRole('button', { name: 'Convert to JPEG' }).waitFor()
    await expectAccessible(page)
  })
})

describe('the image studio over a post', () => {
  it('keeps its tabs in sight, and announces no picture that it shows', async () => {
    const { page } = ada
    await open(await make({ body: 'Draw', brandId: brand.id }))
    await page.getByRole('button', { name: 'Generate', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Image studio' })
    await dialog.getByLabel('Prompt').fill('A loaf of rye')
    const ended = page.waitForResponse((answer) => /\/generations\/[^/]+$/.test(answer.url()))
    await dialog.getByRole('button', { name: /^Generate/ }).press('Enter')
    const made = dialog.getByRole('list', { name: 'Images made' })
    await made.getByRole('button', { name: /^Use/ }).first().waitFor()
    await ended
    await page.setViewportSize(telephone)
    await made.getByRole('button', { name: /^Use/ }).first().scrollIntoViewIfNeeded()
    for (const part of [dialog.getByText('Image studio'), dialog.getByRole('tab').first()]) {
      const box = await part.boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(120)
    }
    await page.setViewportSize(desktop)
    await expectAccessible(page)
    expect(await page.getByText('Your image is ready').count()).toBe(0)
    await dialog.getByRole('tab', { name: 'Design' }).click()
    await dialog.getByRole('button', { name: 'Picture behind' }).press('Enter')
    const picker = page.getByRole('dialog', { name: 'Picture behind the words' })
    await picker.getByRole('list', { name: 'Pictures to choose from' }).waitFor()
    await expectAccessible(page)
    await picker.getByRole('button', { name: /./ }).last().focus()
    await page.keyboard.press('Escape')
    await picker.waitFor({ state: 'detached' })
    await dialog.waitFor()
  })
})

it('complains about nothing', () => {
  expect(ada.complaints.filter((complaint) => !/40[149]|422/.test(complaint))).toEqual([])
})
