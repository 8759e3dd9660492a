import { randomUUID } from 'node:crypto'
import type { NewPost, Post, PostRevisionDetail, PostRevisions } from '@rheos/contract'
import type { Browser, Locator, Page } from 'playwright-core'
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

const api = <T>(method: string, path: string, body?: unknown): Promise<T> =>
  callApi<T>(ada, method, path, body)

/** A busy machine takes its time. */
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 30_000 })
const stored = (post: Post) => api<Post>('GET', `/posts/${post.id}`)
const make = (post: NewPost) => api<Post>('POST', '/posts', post)

async function open(post: Post, page = ada.page): Promise<void> {
  await page.goto(`/posts/${post.id}`)
  await page.getByRole('tab', { name: 'All networks' }).waitFor()
}

const text = (page: Page, name = 'Text') => page.getByRole('textbox', { name, exact: true })
const saved = (page: Page) => page.getByRole('status').getByText('Saved', { exact: true }).waitFor()

async function type(page: Page, words: string, name = 'Text'): Promise<void> {
  await text(page, name).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

/** Nothing that is saved arrives, as in a tunnel; everything else works. */
async function cut(page: Page): Promise<() => Promise<void>> {
  const isSave = (url: URL) => /\/posts\/[^/]+$/.test(url.pathname)
  await page.route(isSave, (route) =>
    route.request().method() === 'PATCH' ? route.abort('internetdisconnected') : route.fallback(),
  )
  return () => page.unroute(isSave)
}

async function upload(page: Page, color: string): Promise<void> {
  const buffer = await sharp({ create: { width: 80, height: 60, channels: 3, background: color } })
    .png()
    .toBuffer()
  const cards = page.getByRole('button', { name: /^Move picture/ })
  const before = await cards.count()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `${color.slice(1)}.png`, mimeType: 'image/png', buffer })
  await eventually(() => cards.count()).toBe(before + 1)
}

describe('writing', () => {
  it('saves as one types, for all networks and for one, with a thread', async () => {
    const post = await make({ title: 'Sundays', body: 'We open.', networks: ['x', 'linkedin'] })
    const { page } = ada
    await open(post)
    await type(page, ' At seven.')
    await saved(page)
    await page.getByRole('tab', { name: 'X', exact: true }).click()
    await page.getByText('Follows the text for all networks').waitFor()
    await page.getByRole('button', { name: 'Customise for X' }).click()
    await type(page, ' See you.', 'Text for X')
    await page.getByRole('button', { name: 'Add a part to the thread' }).click()
    await page.keyboard.type('And bring a bag.')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('And a friend.')
    await eventually(async () => stored(post)).toMatchObject({
      body: 'We open. At seven.',
      versions: {
        x: {
          body: 'We open. At seven. See you.',
          thread: ['And bring a bag.', 'And a friend.'],
        },
      },
      writtenBy: 'hand',
    })
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Join part 3 with the one before' }).click()
    expect(await text(page, 'Part 2 of the thread').inputValue()).toBe(
      'And bring a bag.\n\nAnd a friend.',
    )
    await page.getByRole('button', { name: 'Follow the common text again' }).click()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    expect(await text(page, 'Text for X').inputValue()).toBe('We open. At seven. See you.')
    await saved(page)
  })

  it('says that 50,000 characters are too many, and loses none of them', async () => {
    const post = await make({ body: 'Short' })
    const { page } = ada
    await open(post)
    await text(page).fill('word '.repeat(10_000))
    await page.getByText(/at most 20,000 characters and this one has 50,000/).waitFor()
    await page.getByText('Kept on this device: a text is too long to be saved').waitFor()
    await page.reload()
    await eventually(() => text(page).inputValue()).toHaveLength(50_000)
    expect((await stored(post)).body).toBe('Short')
    await text(page).fill('word '.repeat(100))
    await saved(page)
    await eventually(async () => (await stored(post)).body.length).toBe(500)
  })

  it('takes text from right to left, and shows markup as text', async () => {
    const body = '<img src=x onerror="document.title=1"> مرحبا بالعالم'
    const post = await make({ body, networks: ['x'] })
    const { page } = ada
    await open(post)
    expect(await text(page).inputValue()).toBe(body)
    await page.getByRole('tab', { name: 'X', exact: true }).click()
    await page.getByText(body).first().waitFor()
    await expectAccessible(page)
    expect(await page.title()).not.toBe('1')
  })
})

