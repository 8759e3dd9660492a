import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  Accepted,
  Asset,
  Assets,
  Brand,
  Credits,
  Decided,
  Generation,
  Post,
  Posts,
  WebsiteImport,
} from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectBooksToBalance } from '../acceptance/audit.ts'
import { providerEnvironment } from '../acceptance/provider-environment.ts'
import { startSite } from '../import/serve-site.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, ended, imageRequest, jsonOf, refused, until } from './asking.ts'

const description = 'Slow sourdough bread, baked in Leeds before sunrise.'
const home = `<!doctype html><html lang="en"><head><title>Hearth &amp; Crumb</title>
  <meta property="og:site_name" content="Hearth &amp; Crumb">
  <meta name="description" content="${description}"></head>
  <body><header><a href="/"><img class="logo" src="/logo.png" alt="Hearth &amp; Crumb logo"></a></header>
  <h1>Sourdough, before sunrise</h1></body></html>`

let site: Awaited<ReturnType<typeof startSite>>
let held: Promise<void> | undefined
let standIn: OpenaiStandIn
let studio: TestStudio
let person: SignedUp
let brand: Brand

beforeAll(async () => {
  const png = await sharp({
    create: { width: 240, height: 80, channels: 3, background: '#aa3300' },
  })
    .png()
    .toBuffer()
  site = await startSite(async (request, response) => {
    await held
    if (request.url === '/logo.png')
      response.writeHead(200, { 'content-type': 'image/png' }).end(png)
    else response.writeHead(200, { 'content-type': 'text/html' }).end(home)
  })
  standIn = await startOpenaiStandIn()
  studio = await startStudio({
    environment: { ...providerEnvironment(standIn, 20), IMPORT_ALLOWED_HOSTS: site.hostPort },
  })
})
beforeEach(async () => {
  held = undefined
  person = await studio.signUp()
  brand = await jsonOf<Brand>(person.client.post(`${person.workspace}/brands`, {}), 201)
})
afterEach(async () => {
  standIn.images.reset()
  await expectBooksToBalance(studio.context.database.pool)
  // Nothing of all this is a fault.
  expect(studio.log.filter((line) => Number(line['level']) >= 50)).toEqual([])
})
afterAll(async () => {
  await studio.close()
  await standIn.close()
  site.close()
})

const ask = (press = aPress()) =>
  person.client.post(
    `${person.workspace}/brands/${brand.id}/imports`,
    { url: `${site.origin}/`, quote: { version: 2, credits: 20 } },
    press,
  )
const press = (changes: Record<string, unknown> = {}, key = aPress()) =>
  person.client.post(`${person.workspace}/generations`, imageRequest(changes), key)
const decide = (id: string, fields: readonly string[]) =>
  person.client.post(`${person.workspace}/imports/${id}/decisions`, {
    decisions: fields.map((field) => ({ field, accept: true })),
  })
const importOf = (id: string) =>
  person.client.json<WebsiteImport>(`${person.workspace}/imports/${id}`)
const credits = () => person.client.json<Credits>(`${person.workspace}/credits`)
const running = (id: string) =>
  until(async () => {
    const found = await person.client.json<Generation>(`${person.workspace}/generations/${id}`)
    return found.status === 'running' || undefined
  })

