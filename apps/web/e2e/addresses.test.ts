import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { expectAccessible, signUp, type Visit, visit } from './pages.ts'

const email = `${randomUUID()}@example.com`

let browser: Browser
let studio: TestStudio
let ada: Visit

beforeAll(async () => {
  browser = await launchBrowser()
  studio = await startStudio()
  ada = await visit(browser, studio.url)
  await signUp(ada.page, email)
})
afterAll(async () => {
  await browser.close()
  await studio.close()
})

describe('what an address brings along', () => {
  it.each(['123', '{"a":1}', 'true'])('is the text %s', async (text) => {
    const { page } = ada
    await page.goto(`/images?prompt=${encodeURIComponent(text)}`)
    await expect.poll(() => page.getByLabel('Prompt').inputValue()).toBe(text)
    await page.goto(`/posts/new?direction=${encodeURIComponent(text)}`)
    await expect.poll(() => page.getByLabel('Direction').inputValue()).toBe(text)
  })
})

describe('what is not there', () => {
  const other = randomUUID()
  it.each([
    [`/posts/${other}`, 'This draft is not here any more'],
    [`/carousels/${other}`, 'This carousel is not here any more'],
    [`/carousels/new?post=${other}`, 'This post is not here any more'],
    [`/images/design?from=${other}`, 'This design is not here any more'],
    [`/library?asset=${other}`, 'This picture is not here any more'],
    [`/library?folder=${other}`, 'This folder is not here any more'],
    [`/brand/${other}/imports/${other}`, 'This reading is not here any more'],
    ['/nonsense', 'This page is not here'],
    ['/settings/nonsense', 'This page is not here'],
    ['/operator', 'This page is not here'],
  ])('%s is said to be gone, with a way on that is no other try', async (path, gone) => {
    const { page } = ada
    await page.goto(path)
    await page.getByRole('heading', { name: gone }).waitFor()
    await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    await expectAccessible(page)
  })
})

describe('where to go once signed in', () => {
  it.each([
    ['/library', '/library'],
    ['//elsewhere.example', '/'],
    ['https://elsewhere.example', '/'],
    ['123', '/'],
  ])('%s leads to %s', async (after, path) => {
    const { context, page } = await visit(browser, studio.url)
    await page.goto(`/sign-in?after=${encodeURIComponent(after)}`)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('a long enough password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${studio.url}${path}`)
    await context.close()
  })
})

it('complains about nothing', () => {
  expect(ada.complaints.filter((complaint) => !/40[49]/.test(complaint))).toEqual([])
})
