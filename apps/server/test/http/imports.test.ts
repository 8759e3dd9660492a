import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type {
  Accepted,
  Asset,
  Brand,
  Credits,
  Decided,
  Finding,
  NewBrand,
  WebsiteImport,
  WebsiteImports,
} from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, jsonOf, refused, until } from './asking.ts'

const description = 'Hearth & Crumb bakes slow sourdough bread in Leeds, before sunrise.'

const home = `<!doctype html><html lang="en"><head>
  <title>Hearth &amp; Crumb – Sourdough in Leeds</title>
  <meta property="og:site_name" content="Hearth &amp; Crumb">
  <meta name="description" content="${description}">
  <link rel="stylesheet" href="/site.css"></head>
  <body><header><a href="/"><img class="logo" src="/logo.png" alt="Hearth &amp; Crumb logo"></a>
  <nav><a href="/about">About us</a></nav></header>
  <h1>Sourdough, before sunrise</h1>
  <p>We bake every loaf by hand for families and cafés in Leeds.</p>
  <a class="button btn-primary" href="/order">Order bread</a></body></html>`
const about = `<!doctype html><html lang="en"><head><title>About us</title></head>
  <body><h1>About us</h1><p>We are a small bakery. We love slow fermentation, honest flour and
  warm mornings. We bake for families, cafés and restaurants in Leeds.</p></body></html>`
const css = `:root{--primary:#b3401f}body{background:#fffaf3;color:#2b1d14;font-family:"Source Serif 4",serif}
  h1{font-family:"Playfair Display",serif;color:#b3401f}.btn-primary{background:#b3401f;color:#fff}`

let site: Server
let address: string
let hold: Promise<void> | undefined
let studio: TestStudio
let person: SignedUp
let brand: Brand