describe('without a connection', () => {
  it('keeps ten minutes of writing and sends them when it is back', async () => {
    const page = await ada.context.newPage()
    await page.clock.install()
    const post = await make({ body: 'Before.' })
    await open(post, page)
    await ada.context.setOffline(true)
    await type(page, ' In the tunnel.')
    await page.getByText('Offline: kept on this device, will be sent').waitFor()
    for (let minute = 0; minute < 10; minute += 1) await page.clock.fastForward('01:00')
    await type(page, ' Still there.')
    await page.getByText('Offline: kept on this device, will be sent').waitFor()
    expect(await text(page).inputValue()).toBe('Before. In the tunnel. Still there.')
    await ada.context.setOffline(false)
    await page.clock.fastForward('00:20')
    await saved(page)
    expect((await stored(post)).body).toBe('Before. In the tunnel. Still there.')
    await page.close()
  })

  it('has unsaved text back after a reload, joined with what came elsewhere', async () => {
    const post = await make({ body: 'We open at seven. We close at two.' })
    const page = await ada.context.newPage()
    await open(post, page)
    const mend = await cut(page)
    await type(page, ' Come by.')
    await page.getByText('Offline: kept on this device, will be sent').waitFor()
    await api('PATCH', `/posts/${post.id}`, {
      revision: 1,
      body: 'We open at eight. We close at two.',
    })
    await page.reload()
    await page.getByText('Text that was not saved last time is back').waitFor()
    expect(await text(page).inputValue()).toContain('Come by.')
    await mend()
    await eventually(async () => (await stored(post)).body).toBe(
      'We open at eight. We close at two. Come by.',
    )
    await eventually(() => text(page).inputValue()).toBe(
      'We open at eight. We close at two. Come by.',
    )
    await page.close()
  })

  it('has the text of a tab that was closed back in the next', async () => {
    const post = await make({ body: 'Start.' })
    const page = await ada.context.newPage()
    await open(post, page)
    await cut(page)
    await type(page, ' Not yet sent.')
    await page.getByText('Offline: kept on this device, will be sent').waitFor()
    await page.close()
    await open(post)
    await eventually(() => text(ada.page).inputValue()).toBe('Start. Not yet sent.')
    await eventually(async () => (await stored(post)).body).toBe('Start. Not yet sent.')
  })
})

