import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Asset, Assets, Me, Post } from '@rheos/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../test/browser.ts'
import { noise, twoHalves } from '../../server/test/library/pictures.ts'
import { startStudio, type TestStudio } from '../../server/test/studio.ts'
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts'
import { expectAccessible, signUp, type Visit, visit } from './pages.ts'
import { shoot } from './shoot.ts'

const megabyte = 1024 * 1024

let browser: Browser
let studio: TestStudio
let line: CuttingProxy
let ada: Visit
let folder: string
/** Of some 6 MB, which is more than one piece. */
let large: string

beforeAll(async () => {
  browser = await launchBrowser()
  studio = await startStudio()
  line = await startCuttingProxy(studio.url)
  folder = await mkdtemp(join(tmpdir(), 'rheos-pictures-'))
  large = join(folder, 'large.png')
  await writeFile(large, await noise(1500, 1350).png({ compressionLevel: 0 }).toBuffer())
  ada = await visit(browser, line.url)
  await signUp(ada.page, `${randomUUID()}@example.com`)
})
afterAll(async () => {
  await browser.close()
  line.close()
  await studio.close()
  await rm(folder, { recursive: true, force: true })
})

const wall = (page: Page) => page.getByRole('listbox', { name: 'Pictures' })
const pictures = (page: Page) => wall(page).getByRole('option')
const expectPictures = (page: Page, count: number) =>
  expect.poll(() => pictures(page).count()).toBe(count)
const input = (page: Page) => page.locator('input[type=file]').first()

async function api<T>(page: Page, path: string, body?: unknown): Promise<T> {
  const me = (await (await page.request.get('/api/v1/me', { maxRetries: 2 })).json()) as Me
  const url = `/api/v1/workspaces/${me.workspaces[0]?.id}${path}`
  const answer = await (body === undefined
    ? page.request.get(url, { maxRetries: 2 })
    : page.request.post(url, { data: body, maxRetries: 2 }))
  return (await answer.json()) as T
}

/** How much of the newest upload is safe at the server, in bytes. */
async function received(): Promise<number> {
  const { rows } = await studio.context.database.pool.query<{ received: number }>(
    'select received::int from studio.uploads order by created_at desc limit 1',
  )
  return rows[0]?.received ?? 0
}

const files = async (names: readonly string[]) =>
  Promise.all(
    names.map(async (name) => ({
      name,
      mimeType: 'image/png',
      buffer: await twoHalves(300, 200).png().toBuffer(),
    })),
  )

describe('uploads', () => {
  it('begin from an empty library, and go on by themselves after a cut near the end of a piece', async () => {
    const { page } = ada
    await page.goto('/library')
    await page.getByText('Nothing here yet').waitFor()
    await expectAccessible(page)
    // The first piece has 4 MB. Broken until the server has kept what came: the browser itself would send
    // the whole piece once more otherwise, before the page hears of the cut.
    line.cutAfter(Math.floor(4 * megabyte * 0.99), { staysBroken: true })
    const offsets: number[] = []
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']))
    })
    await input(page).setInputFiles(large)
    await expect.poll(received, { interval: 20 }).toBeGreaterThan(3.9 * megabyte)
    const kept = await received()
    line.mend()
    await expectPictures(page, 1)
    expect(line.cuts).toBe(1)
    expect(kept).toBeLessThan(4 * megabyte)
    expect(offsets).toEqual([0, kept])
  })

  it('go on after the page was closed, when the same file is chosen again', async () => {
    const { page } = ada
    const again = join(folder, 'again.png')
    await writeFile(again, await noise(1500, 1350).png({ compressionLevel: 0 }).toBuffer())
    line.cutAfter(3 * megabyte, { staysBroken: true })
    await input(page).setInputFiles(again)
    const tray = page.getByRole('region', { name: 'Uploads' })
    await tray.getByText(/connection was lost/).waitFor({ timeout: 30_000 })
    await tray.getByRole('button', { name: 'Try again.png again' }).waitFor()
    line.mend()
    await page.reload()
    await pictures(page).first().waitFor()
    const next = page.waitForRequest((request) => request.method() === 'PATCH')
    await input(page).setInputFiles(again)
    expect(Number((await next).headers()['upload-offset'])).toBeGreaterThan(0)
    await expectPictures(page, 2)
  })

  it('can be paused, and say why a file is not taken', async () => {
    const { page } = ada
    await input(page).setInputFiles([
      { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<!doctype html>') },
    ])
    const tray = page.getByRole('region', { name: 'Uploads' })
    await tray.getByText('This file is not an image').waitFor()
    await expectAccessible(page)
    await tray.getByRole('button', { name: 'Dismiss page.png' }).click()
    await tray.waitFor({ state: 'detached' })
    await input(page).setInputFiles([
      { name: 'nothing.png', mimeType: 'image/png', buffer: Buffer.alloc(0) },
    ])
    await tray.getByText('nothing.png is empty. Choose another file.').waitFor()
    await shoot(page, 'upload-empty')
    await tray.getByRole('button', { name: 'Dismiss nothing.png' }).click()
    await tray.waitFor({ state: 'detached' })
  })

  it('take a picture that is pasted anywhere on the page', async () => {
    const { page } = ada
    const bytes = await twoHalves(300, 200).png().toBuffer()
    await page.evaluate(
      ([base64]) => {
        const transfer = new DataTransfer()
        const binary = Uint8Array.from(atob(base64 ?? ''), (letter) => letter.charCodeAt(0))
        transfer.items.add(new File([binary], 'pasted.png', { type: 'image/png' }))
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }),
        )
      },
      [bytes.toString('base64')],
    )
    await expectPictures(page, 3)
  })
})

