import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const narrow = { width: 390, height: 844 }
/** Runs in the page: what hears of its width or colours has answered by the second frame. */
const drawnAnew = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

/**
 * Keeps what a page looks like, light and dark, as wide as it is and on a phone, where `SHOTS` names a
 * folder; else does nothing.
 */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await shootBoth(page, join(folder, name))
  const wide = page.viewportSize()
  if (wide === null || wide.width <= narrow.width) return
  await page.setViewportSize(narrow)
  await shootBoth(page, join(folder, `${name}-phone`))
  await page.setViewportSize(wide)
}

async function shootBoth(page: Page, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(drawnAnew)
    await page.screenshot({ path: `${path}-${colorScheme}.png`, animations: 'disabled' })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
