import type {
  Accepted,
  Asset,
  Brand,
  BrandSource,
  Carousel,
  Folder,
  Post,
  Upload,
  WebsiteImport,
} from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { may, type Permission } from '../../src/workspaces/roles.ts'
import { subscribe } from '../billing/subscribe.ts'
import { startSite } from '../import/serve-site.ts'
import {
  type PlayedNetworks,
  type PublishingStudio,
  playNetworks,
  publishingOf,
} from '../publishing/play-studio.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, draw, ended, imageRequest, jsonOf, refused, until } from './asking.ts'

/** What a good request to a route is, and what the role of who asks must allow. */
interface Expected {
  readonly needs?: Permission
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: string
  /** What is asked for cannot be done as things stand: that it may be asked for is all that shows. */
  readonly isRefused?: true
}

const upload = Symbol('a form with a picture')
const aDocument = Symbol('a form with a document')
const importQuote = { version: 2, credits: 20 }
const writing = { kind: 'caption', direction: 'Bread', quote: { version: 2, credits: 0 } }
const anIdea = { title: 'Bread', intent: 'sell', hook: 'Bread.', angle: 'Say it.' }
const anotherPlan = { plan: 'business', price: { amount: 2900, currency: 'GBP' } }
const design = { layout: 'statement', text: { title: 'Ours' } }
const slides = [
  { id: 'a', role: 'cover', heading: 'Ours' },
  { id: 'b', role: 'close', heading: 'The end' },
]
const oneDecision = { decisions: [{ field: 'name', accept: true }] }

const aSchedule = { wallTime: '2028-01-01T09:00', timeZone: 'UTC', socialAccountIds: ['none'] }
const aRange = 'from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z'

const tus = { 'tus-resumable': '1.0.0' }

