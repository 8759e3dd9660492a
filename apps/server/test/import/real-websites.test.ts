import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { ImportFailedError } from '../../src/brands/import/website-import.ts'
import { fieldValue, importSite, serveFolder } from './serve-site.ts'

/** Websites of other people that lie beside the project on some machines; nothing of them is part of it. */
const data = resolve(fileURLToPath(new URL('../../../../../shared/data', import.meta.url)))

describe.runIf(existsSync(join(data, 'websites')))('websites that nobody here wrote', () => {
  test.each([
    ['coffee-shop', 'Coffee Shop', '#e89a2f', 'logo.png', ['Coffee', 'Cakes']],
    ['beauty-salon', 'Beauty Salon', '#bc2a87', undefined, ['Photography']],
    ['cloud-hosting', 'Cloud Hosting', '#48b1df', 'logo.png', ['Hosting', 'Web Builder']],
    ['real-estate-builder', 'Real Estate Builders', undefined, 'logo.png', ['Constructions']],
  ])('%s', async (folder, name, primary, logo, themes) => {
    const found = await importSite(await serveFolder(join(data, 'websites', folder)))
    expect(fieldValue(found, 'name')).toBe(name)
    expect(fieldValue(found, 'language')).toBe('en')
    if (primary !== undefined) expect(fieldValue(found, 'colors')).toMatchObject({ primary })
    expect(fieldValue(found, 'colors')).toMatchObject({ background: '#ffffff' })
    expect(fieldValue(found, 'fonts')).toMatchObject({
      body: expect.stringMatching(/Open Sans|Raleway|Lato/),
    })
    expect(fieldValue(found, 'themes')).toEqual(expect.arrayContaining(themes))
    expect(found.files.length).toBe(logo === undefined ? 0 : 1)
    const text = JSON.stringify(found.findings) + found.identity
    expect(text).not.toMatch(/lorem ipsum|webthemez\.com"/i)
  })

  test('the house builders are orange and yellow on several pages', async () => {
    const found = await importSite(await serveFolder(join(data, 'websites', 'real-estate-builder')))
    expect(Object.values(fieldValue(found, 'colors') as object)).toEqual(
      expect.arrayContaining(['#efe204', '#ff822f']),
    )
    expect(found.pages.length).toBeGreaterThan(4)
    expect(found.pages.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['about', 'product', 'pricing', 'contact']),
    )
  })
})

describe.runIf(existsSync(join(data, 'pages')))('pages as browsers saved them', () => {
  test.each([
    ['dropbox-blog', 'Dropbox', 'en'],
    ['gitlab-blog', 'GitLab', 'en-US'],
    ['google-sre-book-1', 'Google', 'en'],
    ['heise', 'Mac & i', 'de'],
    ['medium-1', 'Medium', 'en'],
    ['mozilla-1', 'Mozilla', 'en'],
    ['qq', '腾讯网', 'zh'],
    ['v8-blog', 'V8', 'en'],
    ['wordpress', 'WordPress Tavern', 'en-US'],
  ])('%s is by %s', async (page, name, language) => {
    const found = await importSite(await serveFolder(join(data, 'pages')), `/${page}.html`)
    expect(fieldValue(found, 'name')).toBe(name)
    expect(fieldValue(found, 'language')).toBe(language)
    expect(found.findings.length).toBeGreaterThanOrEqual(3)
  })

  test('a page of filler text says nothing of a brand', async () => {
    const site = await serveFolder(join(data, 'pages'))
    const failure = await importSite(site, '/rtl-1.html').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ImportFailedError)
    expect(failure).toMatchObject({ code: 'nothing_found' })
  })
})