describe('two tabs', () => {
  it('see each other’s changes, and the caret stays', async () => {
    const post = await make({ title: 'Both', body: 'First line.\nSecond line.' })
    const { page } = ada
    await open(post)
    const other = await ada.context.newPage()
    await open(post, other)
    await text(page).focus()
    await text(page).evaluate((node: HTMLTextAreaElement) => node.setSelectionRange(14, 14))
    await text(other).fill('The first line.\nSecond line.')
    await eventually(() => text(page).inputValue()).toBe('The first line.\nSecond line.')
    const caret = await text(page).evaluate((node: HTMLTextAreaElement) => node.selectionStart)
    expect(caret).toBe(18)
    await other.close()
  })

  it('let a person choose where both changed the same words', async () => {
    const post = await make({ body: 'We open at seven.' })
    const { page } = ada
    await open(post)
    const mend = await cut(page)
    await text(page).fill('We open at six.')
    await page.getByText('Offline: kept on this device, will be sent').waitFor()
    await api('PATCH', `/posts/${post.id}`, { revision: 1, body: 'We open at eight.' })
    await mend()
    const notice = page.getByRole('alert', { name: 'Changed elsewhere too' })
    await notice.waitFor({ timeout: 30_000 })
    expect(await notice.innerText()).toMatch(/six.*eight/s)
    expect(await text(page).inputValue()).toBe('We open at six.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await saved(page)
    expect((await stored(post)).body).toBe('We open at six.')
    const { items } = await api<PostRevisions>('GET', `/posts/${post.id}/revisions`)
    const bodies = await Promise.all(
      items.map(async ({ number }) => {
        const state = await api<PostRevisionDetail>('GET', `/posts/${post.id}/revisions/${number}`)
        return state.content.body
      }),
    )
    expect(new Set(bodies)).toEqual(
      new Set(['We open at six.', 'We open at eight.', 'We open at seven.']),
    )
  })
})

describe('the version history', () => {
  it('shows what restoring changes, restores, and takes that back', async () => {
    const post = await make({ title: 'Loaf', body: 'Plain bread.' })
    const { page } = ada
    await open(post)
    await text(page).fill('Rye bread <b>now</b>.')
    await saved(page)
    await page.getByRole('button', { name: 'Version history' }).click()
    const dialog = page.getByRole('dialog', { name: 'Version history' })
    await dialog.getByRole('button', { name: /Begun/ }).click()
    await dialog.getByText('<b>').waitFor()
    expect(await dialog.locator('ins').first().innerText()).toContain('Plain')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Restore this version' }).click()
    await eventually(() => text(page).inputValue()).toBe('Plain bread.')
    await page.getByText('Version restored').waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await eventually(() => text(page).inputValue()).toBe('Rye bread <b>now</b>.')
    expect((await stored(post)).body).toBe('Rye bread <b>now</b>.')
  })
})

describe('rewriting a span', () => {
  const long =
    'We are really very happy to announce that we are going to be open on Sundays. Come by.'

  it('shows a suggestion in place; Escape leaves the text as it was', async () => {
    const post = await make({ body: long })
    const { page } = ada
    await open(post)
    await text(page).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+j')
    const toolbar = page.getByRole('toolbar', { name: 'Rewrite what is selected' })
    await toolbar.waitFor()
    await expectAccessible(page)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const suggestion = page.getByRole('group', { name: 'Suggestion' })
    await suggestion.getByText('Suggestion ready').waitFor()
    expect(await suggestion.locator('del').innerText()).toContain('open on Sundays.')
    expect(await suggestion.locator('ins').innerText()).not.toBe('')
    await expectAccessible(page)
    await suggestion.focus()
    await page.keyboard.press('Escape')
    expect(await text(page).inputValue()).toBe(long)
    expect((await stored(post)).body).toBe(long)
  })

  it('takes it with Enter, and ⌘Z takes that back', async () => {
    const post = await make({ body: long })
    const { page } = ada
    await open(post)
    await text(page).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+j')
    await page.getByRole('button', { name: 'Half as long' }).click()
    const suggestion = page.getByRole('group', { name: 'Suggestion' })
    await suggestion.getByText('Suggestion ready').waitFor()
    const suggested = await suggestion.locator('ins').innerText()
    await page.keyboard.press('Enter')
    await eventually(() => text(page).inputValue()).toBe(`${suggested} Come by.`)
    await saved(page)
    const { items } = await api<PostRevisions>('GET', `/posts/${post.id}/revisions`)
    expect(items[0]?.kind).toBe('rewrite')
    await text(page).focus()
    await page.keyboard.press('Control+z')
    await eventually(() => text(page).inputValue()).toBe(long)
  })
})

/** Faster than any hand: within one task of the page. */
async function pressAtOnce(where: Locator, codes: readonly string[]): Promise<void> {
  await where.evaluate((node, pressed) => {
    for (const code of pressed)
      node.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }))
  }, codes)
}

describe('pictures', () => {
  it('are added, moved by keyboard, described, and taken out with undo', async () => {
    const post = await make({ body: 'Look', networks: ['x'] })
    const { page } = ada
    await open(post)
    await upload(page, '#aa3300')
    await upload(page, '#0055aa')
    await saved(page)
    const [first, second] = (await stored(post)).media.map(({ assetId }) => assetId)
    await page.getByRole('button', { name: 'Move picture 1' }).focus()
    await page.keyboard.press('Space')
    await page.getByText('Place 1 of 2.').waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowRight')
    await page.getByText('Place 2 of 2.').waitFor({ state: 'attached' })
    await page.keyboard.press('Space')
    const order = async () => (await stored(post)).media.map(({ assetId }) => assetId)
    await eventually(order).toEqual([second, first])
    await pressAtOnce(page.getByRole('button', { name: 'Move picture 1' }), ['Space', 'ArrowRight'])
    await page.getByText('Place 2 of 2.').waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await page.getByText('Left where it was.').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Describe picture 1' }).click()
    await page.getByLabel('Description of picture 1').fill('A blue cup')
    await expectAccessible(page)
    await eventually(async () => (await stored(post)).media[0]?.alt).toBe('A blue cup')
    await page.getByRole('button', { name: 'Take out picture 2' }).click()
    await eventually(order).toEqual([second])
    await page.getByRole('tab', { name: 'All networks' }).focus()
    await page.keyboard.press('Control+z')
    await eventually(order).toEqual([second, first])
    await page.keyboard.press('Control+Shift+z')
    await eventually(order).toEqual([second])
  })
})