describe('with the keyboard alone', () => {
  it('makes a folder, moves pictures into it, and goes there', async () => {
    const { page } = ada
    await input(page).setInputFiles(await files(['a.png', 'b.png', 'c.png']))
    await expectPictures(page, 6)
    await page.getByRole('button', { name: 'New folder' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'New folder' })
    await dialog.getByLabel('Name').fill('Summer')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await pictures(page).first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowRight')
    const bar = page.getByRole('region', { name: 'Selection' })
    await bar.getByText('2 pictures').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Move' }).press('Enter')
    await page.getByRole('button', { name: 'Summer', exact: true }).press('Enter')
    await page.getByText('2 pictures moved to “Summer”').waitFor()
    await page.getByRole('button', { name: /^Summer 2 pictures/ }).press('Enter')
    await expectPictures(page, 2)
    await expectAccessible(page)
  })

  it('opens a picture, names it, and closes it again', async () => {
    const { page } = ada
    await pictures(page).first().focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Picture', exact: true })
    await dialog.getByLabel('Name').fill('Beach at noon.png')
    await dialog.getByText('Saved').first().waitFor()
    await dialog.getByText('Nothing yet').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByLabel('Search the library').fill('beach')
    await expectPictures(page, 1)
    await page.getByLabel('Search the library').fill('')
  })

  it('crops a picture by its arrows', async () => {
    const { page } = ada
    await expectPictures(page, 2)
    await pictures(page).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Crop' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Crop' })
    await dialog.getByRole('button', { name: 'Square' }).press('Enter')
    await dialog.getByRole('group', { name: /Part to keep/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowLeft')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Crop' }).press('Enter')
    await page.getByText('Crop added to the library').waitFor()
    const { items } = await api<Assets>(page, '/assets?kind=crop')
    expect(items).toHaveLength(1)
    expect(items[0]?.width).toBe(items[0]?.height)
    await page.keyboard.press('Escape')
  })

  it('deletes many and takes that back', async () => {
    const { page } = ada
    await page.goto('/library')
    await expectPictures(page, 7)
    await pictures(page).first().focus()
    await page.keyboard.press('Control+a')
    await page.getByRole('region', { name: 'Selection' }).getByText('7 pictures').waitFor()
    await page.keyboard.press('Delete')
    await page.getByText('7 pictures deleted').waitFor()
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expectPictures(page, 7)
  })
})

