import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Me } from '@rheos/contract'
import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { v7 } from 'uuid'
import { launchBrowser } from '../../../test/browser.ts'
import { fillLibrary } from '../../server/bench/studio/library.ts'
import { readConfig } from '../../server/src/config.ts'
import { openStudio, type Studio } from '../../server/src/studio.ts'
import { freePort } from '../../server/test/free-port.ts'
import { noise } from '../../server/test/library/pictures.ts'
import { signUp, visit } from '../e2e/pages.ts'

/** Frames while something scrolls. */
export interface Frames {
  readonly perSecond: number
  /** Between two frames, in milliseconds. */
  readonly p95: number
}

export interface ScrollResult {
  readonly assets: number
  readonly seconds: number
  readonly library: Frames
  /** The baseline: a page as long, of as many plain boxes. */
  readonly boxes: Frames
  /** Pictures that came into view and were drawn. */
  readonly picturesSeen: number
  readonly targetPerSecond: number
}

const targetPerSecond = 60
/** A screen's rate is not met to the last frame by any page, nor by the baseline. */
export const nearly = 0.97
const widths = [320, 640, 1280]
/** A wheel turned quickly: three rows of pictures a second. */
const stepPx = 120
const stepMs = 100

/** How smoothly a library of very many pictures scrolls, with thumbnails that were made before. */
export async function measureScrolling(options: {
  readonly connectionString: string
  readonly dataDir: string
  readonly assets: number
  readonly seconds: number
}): Promise<ScrollResult> {
  const { assets, seconds, dataDir, connectionString } = options
  const port = await freePort()
  const studio = await openStudio({
    config: { ...readConfig({ LOG_LEVEL: 'silent' }), dataDir, port },
    connectionString,
    clock: Date.now,
    newId: () => v7(),
    log: pino({ level: 'silent' }),
    show: () => undefined,
  })
  const browser = await launchBrowser()
  try {
    const { page, context } = await visit(browser, `http://localhost:${port}`)
    await signUp(page, `${randomUUID()}@example.com`)
    await fillWithPictures(studio, page, dataDir, assets)
    const bare = await context.newPage()
    await bare.setContent(boxesPage(assets))
    const boxes = await scrolled(bare, seconds)
    await page.bringToFront()
    await page.goto('/library')
    await page.getByRole('listbox', { name: 'Pictures' }).getByRole('option').first().waitFor()
    await page.evaluate(untilDrawn)
    await page.evaluate(countPictures)
    const library = await scrolled(page, seconds)
    const picturesSeen = await page.evaluate<number>('window.picturesSeen.size')
    return { assets, seconds, library, boxes, picturesSeen, targetPerSecond }
  } finally {
    await browser.close()
    await studio.close()
  }
}

/** Rows in the database, and for each of them the thumbnails of one picture. */
async function fillWithPictures(
  studio: Studio,
  page: Page,
  dataDir: string,
  assets: number,
): Promise<void> {
  const [workspace] = ((await (await page.request.get('/api/v1/me')).json()) as Me).workspaces
  if (workspace === undefined) throw new Error('A new person has no workspace.')
  const path = `/api/v1/workspaces/${workspace.id}/assets`
  const buffer = await noise(1280, 960).jpeg({ quality: 60 }).toBuffer()
  const made = await page.request.post(path, {
    headers: { origin: new URL(page.url()).origin },
    multipart: { file: { name: 'loaf.jpg', mimeType: 'image/jpeg', buffer } },
  })
  const { id, url } = (await made.json()) as { id: string; url: string }
  for (const width of widths) await page.request.get(`${url}?width=${width}&format=webp`)
  await fillLibrary(studio, workspace.id, assets)
  const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.includes(join('renditions', id, '/')),
  )
  if (files.length < widths.length) throw new Error('The thumbnails were not kept.')
  const folder = dirname(dirname(files[0] ?? ''))
  for (let number = 1; number <= assets; number += 1) {
    const to = join(dataDir, folder, `asset-${number}`)
    mkdirSync(to, { recursive: true })
    for (const file of files)
      linkSync(join(dataDir, file), join(to, file.slice(dirname(file).length)))
  }
}

/** As long as the library, and as much of it in view. */
function boxesPage(count: number): string {
  const box = '<i></i>'
  return `<!doctype html><style>body { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 }
    i { width: 260px; height: 200px; background: #ccc; content-visibility: auto }</style>${box.repeat(count)}`
}

/** Runs in the page: what is in view has its pictures, or has failed to get them. */
const untilDrawn = `Promise.all([...document.images].filter(({ complete }) => !complete).map(
  (image) => new Promise((done) => { image.onload = image.onerror = done })))`

/** Runs in the page: keeps which pictures were drawn. */
const countPictures = `(() => {
  window.picturesSeen = new Set()
  // The window itself hears of no picture.
  document.addEventListener('load', ({ target }) => {
    const picture = target.closest?.('[data-picture]')
    if (picture) window.picturesSeen.add(picture.dataset.picture)
  }, true)
})()`

/** Runs in the page: keeps the time between any two frames. */
const watchFrames = `(() => {
  window.frameTimes = []
  let last = performance.now()
  const frame = (now) => {
    window.frameTimes.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
})()`

async function scrolled(page: Page, seconds: number): Promise<Frames> {
  await page.mouse.move(700, 500)
  await page.evaluate(watchFrames)
  for (let at = 0; at < (seconds * 1000) / stepMs; at += 1) {
    await page.mouse.wheel(0, stepPx)
    await page.waitForTimeout(stepMs)
  }
  const times = await page.evaluate<number[]>('window.frameTimes')
  const sorted = times.toSorted((a, b) => a - b)
  const total = times.reduce((sum, time) => sum + time, 0)
  return {
    perSecond: (times.length / total) * 1000,
    p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN,
  }
}