describe('two tabs', () => {
  test('that decide on one import at once lose nothing of each other', async () => {
    const { id } = await jsonOf<Accepted>(ask(), 202)
    await ended(person, id)
    const answers = await Promise.all([
      decide(id, ['name', 'logo']),
      decide(id, ['description', 'logo']),
      decide(id, ['name', 'description']),
      decide(id, ['logo']),
    ])
    const revisions = await Promise.all(
      answers.map(async (answer) => (await jsonOf<Decided>(answer, 200)).brand.revision),
    )
    expect(revisions.sort()).toEqual([2, 3, 4, 5])
    const after = await person.client.json<Brand>(`${person.workspace}/brands/${brand.id}`)
    expect(after).toMatchObject({ name: 'Hearth & Crumb', description, revision: 5 })
    const { items } = await person.client.json<Assets>(`${person.workspace}/assets`)
    expect(items.map((item) => item.id)).toEqual([after.logo?.assetId])
    const decisions = (await importOf(id)).findings.flatMap(({ field, decision }) =>
      decision === 'accepted' ? [field] : [],
    )
    expect(decisions.sort()).toEqual(['description', 'logo', 'name'])
  })

  test('that edit one post: one of them is told, and nothing is overwritten', async () => {
    const post = await jsonOf<Post>(person.client.post(`${person.workspace}/posts`, {}), 201)
    const path = `${person.workspace}/posts/${post.id}`
    const texts = ['One', 'Two', 'Three']
    const answers = await Promise.all(
      texts.map((body) => person.client.patch(path, { revision: 1, body })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    const won = texts[answers.findIndex((answer) => answer.status === 200)]
    expect(await person.client.json<Post>(path)).toMatchObject({ revision: 2, body: won })
  })

  test('that delete and restore at once leave it whole', async () => {
    const post = await jsonOf<Post>(person.client.post(`${person.workspace}/posts`, {}), 201)
    const path = `${person.workspace}/posts/${post.id}`
    const deletions = await Promise.all([1, 2, 3].map(() => person.client.delete(path)))
    expect(deletions.map((answer) => answer.status).sort()).toEqual([204, 404, 404])
    await refused(person.client.patch(path, { title: 'Late' }), 404, 'not_found')
    for (const answer of await Promise.all(
      [1, 2].map(() => person.client.post(`${path}/restore`)),
    )) {
      expect(await jsonOf<Post>(answer, 200)).toEqual(post)
    }
    const { items } = await person.client.json<Posts>(`${person.workspace}/posts`)
    expect(items).toEqual([post])
  })

  test('that cancel one generation give its credits back once', async () => {
    standIn.images.always({ kind: 'hang' })
    const { id } = await jsonOf<Accepted>(press({ count: 2 }), 202)
    await running(id)
    const path = `${person.workspace}/generations/${id}/cancel`
    const answers = await Promise.all([1, 2, 3].map(() => person.client.post(path)))
    for (const answer of answers) await jsonOf<Generation>(answer, 200)
    const cancelled = await ended(person, id)
    expect(cancelled).toMatchObject({ status: 'cancelled', credits: { spent: 0, released: 10 } })
    // What has ended stays as it ended.
    expect(await jsonOf<Generation>(person.client.post(path), 200)).toEqual(cancelled)
    expect(await credits()).toMatchObject({ balance: 400, available: 400, held: 0 })
  })
})

describe('a brand that is deleted', () => {
  test('while its website is read: the import ends as it would, and waits for the brand', async () => {
    let letGo: () => void = () => undefined
    held = new Promise((resolve) => {
      letGo = resolve
    })
    const { id } = await jsonOf<Accepted>(ask(), 202)
    await running(id)
    const path = `${person.workspace}/brands/${brand.id}`
    expect((await person.client.delete(path)).status).toBe(204)
    await refused(person.client.get(`${path}/imports`), 404, 'not_found')
    letGo()
    expect(await ended(person, id)).toMatchObject({ status: 'succeeded', credits: { spent: 20 } })
    expect((await importOf(id)).findings.length).toBeGreaterThan(0)
    await refused(decide(id, ['name']), 404, 'not_found')
    await jsonOf<Brand>(person.client.post(`${path}/restore`), 200)
    const { brand: decided } = await jsonOf<Decided>(decide(id, ['name']), 200)
    expect(decided.name).toBe('Hearth & Crumb')
  })

  test('does not change the answer to a press that was made before', async () => {
    const writing = {
      kind: 'post',
      direction: 'Bread',
      brandId: brand.id,
      quote: { version: 2, credits: 0 },
    }
    const write = (key: Record<string, string>) =>
      person.client.post(`${person.workspace}/writing`, writing, key)
    const keys = [aPress(), aPress(), aPress()] as const
    const drawn = await jsonOf<Accepted>(press({ brandId: brand.id }, keys[0]), 202)
    const read = await jsonOf<Accepted>(ask(keys[1]), 202)
    const written = await (await write(keys[2])).text()
    await Promise.all([drawn, read].map(({ id }) => ended(person, id)))
    const before = await credits()
    const path = `${person.workspace}/brands/${brand.id}`
    expect((await person.client.delete(path)).status).toBe(204)

    const again = await jsonOf<Accepted>(press({ brandId: brand.id }, keys[0]), 202)
    expect(again).toMatchObject({ id: drawn.id, status: 'succeeded', credits: drawn.credits })
    expect(await jsonOf<Accepted>(ask(keys[1]), 202)).toMatchObject({ id: read.id })
    const repeated = await (await write(keys[2])).text()
    expect(written.endsWith(repeated)).toBe(true)
    expect(repeated).toMatch(/^event: done\n/)
    // A press of its own finds no brand, and nothing of it stays behind.
    const late = aPress()
    await refused(press({ brandId: brand.id }, late), 404, 'not_found')
    await refused(ask(), 404, 'not_found')
    await refused(write(aPress()), 404, 'not_found')
    expect(await credits()).toEqual(before)
    await jsonOf<Brand>(person.client.post(`${path}/restore`), 200)
    await jsonOf<Accepted>(press({ brandId: brand.id }, late), 202)
  })
})

describe('an account that is deleted', () => {
  const deleteAccount = () =>
    person.client.post('/api/auth/delete-user', { password: person.password })
  const files = () =>
    readdir(join(studio.dataDir, 'media', person.workspaceId)).catch(() => [] as string[])
  const inTheMeter = async () => {
    const { rows } = await studio.context.database.pool.query<{ state: string }>(
      'select state from credits.operations where account_id = $1',
      [person.workspaceId],
    )
    return rows.map((row) => row.state)
  }

  test('while images are drawn: their credits come back, and nothing stays or comes after', async () => {
    standIn.images.always({ kind: 'slow', ms: 5000 })
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await jsonOf<Accepted>(press({ count: 2 }), 202)).id),
    )
    await Promise.all(ids.map(running))
    expect((await deleteAccount()).status).toBe(200)
    expect((await studio.context.ledger.balance(person.workspaceId))?.held).toBe(0)
    expect(await inTheMeter()).toEqual(['released', 'released', 'released'])
    await expect.poll(files).toEqual([])
    const back = await studio.signUp({ email: person.email })
    expect(back.workspaceId).toBe(person.workspaceId)
    const { items } = await back.client.json<{ items: Asset[] }>(`${back.workspace}/assets`)
    expect(items).toEqual([])
    expect(await back.client.json<Credits>(`${back.workspace}/credits`)).toMatchObject({
      balance: 400,
      held: 0,
    })
  })

  test('while it presses on: no credits stay set aside for work that is gone', async () => {
    for (let round = 0; round < 4; round += 1) {
      person = await studio.signUp()
      const presses = Array.from({ length: 8 }, () => press())
      const deleted = deleteAccount()
      const more = Array.from({ length: 8 }, () => press())
      expect((await deleted).status).toBe(200)
      const answers = await Promise.all([...presses, ...more])
      for (const { status } of answers) expect([202, 401, 404]).toContain(status)
      await until(async () => {
        const states = await inTheMeter()
        return states.every((state) => !['held', 'running'].includes(state)) || undefined
      }, 3000)
      expect((await studio.context.ledger.balance(person.workspaceId))?.held).toBe(0)
    }
  })
})
