import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** A browser of one person: its own cookies, and what its pages complained about. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors of the console and of scripts. */
  readonly complaints: string[]
}

export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(30_000)
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  return { context, page: await context.newPage(), complaints }
}

export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Ada Byron')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('Start with your website').waitFor()
}

/** The number that stands in the sidebar. */
export async function sidebarBalance(page: Page): Promise<string> {
  const meter = page.getByRole('link', { name: /of [\d,]+ credits/ }).first()
  await meter.waitFor()
  return /^\s*([\d,]+|–)/.exec((await meter.innerText()) ?? '')?.[1] ?? ''
}

export async function expectBalance(page: Page, credits: string): Promise<void> {
  await expect.poll(() => sidebarBalance(page), { timeout: 30_000 }).toBe(credits)
}

/** The scheme that the page has taken up, and how many colours are still on their way to it. */
const painting = `document.documentElement.dataset.theme + ', ' + document.getAnimations().filter(
  (running) => running instanceof CSSTransition).length + ' on their way'`

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly {
      readonly target: readonly string[]
      readonly failureSummary: string
    }[]
  }[]
}

/** Nothing that WCAG A and AA forbid, at both widths and in both schemes; nothing wider than the page. */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = await readFile(axePath, 'utf8')
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height })
      // All of the page at once: what lies under a bar for the moment can be scrolled from there.
      const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
      await page.setViewportSize({ width, height: Math.min(Math.max(height, whole), 4000) })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // Another scheme passes from parent to child by transitions, however short.
      await expect
        .poll(() => page.evaluate<string>(painting))
        .toBe(`${colorScheme}, 0 on their way`)
      await page.evaluate(axe)
      const { violations } = await page.evaluate<AxeResult>(
        `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
      )
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
      )
      expect(found, `${page.url()} at ${width} px, ${colorScheme}`).toEqual([])
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - innerWidth',
      )
      expect(overflow, `${page.url()} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  // What was laid out for a telephone is laid out anew.
  await page.evaluate('new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))')
}