describe('on a phone', () => {
  it('a refused upload covers no control, and the open tab is in view', async () => {
    const networks = ['x', 'bluesky', 'linkedin', 'instagram', 'facebook', 'tiktok'] as const
    const post = await make({ title: 'Bread', body: 'Rye bread', networks: [...networks] })
    const { page } = ada
    const before = page.viewportSize()
    await page.setViewportSize({ width: 390, height: 844 })
    await open(post)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<html>') })
    await page
      .getByRole('region', { name: 'Uploads' })
      .getByText(/not an image/)
      .waitFor()
    await shoot(page, 'refused-upload')
    const schedule = await page.getByRole('button', { name: 'Schedule', exact: true }).boundingBox()
    expect((schedule?.x ?? 0) + (schedule?.width ?? 391)).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'Preview and checks' }).click({ timeout: 5000 })
    const dialog = page.getByRole('dialog', { name: 'Preview and checks' })
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Pinterest' }).click()
    const added = page.getByRole('tab', { name: 'Pinterest' })
    const isSeen = () =>
      added.evaluate((tab) => {
        const row = tab.parentElement?.getBoundingClientRect()
        const { left, right } = tab.getBoundingClientRect()
        return row !== undefined && left >= row.left - 1 && right <= row.right + 1
      })
    await eventually(isSeen).toBe(true)
    await page.getByRole('button', { name: 'Dismiss a.png' }).click()
    await shoot(page, 'phone-tabs')
    if (before !== null) await page.setViewportSize(before)
  })
})

describe('the panels', () => {
  it('show the post as a network does, and mend what it would refuse, with undo', async () => {
    const post = await make({ body: 'Rye bread. '.repeat(40), networks: ['x', 'bluesky'] })
    const { page } = ada
    await open(post)
    await page.getByRole('region', { name: 'Preview on X' }).waitFor()
    await page.getByRole('tab', { name: 'X', exact: true }).click()
    await page.getByRole('tab', { name: 'Checks' }).click()
    const checks = page.getByRole('region', { name: 'Preflight' })
    await checks.getByText('1 to fix').waitFor()
    await checks.getByRole('button', { name: /thread/i }).click()
    await checks.getByText('Ready', { exact: true }).waitFor()
    await eventually(async () => (await stored(post)).versions.x?.thread?.length).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
    await checks.getByText('1 to fix').waitFor()
    await eventually(async () => (await stored(post)).versions).toEqual({})
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Preview and checks' }).click()
    const dialog = page.getByRole('dialog', { name: 'Preview and checks' })
    await dialog.getByRole('tab', { name: 'Checks', selected: true }).waitFor()
    await dialog.getByRole('tab', { name: 'Preview' }).click()
    await dialog.getByRole('region', { name: 'Preview on X' }).waitFor()
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

describe('with the keyboard alone', () => {
  it('adds a network, customises it, rewrites, and finds the keys', async () => {
    const post = await make({ title: 'Keys', body: 'Typed by hand.', networks: ['x'] })
    const { page } = ada
    await open(post)
    await page.getByRole('textbox', { name: 'Title' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await eventually(() =>
      page.getByRole('tab', { name: 'X', exact: true }).getAttribute('aria-selected'),
    ).toBe('true')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Bluesky' }).waitFor()
    await page.keyboard.type('Blue')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Bluesky', selected: true }).waitFor()
    await page.getByRole('button', { name: 'Customise for Bluesky' }).press('Enter')
    await text(page, 'Text for Bluesky').waitFor()
    await saved(page)
    expect(await stored(post)).toMatchObject({
      networks: ['x', 'bluesky'],
      versions: { bluesky: { body: 'Typed by hand.' } },
    })
    await page.getByRole('tab', { name: /Bluesky/ }).focus()
    await page.keyboard.press('?')
    await page.getByText('Rewrite what is selected').waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('the list of posts', () => {
  it('is filtered by network and search, and says when nothing fits', async () => {
    await make({ title: 'Pinned loaf', body: 'Typed for the list', networks: ['pinterest'] })
    await make({ title: 'Another', body: 'Typed for the list', networks: ['threads'] })
    const { page } = ada
    await page.goto('/posts')
    const search = page.getByRole('searchbox', { name: 'Search posts' })
    const rows = page.getByRole('main').getByRole('listitem')
    await search.fill('for the list')
    await eventually(() => rows.count()).toBe(2)
    await expectAccessible(page)
    await page.getByRole('combobox', { name: 'Network' }).click()
    await page.getByRole('option', { name: 'Pinterest' }).click()
    await eventually(() => rows.count()).toBe(1)
    await page.getByRole('link', { name: 'Pinned loaf' }).waitFor()
    await search.fill('nowhere to be found')
    await page.getByText('Nothing fits').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('link', { name: 'Another' }).waitFor()
  })
})

it('complains about nothing', () => {
  const expected = /40[149]|415|ERR_INTERNET_DISCONNECTED/
  expect(ada.complaints.filter((complaint) => !expected.test(complaint))).toEqual([])
})