/** Every route of a workspace. One that is added to the API and not here makes this file fail. */
const routes: Readonly<Record<string, Expected>> = {
  'PATCH ': { needs: 'manage_workspace', body: { name: 'Renamed' } },
  'GET /credits': {},
  'GET /credits/usage': {},
  'GET /credits/usage-summary': {},
  'GET /credits/usage.csv': {},
  'GET /credits/explanation': {},
  'GET /credits/stream': {},
  'GET /billing': { needs: 'see_billing' },
  'POST /billing/plan': { needs: 'manage_billing', body: anotherPlan },
  'POST /billing/portal': { needs: 'manage_billing' },
  'POST /billing/refresh': { needs: 'manage_billing' },
  'GET /notices': {},
  'POST /notices/{noticeId}/dismiss': {},
  'GET /brands': {},
  'POST /brands': { needs: 'manage_brands', body: { name: 'Another' } },
  'GET /brands/{brandId}': {},
  'PATCH /brands/{brandId}': { needs: 'manage_brands', body: { description: 'Changed' } },
  'DELETE /brands/{brandId}': { needs: 'manage_brands' },
  'POST /brands/{brandId}/restore': { needs: 'manage_brands' },
  'POST /brands/{brandId}/imports': {
    needs: 'generate',
    body: { url: 'https://nowhere.invalid/', quote: importQuote },
  },
  'GET /brands/{brandId}/imports': {},
  'POST /brands/{brandId}/check': { body: { text: 'Fresh bread.' } },
  'GET /brands/{brandId}/sources': {},
  'POST /brands/{brandId}/sources': { needs: 'manage_brands', body: { text: 'Slow bread.' } },
  'POST /brands/{brandId}/documents': { needs: 'manage_brands', body: aDocument },
  'GET /sources/{sourceId}': {},
  'PATCH /sources/{sourceId}': { needs: 'manage_brands', body: { title: 'Changed' } },
  'DELETE /sources/{sourceId}': { needs: 'manage_brands' },
  'POST /sources/{sourceId}/restore': { needs: 'manage_brands' },
  'GET /imports/{importId}': {},
  'POST /imports/{importId}/cancel': { needs: 'generate' },
  'POST /imports/{importId}/decisions': { needs: 'manage_brands', body: oneDecision },
  'GET /imports/{importId}/logos/{index}': {},
  'POST /generations': { needs: 'generate', body: imageRequest() },
  'GET /generations': {},
  'GET /generations/{generationId}': {},
  'POST /generations/{generationId}/cancel': { needs: 'generate' },
  'POST /writing': { needs: 'generate', body: writing },
  'POST /ideas': { needs: 'edit', body: { ideas: [anIdea] } },
  'GET /posts': {},
  'POST /posts': { needs: 'edit', body: { title: 'New' } },
  'GET /posts/{postId}': {},
  // A delivery that a role had sent again may be out before the next one comes.
  'PATCH /posts/{postId}': { needs: 'edit', body: { title: 'Changed' }, isRefused: true },
  'DELETE /posts/{postId}': { needs: 'edit', isRefused: true },
  'POST /posts/{postId}/restore': { needs: 'edit', isRefused: true },
  'GET /posts/{postId}/revisions': {},
  'GET /posts/{postId}/revisions/{number}': {},
  'POST /posts/{postId}/revisions/{number}/restore': { needs: 'edit', isRefused: true },
  'GET /posts/{postId}/preflight': {},
  'GET /networks': {},
  'GET /social-accounts': {},
  'DELETE /social-accounts/{socialAccountId}': { needs: 'manage_social_accounts', isRefused: true },
  'POST /social-accounts/connections': {
    needs: 'manage_social_accounts',
    body: { network: 'discord', brandId: 'none', fields: { webhook: 'none' } },
    isRefused: true,
  },
  'GET /social-accounts/connections/{connectionId}': {
    needs: 'manage_social_accounts',
    isRefused: true,
  },
  'POST /social-accounts/connections/{connectionId}/accounts': {
    needs: 'manage_social_accounts',
    body: { candidateIds: ['none'] },
    isRefused: true,
  },
  'PUT /posts/{postId}/schedule': { needs: 'publish', body: aSchedule, isRefused: true },
  'DELETE /posts/{postId}/schedule': { needs: 'publish', isRefused: true },
  'POST /posts/{postId}/publish': {
    needs: 'publish',
    body: { socialAccountIds: ['none'] },
    isRefused: true,
  },
  'GET /posts/{postId}/deliveries': {},
  'POST /posts/{postId}/deliveries/{deliveryId}/retry': { needs: 'publish', isRefused: true },
  'POST /posts/{postId}/deliveries/{deliveryId}/check': { needs: 'publish', isRefused: true },
  'POST /posts/{postId}/deliveries/{deliveryId}/drop': { needs: 'publish', isRefused: true },
  'POST /posts/{postId}/deliveries/{deliveryId}/answer': {
    needs: 'publish',
    body: { isThere: true },
    isRefused: true,
  },
  'GET /calendar': { query: aRange },
  'GET /brands/{brandId}/slots': { query: 'timeZone=UTC' },
  'PUT /brands/{brandId}/slots': { needs: 'publish', body: { timeZone: 'UTC', slots: [] } },
  'GET /brands/{brandId}/slots/free': { query: 'timeZone=UTC' },
  'POST /preflight': { body: { body: 'Bread', networks: ['x'] } },
  'GET /assets': {},
  'POST /assets': { needs: 'edit', body: upload },
  'GET /assets/{assetId}': {},
  'PATCH /assets/{assetId}': { needs: 'edit', body: { alt: 'Changed' } },
  'DELETE /assets/{assetId}': { needs: 'edit' },
  'POST /assets/{assetId}/restore': { needs: 'edit' },
  'GET /assets/{assetId}/content': {},
  // It is of a picture, and only a video has one.
  'PUT /assets/{assetId}/poster': { needs: 'edit', isRefused: true },
  'GET /assets/{assetId}/uses': {},
  'POST /assets/bulk': {
    needs: 'edit',
    body: { action: 'move', assetIds: ['none'], folderId: null },
  },
  'POST /assets/{assetId}/crops': {
    needs: 'edit',
    body: { x: 0, y: 0, width: 0.5, height: 0.5 },
  },
  'POST /assets/{assetId}/conversions': { needs: 'edit', body: { mediaType: 'image/webp' } },
  'GET /folders': {},
  'POST /folders': { needs: 'edit', body: { name: 'Summer' } },
  'PATCH /folders/{folderId}': { needs: 'edit', body: { name: 'Autumn' } },
  'DELETE /folders/{folderId}': { needs: 'edit' },
  'POST /folders/{folderId}/restore': { needs: 'edit' },
  'POST /uploads': { needs: 'edit', headers: { ...tus, 'upload-length': '10' } },
  'GET /uploads/{uploadId}': {},
  'PATCH /uploads/{uploadId}': {
    needs: 'edit',
    headers: {
      ...tus,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
  },
  'DELETE /uploads/{uploadId}': { needs: 'edit', headers: tus },
  'GET /assets/{assetId}/design': {},
  'GET /designs/look': {},
  'GET /designs/thumbnail': {},
  'POST /designs/preview': { body: design },
  'POST /designs': { needs: 'edit', body: design },
  'GET /carousels': {},
  'POST /carousels': { needs: 'edit', body: { slides } },
  'POST /carousels/preview': { body: { look: {}, slide: slides[0], page: 1, pages: 2 } },
  'GET /carousels/{carouselId}': {},
  'PATCH /carousels/{carouselId}': { needs: 'edit', body: { title: 'Changed' } },
  'DELETE /carousels/{carouselId}': { needs: 'edit' },
  'POST /carousels/{carouselId}/restore': { needs: 'edit' },
  'POST /carousels/{carouselId}/assets': { needs: 'edit' },
  'GET /carousels/{carouselId}/export': {},
}
const prefix = '/api/v1/workspaces/{workspaceId}'
const methods = ['get', 'put', 'post', 'patch', 'delete', 'options', 'head', 'trace']

let site: Awaited<ReturnType<typeof startSite>>
let studio: TestStudio
let networks: PlayedNetworks
let ada: SignedUp
let eve: SignedUp
let png: Buffer
/** What Ada has. */
let ids: Readonly<Record<string, string>>

beforeAll(async () => {
  png = await sharp({ create: { width: 240, height: 80, channels: 3, background: '#aa3300' } })
    .png()
    .toBuffer()
  site = await startSite((request, response) => {
    if (request.url === '/logo.png')
      response.writeHead(200, { 'content-type': 'image/png' }).end(png)
    else response.writeHead(200, { 'content-type': 'text/html' }).end(home)
  })
  networks = await playNetworks()
  studio = await startStudio({
    environment: { ...networks.environment, IMPORT_ALLOWED_HOSTS: site.hostPort },
  })
  ada = await studio.signUp({ name: 'Ada' })
  eve = await studio.signUp({ name: 'Eve' })
  await subscribe(ada, 'team')
  ids = await everythingOf(ada)
})
afterAll(async () => {
  await studio.close()
  await networks.close()
  site.close()
})

const home = `<!doctype html><html lang="en"><head><title>Hearth &amp; Crumb</title>
  <meta property="og:site_name" content="Hearth &amp; Crumb">
  <meta name="description" content="Slow sourdough bread, baked in Leeds before sunrise."></head>
  <body><header><a href="/"><img class="logo" src="/logo.png" alt="Hearth &amp; Crumb logo"></a></header>
  <h1>Sourdough, before sunrise</h1></body></html>`

async function everythingOf(who: SignedUp): Promise<Record<string, string>> {
  const { client, workspace, workspaceId } = who
  const brand = await jsonOf<Brand>(client.post(`${workspace}/brands`, { name: 'Hearth' }), 201)
  const source = await jsonOf<BrandSource>(
    client.post(`${workspace}/brands/${brand.id}/sources`, { text: 'We bake at night.' }),
    201,
  )
  const publishing = publishingOf(studio, who, brand)
  const account = await publishing.connect('discord', { webhook: networks.discord.webhook })
  const { connectionId, deliveryId, sentId } = await scheduled(publishing, account.id)
  const asset = await jsonOf<Asset>(client.post(`${workspace}/designs`, design), 201)
  const carousel = await jsonOf<Carousel>(client.post(`${workspace}/carousels`, { slides }), 201)
  const { id: importId } = await jsonOf<Accepted>(
    client.post(
      `${workspace}/brands/${brand.id}/imports`,
      { url: `${site.origin}/`, quote: importQuote },
      aPress(),
    ),
    202,
  )
  const read = await until(async () => {
    const found = await client.json<WebsiteImport>(`${workspace}/imports/${importId}`)
    return found.endedAt === null ? undefined : found
  })
  expect(read.findings.map(({ field }) => field)).toEqual(expect.arrayContaining(['name', 'logo']))
  const generation = await draw(who)
  const folder = await jsonOf<Folder>(client.post(`${workspace}/folders`, { name: 'Ours' }), 201)
  await studio.context.database.pool.query(
    `insert into studio.notices (workspace_id, id, kind, balance, cycle_start, at)
     values ($1, 'a-notice', 'running_low', 75, now(), now())`,
    [workspaceId],
  )
  return {
    workspaceId,
    brandId: brand.id,
    sourceId: source.id,
    postId: sentId,
    socialAccountId: account.id,
    connectionId,
    deliveryId,
    assetId: asset.id,
    importId,
    generationId: generation.id,
    folderId: folder.id,
    uploadId: await begunUpload(who),
    carouselId: carousel.id,
    noticeId: 'a-notice',
    index: '0',
    number: '1',
  }
}

/** A post with a history on its way, far ahead. */
async function scheduled({ person, draft, deliveries }: PublishingStudio, accountId: string) {
  const { client, workspace, workspaceId } = person
  const post = await draft('Ours', ['discord'])
  const path = `${workspace}/posts/${post.id}`
  await jsonOf(client.patch(path, { title: 'All ours' }), 200)
  const order = { ...aSchedule, socialAccountIds: [accountId] }
  order.wallTime = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16)
  const answer = client.request('PUT', `${path}/schedule`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  })
  await jsonOf(answer, 200)
  const [delivery] = await deliveries(post.id)
  const { rows } = await studio.context.database.pool.query<{ id: string }>(
    'select id from studio.social_connections where workspace_id = $1',
    [workspaceId],
  )
  return { sentId: post.id, deliveryId: delivery?.id ?? '', connectionId: rows[0]?.id ?? '' }
}

