import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { ImportStep, WebsiteFindings } from '../../src/brands/import/website-import.ts'
import { fieldValue, importSite, serveFolder } from './serve-site.ts'

async function importFixture(name: string, steps: ImportStep[] = []) {
  const site = await serveFolder(
    fileURLToPath(new URL(`../fixtures/sites/${name}`, import.meta.url)),
  )
  const found = await importSite(site, '/', { onProgress: (step) => steps.push(step) })
  return { site, found, steps }
}

function sourcesOf(found: WebsiteFindings, field: string): string[] {
  return (
    found.findings
      .find((finding) => finding.field === field)
      ?.evidence.map(({ source }) => source) ?? []
  )
}

function logoOf(found: WebsiteFindings) {
  const finding = found.findings.find((one) => one.field === 'logo')
  return finding?.field === 'logo' ? finding.value : []
}

/** What holds for every import, whatever the site. */
function expectSound(found: WebsiteFindings): void {
  for (const finding of found.findings) {
    expect(finding.confidence).toBeGreaterThan(0)
    expect(finding.confidence).toBeLessThanOrEqual(1)
    expect(finding.evidence.length).toBeGreaterThan(0)
    for (const { page, snippet, source } of finding.evidence) {
      expect(URL.canParse(page)).toBe(true)
      expect(snippet).not.toBe('')
      expect(source).not.toBe('')
    }
  }
  expect(found.files).toHaveLength(logoOf(found).length)
  expect(found.identity.startsWith(`# `)).toBe(true)
  expect(found.pages.length).toBeLessThanOrEqual(8)
}

describe('a WordPress site', async () => {
  test('is read as its owner would describe it', async () => {
    const { found, site } = await importFixture('wordpress')
    expectSound(found)
    expect(fieldValue(found, 'name')).toBe('Kiln & Clay')
    expect(fieldValue(found, 'description')).toContain('small pottery studio in Bristol')
    expect(fieldValue(found, 'language')).toBe('en-GB')
    expect(fieldValue(found, 'fonts')).toEqual({ heading: 'Fraunces', body: 'Work Sans' })
    expect(fieldValue(found, 'themes')).toEqual(
      expect.arrayContaining(['Wheel throwing', 'Hand building', 'Glazing and firing']),
    )
    expect(fieldValue(found, 'themes')).not.toContain('Robin at the wheel')
    expect(fieldValue(found, 'audience')).toEqual(
      expect.arrayContaining(['Beginners and families']),
    )
    expect(fieldValue(found, 'tone')).toEqual(
      expect.arrayContaining(['Warm and welcoming', 'Casual']),
    )
    expect(site.requests).not.toContain('/wp-login.php')
    expect(site.requests).not.toContain('/brochure.pdf')
  })

  test('has its own colours and not those that every WordPress prints', async () => {
    const { found } = await importFixture('wordpress')
    expect(fieldValue(found, 'colors')).toMatchObject({
      primary: '#a6432d',
      secondary: '#3f5d54',
      background: '#fbf6ef',
      text: '#2b211b',
    })
    expect(sourcesOf(found, 'colors')).toContain('primary: css --wp--preset--color--primary')
  })

  test('has its logo drawn anew from the SVG, without what ran in it', async () => {
    const { found } = await importFixture('wordpress')
    const [logo] = logoOf(found)
    const [file] = found.files
    expect(logo).toMatchObject({ source: 'header image', mediaType: 'image/png' })
    expect(logo?.url).toMatch(/kiln-and-clay-logo\.svg$/)
    const { format, width, height } = await sharp(file?.bytes).metadata()
    expect({ format, width, height }).toEqual({
      format: 'png',
      width: logo?.width,
      height: logo?.height,
    })
    expect(Buffer.from(file?.bytes ?? []).toString('latin1')).not.toMatch(/<script|onload/)
  })

  test('is read only where robots.txt allows', async () => {
    const { found, site } = await importFixture('wordpress')
    expect(site.requests).not.toContain('/blog/')
    expect(found.pages.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['home', 'about', 'contact']),
    )
  })

  test('names its pages while they are read', async () => {
    const { steps, found } = await importFixture('wordpress')
    const reading = steps
      .filter((step) => step.kind === 'reading')
      .map((step) => new URL(step.url).pathname)
    expect(reading[0]).toBe('/')
    expect(reading).toContain('/about/')
    const read = steps.filter((step) => step.kind === 'read').map((step) => step.title)
    expect(read).toContain('About us – Kiln & Clay')
    expect(read).toHaveLength(found.pages.length)
  })

  test('yields an identity document of what was found', async () => {
    const { found } = await importFixture('wordpress')
    expect(found.identity).toMatch(/^# Kiln & Clay\n\nKiln & Clay is a small pottery studio/)
    expect(found.identity).toContain('## How we sound\n\n- ')
    expect(found.identity).toContain('- primary: #a6432d')
    expect(found.identity).toContain('We write in British English.')
  })
})