beforeAll(async () => {
  const logo = await sharp({
    create: { width: 240, height: 80, channels: 4, background: '#b3401f' },
  })
    .png()
    .toBuffer()
  const files: Readonly<Record<string, readonly [string, string | Buffer]>> = {
    '/': ['text/html; charset=utf-8', home],
    '/about': ['text/html; charset=utf-8', about],
    '/site.css': ['text/css', css],
    '/logo.png': ['image/png', logo],
  }
  site = createServer(async (request, response) => {
    await hold
    const [type, body] = files[request.url ?? ''] ?? []
    response.writeHead(type === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' })
    response.end(body ?? 'nothing here')
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const { port } = site.address() as AddressInfo
  address = `http://127.0.0.1:${port}/`
  studio = await startStudio({ environment: { IMPORT_ALLOWED_HOSTS: `127.0.0.1:${port}` } })
})
beforeEach(async () => {
  hold = undefined
  person = await studio.signUp()
  brand = await jsonOf<Brand>(person.client.post(`${person.workspace}/brands`, {}), 201)
})
afterAll(async () => {
  await studio.close()
  site.closeAllConnections()
  site.close()
})

const quote = { version: 2, credits: 20 }
const ask = (url: unknown = address, headers = aPress()) =>
  person.client.post(`${person.workspace}/brands/${brand.id}/imports`, { url, quote }, headers)
const brandPath = () => `${person.workspace}/brands/${brand.id}`
const view = (id: string) => person.client.json<WebsiteImport>(`${person.workspace}/imports/${id}`)
const decide = (id: string, decisions: unknown) =>
  person.client.post(`${person.workspace}/imports/${id}/decisions`, { decisions })
const credits = () => person.client.json<Credits>(`${person.workspace}/credits`)

async function read(url = address): Promise<WebsiteImport> {
  const { id } = await jsonOf<Accepted>(ask(url), 202)
  return until(async () => {
    const found = await view(id)
    return found.endedAt === null ? undefined : found
  })
}

function finding<F extends Finding['field']>(from: WebsiteImport, field: F) {
  const found = from.findings.find((one) => one.field === field)
  if (found === undefined) throw new Error(`Nothing was found for ${field}.`)
  return found as Extract<Finding, { field: F }>
}

describe('reading a website', () => {
  test('finds fields with evidence, is paid, and changes nothing by itself', async () => {
    const found = await read()
    expect(found).toMatchObject({
      status: 'succeeded',
      brandId: brand.id,
      credits: { spent: 20, released: 0 },
    })
    expect(found.pages.map((page) => page.url)).toEqual([address, `${address}about`])
    expect(finding(found, 'name')).toMatchObject({
      value: 'Hearth & Crumb',
      comparison: 'new',
      decision: null,
    })
    expect(finding(found, 'description')).toMatchObject({ value: description })
    expect(finding(found, 'colors').value.primary).toBe('#b3401f')
    for (const { evidence } of found.findings) expect(evidence.length).toBeGreaterThan(0)
    expect(await credits()).toMatchObject({ balance: 380, held: 0, spent: 20 })
    const unchanged = await person.client.json<Brand>(`${person.workspace}/brands/${brand.id}`)
    expect(unchanged).toEqual(brand)
    const listed = await person.client.json<WebsiteImports>(
      `${person.workspace}/brands/${brand.id}/imports`,
    )
    expect(listed.items).toEqual([found])
  })

  test('names the pages as they are read, and shows no finding before it is paid', async () => {
    let letGo: () => void = () => undefined
    hold = new Promise((resolve) => {
      letGo = resolve
    })
    const { id } = await jsonOf<Accepted>(ask(), 202)
    const running = await until(async () => {
      const found = await view(id)
      return found.pages.length > 0 ? found : undefined
    })
    expect(running).toMatchObject({
      status: 'running',
      pages: [{ url: address, state: 'reading' }],
      findings: [],
      credits: { held: 20 },
    })
    await refused(decide(id, [{ field: 'name', accept: true }]), 409, 'conflict')
    letGo()
    const ended = await until(async () => {
      const found = await view(id)
      return found.endedAt === null ? undefined : found
    })
    expect(ended.status).toBe('succeeded')
  })

  test('can be cancelled, and then costs nothing', async () => {
    hold = new Promise(() => undefined)
    const { id } = await jsonOf<Accepted>(ask(), 202)
    await until(async () => ((await view(id)).status === 'running' ? true : undefined))
    await jsonOf<WebsiteImport>(person.client.post(`${person.workspace}/imports/${id}/cancel`), 200)
    const ended = await until(async () => {
      const found = await view(id)
      return found.endedAt === null ? undefined : found
    }, 3000)
    expect(ended).toMatchObject({ status: 'cancelled', credits: { spent: 0, released: 20 } })
    expect(await credits()).toMatchObject({ balance: 400, available: 400 })
  })

  test('a site that cannot be read costs nothing and says why', async () => {
    const failed = await read('https://nowhere.invalid/')
    expect(failed).toMatchObject({
      status: 'failed',
      findings: [],
      credits: { spent: 0, released: 20 },
      error: { code: 'site_unreachable' },
    })
    expect(failed.error?.detail).toMatch(/^[A-Z].*\.$/)
    expect(await credits()).toMatchObject({ balance: 400, available: 400 })
  })

  describe('a brand whose website could not be read', () => {
    const dead = { website: 'nowhere.invalid' }
    const make = (body: NewBrand) => person.client.post(`${person.workspace}/brands`, body)

    beforeEach(async () => {
      await person.client.delete(`${person.workspace}/brands/${brand.id}`)
      brand = await jsonOf<Brand>(make(dead), 201)
    })

    test('is used for the next one, read or named by hand', async () => {
      await refused(make({ website: address }), 409, 'plan_limit')
      await read(dead.website)
      const next = await jsonOf<Brand>(make({ website: address }), 201)
      expect(next).toMatchObject({ id: brand.id, website: address, origins: {} })
      expect(next.name).toBe(new URL(address).hostname)
      await read(dead.website)
      const named = await jsonOf<Brand>(make({ name: 'Hearth' }), 201)
      expect(named).toMatchObject({ id: brand.id, name: 'Hearth', website: null })
      await refused(make({ name: 'Another' }), 409, 'plan_limit')
    })

    test.each([
      ['a website read meanwhile', () => read()],
      ['a theme', () => person.client.patch(brandPath(), { themes: ['Rye'] })],
      [
        'a word to avoid',
        () => person.client.patch(brandPath(), { avoidedWords: [{ word: 'x' }] }),
      ],
      [
        'a source',
        () => person.client.post(`${brandPath()}/sources`, { title: 'Notes', text: 'Rye bread.' }),
      ],
      [
        'a post',
        () => person.client.post(`${person.workspace}/posts`, { body: 'Rye', brandId: brand.id }),
      ],
    ] as const)('is left alone once it holds %s', async (_, fill) => {
      await read(dead.website)
      const filled = await fill()
      if (filled instanceof Response) expect(filled.ok, await filled.text()).toBe(true)
      await refused(make({ website: address }), 409, 'plan_limit')
    })
  })

  test.each([
    ['not an address', 'nonsense', 'invalid_url'],
    ['another scheme', 'ftp://hearth.example', 'invalid_url'],
    ['a script', 'javascript:alert(1)', 'invalid_url'],
    ['a password in it', 'https://me:secret@hearth.example', 'invalid_url'],
    ['nothing', '', 'invalid_request'],
    ['a private address', 'http://10.0.0.1/', 'address_not_allowed'],
    ['an address of this machine, as a number', 'http://2130706433/', 'address_not_allowed'],
    ['where clouds keep their secrets', 'http://169.254.169.254/', 'address_not_allowed'],
    ['this machine by name', 'http://localhost/', 'address_not_allowed'],
    ['a number', 5, 'invalid_request'],
    ['20,000 characters', `https://${'x'.repeat(20_000)}.example`, 'invalid_request'],
  ] as const)('%s is refused before anything is set aside', async (_, url, code) => {
    await refused(ask(url), 400, code)
    expect(await credits()).toMatchObject({ available: 400, held: 0 })
  })

  test('needs a key for the press', async () => {
    await refused(ask(address, {}), 400, 'invalid_request')
  })
})

describe('deciding', () => {
  test('what is accepted is the brand’s, with where it came from', async () => {
    const found = await read()
    const decided = await jsonOf<Decided>(
      decide(found.id, [
        { field: 'name', accept: true },
        { field: 'description', accept: true },
        { field: 'colors', accept: true },
        { field: 'fonts', accept: false },
      ]),
      200,
    )
    expect(decided.brand).toMatchObject({
      name: 'Hearth & Crumb',
      description,
      colors: { primary: '#b3401f' },
      fonts: {},
      website: address,
      origins: {
        name: 'import',
        description: 'import',
        colors: 'import',
        identity: 'import',
      },
    })
    expect(decided.brand.identity).toContain(`# Hearth & Crumb\n\n${description}\n`)
    expect(decided.brand.identity).toContain('- primary: #b3401f')
    expect(decided.brand.identity).not.toContain('Playfair')
    expect(finding(decided.import, 'name')).toMatchObject({
      comparison: 'same',
      decision: 'accepted',
    })
    expect(finding(decided.import, 'fonts')).toMatchObject({
      comparison: 'new',
      decision: 'dismissed',
    })
    expect(await view(found.id)).toEqual(decided.import)
    // The document is composed of the fields, so it follows them.
    const path = brandPath()
    const edited = await jsonOf<Brand>(person.client.patch(path, { themes: ['Rye'] }), 200)
    expect(edited.identity).toContain('- Rye')
    expect(edited.origins).toMatchObject({ themes: 'hand', identity: 'import' })
  })

  test('a logo is served to choose from, and accepted once into the library', async () => {
    const found = await read()
    const [logo] = finding(found, 'logo').value
    const picture = await person.client.get(logo?.url ?? '')
    expect(picture.headers.get('content-type')).toBe('image/png')
    const { width } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata()
    expect(width).toBe(logo?.width)
    const accept = [{ field: 'logo', accept: true, choice: 0 }]
    await jsonOf<Decided>(decide(found.id, accept), 200)
    const { brand: marked, import: after } = await jsonOf<Decided>(decide(found.id, accept), 200)
    const { items } = await person.client.json<{ items: Asset[] }>(`${person.workspace}/assets`)
    expect(items).toMatchObject([
      { id: marked.logo?.assetId, kind: 'imported', watermarked: false, brandId: brand.id },
    ])
    expect(finding(after, 'logo')).toMatchObject({ comparison: 'same', current: marked.logo?.url })
    const served = await person.client.get(marked.logo?.url ?? '')
    expect(served.status).toBe(200)
    await served.arrayBuffer()
    await refused(
      decide(found.id, [{ field: 'logo', accept: true, choice: 99 }]),
      400,
      'invalid_request',
    )
  })

  test('read again, it shows a difference and overwrites nothing that a person wrote', async () => {
    const path = brandPath()
    await jsonOf<Brand>(
      person.client.patch(path, { description: 'Our own words.', identity: 'Ours.' }),
      200,
    )
    const found = await read()
    expect(finding(found, 'description')).toMatchObject({
      comparison: 'hand_edited',
      current: 'Our own words.',
    })
    const kept = await jsonOf<Decided>(decide(found.id, [{ field: 'name', accept: true }]), 200)
    expect(kept.brand).toMatchObject({
      name: 'Hearth & Crumb',
      description: 'Our own words.',
      identity: 'Ours.',
      origins: { description: 'hand', identity: 'hand' },
    })
    const taken = await jsonOf<Decided>(
      decide(found.id, [{ field: 'description', accept: true }]),
      200,
    )
    expect(taken.brand).toMatchObject({ description, identity: 'Ours.' })
  })

  test('another website than the brand’s takes its place where it is accepted', async () => {
    const brands = `${person.workspace}/brands`
    await person.client.delete(`${brands}/${brand.id}`)
    brand = await jsonOf<Brand>(person.client.post(brands, { website: 'nowhere.invalid' }), 201)
    const found = await read()
    expect(finding(found, 'website')).toMatchObject({
      value: address,
      current: 'https://nowhere.invalid/',
      comparison: 'differs',
    })
    const named = await jsonOf<Decided>(decide(found.id, [{ field: 'name', accept: true }]), 200)
    expect(named.brand.website).toBe('https://nowhere.invalid/')
    const taken = await jsonOf<Decided>(decide(found.id, [{ field: 'website', accept: true }]), 200)
    expect(taken.brand).toMatchObject({ website: address, origins: { website: 'import' } })
    expect(finding(taken.import, 'website')).toMatchObject({ comparison: 'same' })
    expect((await read()).findings.map(({ field }) => field)).not.toContain('website')
  })

  test('an address that a person typed is theirs', async () => {
    const website = 'https://hearth.example/'
    await jsonOf<Brand>(person.client.patch(brandPath(), { website }), 200)
    expect(finding(await read(), 'website')).toMatchObject({
      current: website,
      comparison: 'hand_edited',
    })
  })

  test('of nothing, of what is no field, or twice of one is refused', async () => {
    const found = await read()
    for (const decisions of [
      [],
      [{ field: 'slogan', accept: true }],
      [
        { field: 'name', accept: true },
        { field: 'name', accept: false },
      ],
      [{ field: 'name', accept: 'maybe' }],
    ]) {
      await refused(decide(found.id, decisions), 400, 'invalid_request')
    }
  })

  test('to another workspace an import is not there', async () => {
    const found = await read()
    const stranger = await studio.signUp()
    const path = `${stranger.workspace}/imports/${found.id}`
    for (const answer of [
      stranger.client.get(path),
      stranger.client.post(`${path}/cancel`),
      stranger.client.get(`${path}/logos/0`),
      stranger.client.post(`${path}/decisions`, { decisions: [{ field: 'name', accept: true }] }),
      stranger.client.get(`${stranger.workspace}/brands/${brand.id}/imports`),
      stranger.client.post(
        `${stranger.workspace}/brands/${brand.id}/imports`,
        { url: address, quote },
        aPress(),
      ),
    ]) {
      await refused(answer, 404, 'not_found')
    }
  })
})