async function begunUpload({ client, workspace }: SignedUp): Promise<string> {
  const begun = client.post(`${workspace}/uploads`, undefined, { ...tus, 'upload-length': '10' })
  return (await jsonOf<Upload>(begun, 201)).id
}

function ask(
  { client }: Pick<SignedUp, 'client'>,
  method: string,
  path: string,
  { body, headers, query }: Pick<Expected, 'body' | 'headers' | 'query'> = {},
): Promise<Response> {
  if (query !== undefined) return client.request(method, `${path}?${query}`, {})
  if (body === upload || body === aDocument) {
    const form = new FormData()
    form.set(
      'file',
      body === upload
        ? new File([new Uint8Array(png)], 'photo.png')
        : new File(['We bake before sunrise.'], 'about.md'),
    )
    return client.request(method, path, { body: form })
  }
  return client.request(method, path, {
    headers: {
      ...aPress(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** Every way to make a picture from another one. */
function changesOf(assetId: string): readonly unknown[] {
  const of = { kind: 'image', assetId, quote: { version: 2, credits: 5 } }
  const tier = 'standard'
  return [
    { ...of, action: 'variation', tier, count: 1 },
    { ...of, action: 'edit', tier, prompt: 'brighter' },
    { ...of, action: 'background', tier, prompt: 'white' },
    { ...of, action: 'upscale', factor: 2 },
  ]
}

/** The path of a route with ids in it; an id that nobody thought of here is a failure. */
function pathOf(route: string, given: Readonly<Record<string, string>>): [string, string] {
  const [method = '', path = ''] = route.split(' ')
  const filled = `${prefix}${path}`.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = given[name]
    if (id === undefined) throw new Error(`No test knows what ${name} is.`)
    return id
  })
  return [method, filled]
}

/** Changes come after reading, deleting after changing, and restoring last. */
const inOrder = Object.keys(routes).sort((a, b) => rank(a) - rank(b))
function rank(route: string): number {
  if (route.endsWith('/restore')) return 5
  return ['GET', 'PATCH', 'PUT', 'POST', 'DELETE'].indexOf(route.split(' ')[0] ?? '')
}

/** What Ada’s workspace looks like. */
async function everythingSeen(): Promise<unknown> {
  const sources = `/brands/${ids['brandId']}/sources`
  const paths = [
    '/brands',
    sources,
    '/posts',
    '/assets',
    '/folders',
    '/carousels',
    '/generations',
    '/credits',
    '/notices',
  ]
  return Promise.all(paths.map((path) => ada.client.json(`${ada.workspace}${path}`)))
}

test('every route of a workspace that the description tells is tried here', async () => {
  const { paths } = await studio
    .visitor()
    .json<{ paths: Record<string, Record<string, unknown>> }>('/openapi.json')
  const described = Object.entries(paths)
    .filter(([path]) => path.includes('{workspaceId}'))
    .flatMap(([path, item]) =>
      methods
        .filter((method) => method in item)
        .map((method) => `${method.toUpperCase()} ${path.replace(prefix, '')}`),
    )
  expect(described.sort()).toEqual(Object.keys(routes).sort())
})

describe('somebody else', () => {
  let before: unknown
  beforeAll(async () => {
    before = await everythingSeen()
  })

  test.each(inOrder)('finds nothing at %s of a workspace that is not theirs', async (route) => {
    await refused(ask(eve, ...pathOf(route, ids), routes[route]), 404, 'not_found')
    expect(await everythingSeen()).toEqual(before)
  })

  const withIds = inOrder.filter((route) => route.includes('{'))
  test.each(withIds)('finds nothing at %s by ids that are not theirs', async (route) => {
    const given = { ...ids, workspaceId: eve.workspaceId }
    await refused(ask(eve, ...pathOf(route, given), routes[route]), 404, 'not_found')
    expect(await everythingSeen()).toEqual(before)
  })

  test.each(inOrder)('signed out, is asked to sign in at %s', async (route) => {
    const visitor = { client: studio.visitor() }
    const answer = ask(visitor, ...pathOf(route, ids), routes[route])
    await refused(answer, 401, 'unauthenticated')
  })

  test('cannot name a brand or picture of others in a body, nor list by it', async () => {
    const own = await jsonOf<Brand>(eve.client.post(`${eve.workspace}/brands`, {}), 201)
    const post = await jsonOf<Post>(eve.client.post(`${eve.workspace}/posts`, {}), 201)
    const asset = await jsonOf<Asset>(
      ask(eve, 'POST', `${eve.workspace}/assets`, { body: upload }),
      201,
    )
    const brandId = ids['brandId'] ?? ''
    const form = new FormData()
    form.set('file', new File([new Uint8Array(png)], 'photo.png'))
    form.set('brandId', brandId)
    const { client, workspace } = eve
    for (const answer of [
      client.post(`${workspace}/posts`, { brandId }),
      client.patch(`${workspace}/posts/${post.id}`, { media: [{ assetId: ids['assetId'] }] }),
      client.post(`${workspace}/generations`, imageRequest({ brandId }), aPress()),
      ...changesOf(ids['assetId'] ?? '').map((body) =>
        client.post(`${workspace}/generations`, body, aPress()),
      ),
      client.post(`${workspace}/writing`, { ...writing, brandId }, aPress()),
      client.request('POST', `${workspace}/assets`, { body: form }),
      client.patch(`${workspace}/assets/${asset.id}`, { brandIds: [brandId] }),
      client.patch(`${workspace}/assets/${asset.id}`, { folderId: ids['folderId'] }),
      client.post(`${workspace}/folders`, { name: 'Ours', parentId: ids['folderId'] }),
      client.post(`${workspace}/assets/bulk`, {
        action: 'move',
        assetIds: [asset.id],
        folderId: ids['folderId'],
      }),
      client.post(`${workspace}/assets/bulk`, {
        action: 'tag',
        assetIds: [asset.id],
        add: [brandId],
      }),
      client.post(`${workspace}/designs`, { ...design, brandId }),
      client.post(`${workspace}/designs/preview`, { ...design, backgroundId: ids['assetId'] }),
      client.post(`${workspace}/designs`, { ...design, parentId: ids['assetId'] }),
      client.get(`${workspace}/designs/look?brandId=${brandId}`),
      client.post(`${workspace}/carousels`, { slides, brandId }),
      client.post(`${workspace}/carousels/preview`, {
        look: {},
        slide: { ...slides[0], backgroundId: ids['assetId'] },
        page: 1,
        pages: 2,
      }),
      client.patch(`${workspace}/brands/${own.id}`, { logoAssetId: ids['assetId'] }),
      client.patch(`${workspace}/brands/${own.id}`, { logoIcon: { assetId: ids['assetId'] } }),
      client.patch(`${workspace}/brands/${own.id}`, { logoOnDark: { assetId: ids['assetId'] } }),
    ]) {
      await refused(answer, 404, 'not_found')
    }
    for (const list of ['posts', 'assets', 'carousels']) {
      const found = await client.json<{ items: unknown[] }>(
        `${workspace}/${list}?brandId=${brandId}`,
      )
      expect(found.items).toEqual([])
    }
    const credits = await client.json(`${workspace}/credits`)
    expect(credits).toMatchObject({ balance: 400, held: 0 })
    expect(post.brandId).toBeNull()
  })
})

describe.each(['owner', 'admin', 'member'] as const)('as %s', (role) => {
  let who: SignedUp
  beforeAll(async () => {
    // An upload that was given up does not come back.
    ids = { ...ids, uploadId: await begunUpload(ada) }
    who = role === 'owner' ? ada : await studio.signUp({ name: role })
    if (role === 'owner') return
    await studio.context.database.pool.query(
      `insert into studio.members (workspace_id, user_id, role, created_at) values ($1, $2, $3, now())`,
      [ada.workspaceId, who.userId, role],
    )
  })

  test.each(inOrder)('%s', async (route) => {
    const { needs } = routes[route] ?? {}
    const [method, path] = pathOf(route, ids)
    const leave = new AbortController()
    const answer = await (route === 'GET /credits/stream'
      ? who.client.request(method, path, { signal: leave.signal })
      : ask(who, method, path, routes[route]))
    if (needs !== undefined && !may({ role }, needs)) {
      const { detail } = await refused(answer, 403, 'forbidden')
      expect(detail).toContain('role')
      return
    }
    if (routes[route]?.isRefused) {
      expect([200, 204, 400, 404, 409]).toContain(answer.status)
      return
    }
    expect([route, answer.status]).toEqual([route, expect.toBeOneOf([200, 201, 202, 204])])
    if (route === 'GET /credits/stream') return leave.abort()
    const text = await answer.text()
    if (answer.status === 202) await ended(ada, (JSON.parse(text) as Accepted).id)
  })
})