test('a Shopify shop is read from its theme settings, collections and JSON-LD', async () => {
  const { found, site } = await importFixture('shopify')
  expectSound(found)
  expect(fieldValue(found, 'name')).toBe('Nordlys Candle Co.')
  expect(sourcesOf(found, 'name')).toContain('json-ld')
  expect(fieldValue(found, 'colors')).toMatchObject({
    primary: '#164e63',
    background: '#faf7f2',
    text: '#1c262e',
  })
  expect(Object.values(fieldValue(found, 'colors') as object)).toContain('#d97706')
  expect(fieldValue(found, 'fonts')).toEqual({ heading: 'Cormorant Garamond', body: 'Nunito Sans' })
  expect(fieldValue(found, 'themes')).toEqual(
    expect.arrayContaining(['Scented candles', 'Refills', 'Gift sets']),
  )
  expect(logoOf(found)[0]).toMatchObject({ width: 360, height: 96 })
  expect(site.requests).not.toContain('/cart')
})

test('a single-page app is read from what it carries as data', async () => {
  const { found } = await importFixture('single-page-app')
  expectSound(found)
  expect(fieldValue(found, 'name')).toBe('Ledgerleaf')
  expect(fieldValue(found, 'description')).toContain('keeps the books of small farms')
  expect(fieldValue(found, 'colors')).toMatchObject({ primary: '#1f6f43', accent: '#e2a72e' })
  expect(fieldValue(found, 'fonts')).toMatchObject({ body: 'Figtree' })
  expect(fieldValue(found, 'themes')).toEqual(
    expect.arrayContaining(['Field diary', 'Animal records', 'Invoices']),
  )
  expect(fieldValue(found, 'audience')).toEqual(['Farmers'])
  expect(logoOf(found)[0]?.url).toMatch(/mark\.svg$/)
})

test('a plain old site is read from its pages alone', async () => {
  const { found } = await importFixture('plain')
  expectSound(found)
  expect(fieldValue(found, 'name')).toBe('Harbour Cycles')
  expect(fieldValue(found, 'description')).toContain('repairs bicycles of every age')
  expect(fieldValue(found, 'language')).toBe('en')
  expect(fieldValue(found, 'colors')).toEqual({
    primary: '#0f4c75',
    secondary: '#f2b632',
    background: '#fffdf5',
    text: '#1d2b36',
  })
  expect(fieldValue(found, 'fonts')).toEqual({ heading: 'Archivo Narrow', body: 'Merriweather' })
  expect(found.pages.map(({ url }) => new URL(url).pathname)).toEqual([
    '/',
    '/about.html',
    '/repairs.html',
    '/prices.html',
    '/contact.html',
  ])
})

test('a German site that declares English is German, and its grey text is made readable', async () => {
  const { found } = await importFixture('german')
  expectSound(found)
  expect(fieldValue(found, 'name')).toBe('Tischlerei Lindenhof')
  expect(fieldValue(found, 'language')).toBe('de')
  expect(fieldValue(found, 'colors')).toMatchObject({
    primary: '#4a6b3a',
    secondary: '#b5651d',
    text: '#717171',
  })
  expect(sourcesOf(found, 'colors')).toContain('text: contrast check')
  expect(fieldValue(found, 'themes')).toEqual(
    expect.arrayContaining(['Küchen nach Maß', 'Einbauschränke', 'Massivholztische']),
  )
  expect(fieldValue(found, 'tone')).toContain('Polite and formal')
  expect(fieldValue(found, 'audience')).toContain('Familien und kleine Unternehmen')
  expect(logoOf(found).map(({ source }) => source)).toEqual(['json-ld logo', 'header drawing'])
})

test('a Chinese site is read', async () => {
  const { found } = await importFixture('chinese')
  expectSound(found)
  expect(fieldValue(found, 'name')).toBe('云栖茶舍')
  expect(fieldValue(found, 'language')).toBe('zh-CN')
  expect(fieldValue(found, 'colors')).toMatchObject({ primary: '#2f5d50', secondary: '#8c3b2a' })
  expect(fieldValue(found, 'themes')).toEqual(
    expect.arrayContaining(['高山白茶', '岩茶', '手工茶具']),
  )
  expect(found.pages.map(({ kind }) => kind)).toEqual(['home', 'about', 'product'])
})

test('an Arabic site, written from right to left, is read', async () => {
  const { found } = await importFixture('arabic')
  expectSound(found)
  expect(fieldValue(found, 'name')).toBe('دار الياسمين')
  expect(fieldValue(found, 'language')).toBe('ar')
  expect(fieldValue(found, 'colors')).toMatchObject({
    primary: '#7a1f3d',
    accent: '#d9a441',
    background: '#fff9f2',
  })
  expect(fieldValue(found, 'fonts')).toEqual({ heading: 'Amiri', body: 'Tajawal' })
  expect(fieldValue(found, 'themes')).toContain('الحلويات')
  expect(logoOf(found)[0]).toMatchObject({ width: 180, height: 80 })
})
