import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchBrowser, unpackedChromium } from './browser.ts'

const page = 'data:text/html,<title>Rheos</title><script>document.title += " " + (6 * 7)</script>'

test('a browser opens a page and runs its script', async () => {
  const browser = await launchBrowser()
  try {
    const tab = await browser.newPage()
    await tab.goto(page)
    expect(await tab.title()).toBe('Rheos 42')
  } finally {
    await browser.close()
  }
}, 60_000)

test('the browser from npm works with nothing but the libraries it brings', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'rheos-browser-'))
  try {
    const { path } = await unpackedChromium(cache)
    const libraries = join(path, '..', 'al2023', 'lib')
    const browser = await chromium.launch({
      executablePath: path,
      chromiumSandbox: false,
      env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(path, '..') },
    })
    const tab = await browser.newPage()
    await tab.goto(page)
    expect(await tab.title()).toBe('Rheos 42')
    await browser.close()
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}, 60_000)
