import { randomUUID } from 'node:crypto'
import type { Brand, PostingSlots } from '@rheos/contract'
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
let path: string

beforeAll(async () => {
  browser = await launchBrowser()
  studio = await startStudio()
  ada = await visit(browser, studio.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
  const brand = await callApi<Brand>(ada, 'POST', '/brands', { name: 'Round Bakery' })
  path = `/brands/${brand.id}/slots`
})
afterAll(async () => {
  await browser.close()
  await studio.close()
})

const kept = () => callApi<PostingSlots>(ada, 'GET', `${path}?timeZone=Europe/London`)
const day = (page: Page, name: string) => page.getByRole('listitem', { name })
const timesOf = async (weekday: number) =>
  (await kept()).slots.filter((slot) => slot.weekday === weekday).map(({ time }) => time)
const isFocused = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).evaluate((button) => button.matches(':focus'))

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

describe('posting times, by keyboard alone', () => {
  it('are reached from the calendar and begin with the usual week', async () => {
    const { page } = ada
    await page.goto('/calendar')
    await page.getByRole('link', { name: 'Posting times' }).press('Enter')
    await page.getByText(/15 times a week · next free:/).waitFor()
    await day(page, 'Saturday').getByText('Nothing').waitFor()
    await shootBoth(page, 'posting-times')
    await expectAccessible(page)
  })

  it('are added, refused twice, changed and taken away', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'Add a time on Saturday' }).press('Enter')
    await page.getByLabel('Time on Saturday', { exact: true }).fill('10:15')
    await shootBoth(page, 'posting-times-adding')
    await page.keyboard.press('Enter')
    await page.getByText('Saturday, 10:15 added').waitFor()
    expect(await isFocused(page, 'Add a time on Saturday')).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByLabel('Time on Saturday', { exact: true }).fill('10:15')
    await page.keyboard.press('Enter')
    await page.getByText('Saturday has 10:15 already.').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Time on Saturday', { exact: true }).press('Escape')
    await page.getByRole('button', { name: 'Saturday, 10:15: change' }).press('Enter')
    await page.getByLabel('Time on Saturday', { exact: true }).fill('11:00')
    await page.keyboard.press('Enter')
    expect(await isFocused(page, 'Saturday, 11:00: change')).toBe(true)
    await page.getByRole('button', { name: 'Monday, 12:30: change' }).press('Delete')
    expect(await isFocused(page, 'Monday, 17:00: change')).toBe(true)
    await page.getByText('Saved', { exact: true }).waitFor()
    await expect.poll(() => timesOf(6)).toEqual(['11:00'])
    expect(await timesOf(1)).toEqual(['09:00', '17:00'])
  })

  it('are copied to another day, and the toast takes that back', async () => {
    const { page } = ada
    await page.getByRole('button', { name: 'More for Monday' }).press('Enter')
    const item = page.getByRole('menuitem', { name: 'Copy to Sunday' })
    await item.waitFor()
    await shootBoth(page, 'posting-times-copy')
    await item.press('Enter')
    await page.getByText('Monday copied to Sunday').waitFor()
    await expect.poll(() => timesOf(7)).toEqual(['09:00', '17:00'])
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect.poll(() => timesOf(7)).toEqual([])
    expect(await timesOf(6)).toEqual(['11:00'])
  })

  it('are on the clock of another place once its zone is chosen, and stay so', async () => {
    const { page } = ada
    await page.getByLabel('Time zone').press('Enter')
    await page.keyboard.type('Asia/Tok')
    await page.keyboard.press('Enter')
    await page.getByText('Times are now those of Asia/Tokyo').waitFor()
    await expect.poll(async () => (await kept()).timeZone).toBe('Asia/Tokyo')
    await page.reload()
    await page.getByLabel('Time zone').getByText('Asia/Tokyo').waitFor()
    await day(page, 'Saturday').getByText('11:00').waitFor()
  })

  it('begin anew with a suggestion where a brand has none', async () => {
    const { page } = ada
    await callApi(ada, 'PUT', path, { timeZone: 'Asia/Tokyo', slots: [] })
    await page.reload()
    const use = page.getByRole('button', { name: 'Use these times' })
    await use.waitFor()
    await shootBoth(page, 'posting-times-none')
    await expectAccessible(page)
    await use.press('Enter')
    await page.getByText(/15 times a week/).waitFor()
    await expect.poll(() => timesOf(5)).toEqual(['09:00', '12:30', '17:00'])
    expect(ada.complaints).toEqual([])
  })
})
