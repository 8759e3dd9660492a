import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { networks } from '@rheos/contract'
import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { v7 } from 'uuid'
import { launchBrowser } from '../../../test/browser.ts'
import { readConfig } from '../../server/src/config.ts'
import { openStudio } from '../../server/src/studio.ts'
import { freePort } from '../../server/test/free-port.ts'
import { signUp, visit } from '../e2e/pages.ts'

/** In milliseconds. */
export interface KeyTimes {
  readonly p50: number
  readonly p95: number
}

export interface TypingLatency {
  readonly keystrokes: number
  readonly networks: number
  readonly charactersEach: number
  /** From the press of a key until the frame that shows it has been made. */
  readonly editorMs: KeyTimes
  /** The baseline: the same keys in a page with one text field of the same text and nothing else. */
  readonly bareFieldMs: KeyTimes
  /** How many times as long as the baseline, by the medians. */
  readonly timesBare: number
  readonly targetMs: number
}

const charactersEach = 5000
const warmUps = 20
/** Between two keys: a quick typist’s. */
const gapMs = 60
const sentence = 'The oven is lit at four, and the first loaves are out by seven. '
const longText = sentence.repeat(charactersEach / sentence.length + 1).slice(0, charactersEach)

/**
 * How long a key takes in a post with a version of its own for each network. Frames are made as soon
 * as there is something to show, not at the rate of a screen: what is measured is the work.
 */
export async function measureTyping(options: {
  readonly connectionString: string
  readonly dataDir: string
  readonly keystrokes: number
}): Promise<TypingLatency> {
  const port = await freePort()
  const studio = await openStudio({
    config: { ...readConfig({ LOG_LEVEL: 'silent' }), dataDir: options.dataDir, port },
    connectionString: options.connectionString,
    clock: Date.now,
    newId: () => v7(),
    log: pino({ level: 'silent' }),
    show: () => undefined,
  })
  const browser = await launchBrowser(['--disable-frame-rate-limit', '--disable-gpu-vsync'])
  try {
    const { page, context } = await visit(browser, `http://localhost:${port}`)
    await signUp(page, `${randomUUID()}@example.com`)
    const bare = await context.newPage()
    await bare.setContent(barePage)
    await openLongPost(page)
    const [editor, field] = await typeInTurn(page, bare, options.keystrokes)
    const [editorMs, bareFieldMs] = [timesOf(editor), timesOf(field)]
    return {
      keystrokes: options.keystrokes,
      networks: networks.length,
      charactersEach,
      editorMs,
      bareFieldMs,
      timesBare: editorMs.p50 / bareFieldMs.p50,
      targetMs: 16,
    }
  } finally {
    await browser.close()
    await studio.close()
  }
}

const barePage = `<!doctype html><textarea style="field-sizing: content; width: 34rem;
  font: 17px/1.6 system-ui; border: 0; resize: none">${longText}</textarea>`

async function openLongPost(page: Page): Promise<void> {
  const post = {
    title: 'Ten long versions',
    body: longText,
    networks,
    versions: Object.fromEntries(networks.map((network) => [network, { body: longText }])),
  }
  const me = await page.request.get('/api/v1/me')
  const { workspaces } = (await me.json()) as { workspaces: readonly { id: string }[] }
  const path = `/api/v1/workspaces/${workspaces[0]?.id}/posts`
  const origin = new URL(page.url()).origin
  const made = await page.request.post(path, { data: post, headers: { origin } })
  if (!made.ok()) throw new Error(`The post was answered ${made.status()}.`)
  const { id } = (await made.json()) as { id: string }
  await page.goto(`/posts/${id}`)
  await page.getByRole('tab', { name: /^LinkedIn/ }).click()
  await page.getByRole('textbox', { name: 'Text for LinkedIn' }).waitFor()
}

/** Runs in the page: keeps how long each key took, until after the frame it is shown in. */
const watchKeys = `(() => {
  window.keyTimes = []
  let pressedAt = 0
  const channel = new MessageChannel()
  const began = []
  channel.port1.onmessage = () => window.keyTimes.push(performance.now() - began.shift())
  addEventListener('keydown', (event) => { pressedAt = event.timeStamp }, true)
  addEventListener('input', () => {
    began.push(pressedAt)
    requestAnimationFrame(() => channel.port2.postMessage(0))
  }, true)
  const field = document.querySelector('textarea[aria-label^="Text"]') ?? document.querySelector('textarea')
  field.focus()
  field.setSelectionRange(${charactersEach / 2}, ${charactersEach / 2})
})()`

/** A few keys here, a few there, so that a busy machine slows both down. */
async function typeInTurn(
  editor: Page,
  bare: Page,
  keystrokes: number,
): Promise<[readonly number[], readonly number[]]> {
  for (const page of [editor, bare]) await page.evaluate(watchKeys)
  const letters = 'the quick brown fox jumps over '
  const batch = 50
  for (let at = 0; at < keystrokes + warmUps; at += batch) {
    for (const page of [editor, bare]) {
      await page.bringToFront()
      for (let key = at; key < Math.min(at + batch, keystrokes + warmUps); key += 1) {
        await page.keyboard.type(letters[key % letters.length] ?? 'x')
        await pause(gapMs)
      }
      await pause(300)
    }
  }
  const [ours, plain] = await Promise.all(
    [editor, bare].map((page) => page.evaluate<number[]>('window.keyTimes')),
  )
  return [ours?.slice(warmUps) ?? [], plain?.slice(warmUps) ?? []]
}

function timesOf(times: readonly number[]): KeyTimes {
  if (times.length === 0) throw new Error('No key was seen.')
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}
