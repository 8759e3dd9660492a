import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Accepted, Brand, Credits, Problem, Usage, WebsiteImport } from '@rheos/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectBooksToBalance } from '../acceptance/audit.ts'
import { startSite } from '../import/serve-site.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, jsonOf, until } from './asking.ts'

const html = { 'content-type': 'text/html; charset=utf-8' }
let answer: RequestListener
let site: Awaited<ReturnType<typeof startSite>>
/** What must not be reached. */
let secret: Awaited<ReturnType<typeof startSite>>
let studio: TestStudio
let person: SignedUp
let brand: Brand

beforeAll(async () => {
  site = await startSite((...asked) => answer(...asked))
  secret = await startSite((_, response) =>
    response.writeHead(200, html).end('<title>Secret</title>'),
  )
  studio = await startStudio({ environment: { IMPORT_ALLOWED_HOSTS: site.hostPort } })
  person = await studio.signUp()
  brand = await jsonOf<Brand>(person.client.post(`${person.workspace}/brands`, {}), 201)
})
afterAll(async () => {
  await expectBooksToBalance(studio.context.database.pool)
  expect(secret.requests).toEqual([])
  await studio.close()
  site.close()
  secret.close()
})

/** Told in one sentence, at once or when the import ends; nothing is charged and nothing kept. */
async function expectRefused(url: string, code: Problem['code']): Promise<void> {
  const { client, workspace } = person
  const asked = await client.post(
    `${workspace}/brands/${brand.id}/imports`,
    { url, quote: { version: 2, credits: 20 } },
    aPress(),
  )
  const error = asked.status === 202 ? await failureOf(asked) : ((await asked.json()) as Problem)
  expect([url, error.code]).toEqual([url, code])
  expect(error.detail).toMatch(/^[“A-Z0-9][^\n]{10,240}\.$/)
  expect(error.detail).not.toMatch(/\bat .*:\d+|Error\b|undefined|ECONN|errno/)
  expect(await client.json<Credits>(`${workspace}/credits`)).toMatchObject({
    balance: 400,
    available: 400,
    held: 0,
    spent: 0,
  })
  expect(await client.json<Brand>(`${workspace}/brands/${brand.id}`)).toEqual(brand)
}

async function failureOf(asked: Response) {
  const { client, workspace } = person
  const { id } = await jsonOf<Accepted>(asked, 202)
  const failed = await until(async () => {
    const found = await client.json<WebsiteImport>(`${workspace}/imports/${id}`)
    return found.endedAt === null ? undefined : found
  }, 25_000)
  expect(failed).toMatchObject({
    status: 'failed',
    findings: [],
    credits: { held: 0, spent: 0, released: 20 },
  })
  const [used] = (await client.json<Usage>(`${workspace}/credits/usage?limit=1`)).items
  expect(used).toMatchObject({ outcome: 'not_charged', credits: 0, why: failed.error?.detail })
  return failed.error ?? { code: undefined, detail: '' }
}

const port = () => new URL(secret.origin).port

describe('an address that is not public', () => {
  test.each([
    'http://127.0.0.1:PORT/',
    '127.0.0.1:PORT',
    'http://127.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://127.0.0.1.:PORT/',
    'http://0:PORT/',
    'http://localhost:PORT/',
    'http://localhost.:PORT/',
    'http://a.localhost:PORT/',
    'http://[::1]:PORT/',
    'http://[::]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://[64:ff9b::7f00:1]:PORT/',
    'http://[2002:7f00:1::]:PORT/',
    'http://①②⑦.⓪.⓪.①:PORT/',
    'http://10.0.0.1/',
    'http://172.16.5.4/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://metadata.google.internal/',
    'http://printer.local/',
    'http://intranet/',
    'http://0.0.0.0/',
    'http://255.255.255.255/',
  ])('%s', async (url) => {
    await expectRefused(url.replace('PORT', port()), 'address_not_allowed')
  })

  test.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    '//2130706433:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://169.254.169.254/latest/meta-data/',
  ])('behind a redirect to %s', async (target) => {
    answer = (_, response) =>
      response.writeHead(302, { location: target.replace('PORT', port()) }).end()
    await expectRefused(`${site.origin}/`, 'address_not_allowed')
  })
})

describe('an address that is none', () => {
  test.each([
    'nonsense',
    'file:///etc/passwd',
    'ftp://hearth.example/',
    'gopher://hearth.example/',
    'data:text/html,<title>x</title>',
    'http://',
    'https://me:secret@hearth.example/',
    'http://hearth.example@127.0.0.1/',
  ])('%s', async (url) => {
    await expectRefused(url, 'invalid_url')
  })

  test.each(['file:///etc/passwd', 'ftp://hearth.example/', 'http://me:secret@hearth.example/'])(
    'behind a redirect to %s',
    async (location) => {
      answer = (_, response) => response.writeHead(302, { location }).end()
      const { client, workspace } = person
      const asked = await client.post(
        `${workspace}/brands/${brand.id}/imports`,
        { url: `${site.origin}/`, quote: { version: 2, credits: 20 } },
        aPress(),
      )
      const { code, detail } = await failureOf(asked)
      expect(['invalid_url', 'address_not_allowed', 'site_unreachable']).toContain(code)
      expect(detail).toMatch(/^[“A-Z0-9][^\n]{10,240}\.$/)
    },
  )
})

describe('a site that', () => {
  const page = '<title>Hearth</title>'
  test.each<[string, Problem['code'], RequestListener]>([
    [
      'sends a PDF',
      'not_html',
      (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
    ],
    [
      'forwards in circles',
      'site_unreachable',
      (_, response) => response.writeHead(302, { location: '/again' }).end(),
    ],
    [
      'does not want to be read',
      'robots_disallowed',
      (request, response) =>
        request.url === '/robots.txt'
          ? response
              .writeHead(200, { 'content-type': 'text/plain' })
              .end('User-agent: *\nDisallow: /')
          : response.writeHead(200, html).end(page),
    ],
    ['has nothing there', 'site_unreachable', (_, response) => response.writeHead(404).end()],
    ['is broken', 'site_unreachable', (_, response) => response.writeHead(500).end()],
    ['hangs up', 'site_unreachable', (_, response) => response.destroy()],
    [
      'sends a bomb',
      'page_too_large',
      (request, response) =>
        request.url === '/robots.txt'
          ? response.writeHead(404).end()
          : response
              .writeHead(200, { ...html, 'content-encoding': 'gzip' })
              .end(gzipSync(Buffer.alloc(50_000_000))),
    ],
    [
      'never stops',
      'page_too_large',
      (request, response) => {
        if (request.url === '/robots.txt') return void response.writeHead(404).end()
        response.writeHead(200, html)
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
        }
        response.on('drain', more)
        more()
      },
    ],
    [
      'says nothing of itself',
      'nothing_found',
      (_, response) => response.writeHead(200, html).end('<p>'),
    ],
  ])('%s', async (_, code, listener) => {
    answer = listener
    await expectRefused(`${site.origin}/`, code)
  })
})
