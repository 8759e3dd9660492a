import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Keeps what a page looks like, light and dark, where `SHOTS` names a folder; else does nothing. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), fullPage: false })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