describe('pictures beside each other', () => {
  it('are turned by arrows, each with its address', async () => {
    const { page } = ada
    await page.goto('/library')
    await expectPictures(page, 7)
    await pictures(page).first().press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Picture', exact: true })
    await dialog.getByText('1 of 7').waitFor()
    const first = page.url()
    await page.keyboard.press('ArrowRight')
    await dialog.getByText('2 of 7').waitFor()
    const second = page.url()
    expect(second).not.toBe(first)
    await dialog.getByLabel('Name').press('ArrowLeft')
    await dialog.getByRole('button', { name: 'Crop' }).press('ArrowRight')
    await dialog.getByText('3 of 7').waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await dialog.getByText('1 of 7').waitFor()
    await expectAccessible(page)
    await page.goto(second)
    await dialog.getByText('2 of 7').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('are dropped on a folder, all that are selected', async () => {
    const { page } = ada
    await api(page, '/folders', { name: 'Winter' })
    await page.goto('/library')
    await expectPictures(page, 7)
    await pictures(page).first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowRight')
    await page.getByRole('region', { name: 'Selection' }).getByText('2 pictures').waitFor()
    await pictures(page)
      .nth(1)
      .dragTo(page.getByRole('button', { name: /^Winter/ }))
    await page.getByText('2 pictures moved to “Winter”').waitFor()
    await page.getByRole('button', { name: /^Winter 2 pictures/ }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: /^Winter Empty/ }).waitFor()
    await page.getByRole('button', { name: /^Summer 3 pictures/ }).waitFor()
  })
})

describe('a picture that is used', () => {
  it('says where, and goes on being shown there when it is deleted', async () => {
    const { page } = ada
    const { items } = await api<{ items: Asset[] }>(page, '/assets?q=pasted.png')
    const asset = items[0]
    const post = await api<Post>(page, '/posts', {
      title: 'Sunday bread',
      media: [{ assetId: asset?.id, alt: '' }],
    })
    await page.goto(`/library?asset=${asset?.id}`)
    const dialog = page.getByRole('dialog', { name: 'Picture' })
    await dialog.getByRole('link', { name: 'Sunday bread' }).waitFor()
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('“Sunday bread” goes on showing it.').waitFor()
    expect((await page.request.get(asset?.url ?? '', { maxRetries: 2 })).status()).toBe(200)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectPictures(page, 7)
    expect(post.title).toBe('Sunday bread')
  })
})

describe('at 390 px', () => {
  it('selects by a touch at the corner, moves, and deletes a folder without losing pictures', async () => {
    const { page } = ada
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/library')
    await pictures(page).first().waitFor()
    await pictures(page)
      .first()
      .click({ position: { x: 16, y: 16 } })
    await page.getByRole('region', { name: 'Selection' }).waitFor()
    await page.getByRole('button', { name: 'Clear selection' }).click()
    await page.getByRole('button', { name: /^Summer/ }).click()
    await page.getByRole('button', { name: 'More for Summer' }).click()
    await page.getByRole('menuitem', { name: 'Delete folder' }).click()
    await page.getByText('“Summer” deleted').waitFor()
    await page.getByText('7 pictures', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: /^Summer 3 pictures/ }).waitFor()
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

describe('odd sizes', () => {
  it('show a wide logo whole and a tiny picture no larger than it is', async () => {
    const { page } = ada
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('/library')
    const before = (await api<Assets>(page, '/assets')).items.length
    const drawn = async (width: number, height: number) => {
      const buffer = await twoHalves(width, height).png().toBuffer()
      const name = `${width}x${height}.png`
      await input(page).setInputFiles([{ name, mimeType: 'image/png', buffer }])
    }
    await drawn(600, 80)
    await expectPictures(page, before + 1)
    await drawn(40, 40)
    await expectPictures(page, before + 2)
    const shownAs = async (name: string) => {
      const image = wall(page).locator(`img[alt="${name}"]`)
      const box = await image.boundingBox()
      return { ...box, fit: await image.evaluate((node) => getComputedStyle(node).objectFit) }
    }
    await shoot(page, 'logo-and-tiny')
    expect(await shownAs('600x80.png')).toMatchObject({ fit: 'contain' })
    expect(await shownAs('40x40.png')).toMatchObject({ fit: 'contain', width: 40, height: 40 })
  })
})

it('complains about nothing', () => {
  // What was cut, what was refused, and what is not there yet is told so by the browser.
  const expected = /40[149]|415|ERR_|net::/
  expect(ada.complaints.filter((complaint) => !expected.test(complaint))).toEqual([])
})
