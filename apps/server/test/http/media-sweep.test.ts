import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Accepted, Asset, Brand, WebsiteImport } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSite } from '../import/serve-site.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, draw, ended, jsonOf } from './asking.ts'

const hourMs = 3_600_000
const home = `<!doctype html><html lang="en"><head><title>Hearth &amp; Crumb</title>
  <meta property="og:site_name" content="Hearth &amp; Crumb">
  <meta name="description" content="Slow sourdough bread, baked in Leeds before sunrise."></head>
  <body><header><a href="/"><img class="logo" src="/logo.png" alt="Hearth &amp; Crumb logo"></a></header>
  </body></html>`

let turnedMs = 0
let site: Awaited<ReturnType<typeof startSite>>
let studio: TestStudio
let person: SignedUp

beforeAll(async () => {
  const png = await sharp({
    create: { width: 240, height: 80, channels: 3, background: '#aa3300' },
  })
    .png()
    .toBuffer()
  site = await startSite((request, response) => {
    if (request.url === '/logo.png')
      response.writeHead(200, { 'content-type': 'image/png' }).end(png)
    else response.writeHead(200, { 'content-type': 'text/html' }).end(home)
  })
  studio = await startStudio({
    clock: () => Date.now() + turnedMs,
    environment: { IMPORT_ALLOWED_HOSTS: site.hostPort },
  })
  person = await studio.signUp()
})
afterAll(async () => {
  await studio.close()
  site.close()
})

const media = (key = '') => join(studio.dataDir, 'media', key)

async function leave(key: string, hoursAgo = 0): Promise<string> {
  await mkdir(dirname(media(key)), { recursive: true })
  await writeFile(media(key), 'left by a process that died')
  const at = new Date(Date.now() - hoursAgo * hourMs)
  await utimes(media(key), at, at)
  return key
}

async function present(): Promise<string[]> {
  const names = await readdir(media(), { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(media().length + 1))
}

/** As the queue does it from time to time. */
async function sweep(): Promise<void> {
  const { pool } = studio.context.database
  await pool.query(`select graphile_worker.add_job('sweep_media')`)
  await expect
    .poll(async () => {
      const { rows } = await pool.query(
        `select count(*)::int as left from graphile_worker.jobs where task_identifier = 'sweep_media'`,
      )
      return rows[0].left
    })
    .toBe(0)
}

test('what no row names goes after a day; everything that is somebody’s stays', async () => {
  const { client, workspace, workspaceId } = person
  const brand = await jsonOf<Brand>(client.post(`${workspace}/brands`, {}), 201)
  const [picture] = (await draw(person)).assets
  const [deleted] = (await draw(person)).assets
  expect((await client.delete(`${workspace}/assets/${deleted?.id}`)).status).toBe(204)
  const { id } = await jsonOf<Accepted>(
    client.post(
      `${workspace}/brands/${brand.id}/imports`,
      { url: `${site.origin}/`, quote: { version: 2, credits: 20 } },
      aPress(),
    ),
    202,
  )
  expect(await ended(person, id)).toMatchObject({ status: 'succeeded' })
  const gone = await studio.signUp()
  await gone.client.post('/api/auth/delete-user', { password: gone.password })
  const kept = await present()
  expect(kept).toEqual(
    expect.arrayContaining([
      `${workspaceId}/${picture?.id}`,
      `${workspaceId}/${deleted?.id}`,
      expect.stringContaining(`${workspaceId}/imports/${id}/`),
    ]),
  )
  expect(kept).toHaveLength(3)

  const strange = await leave('a-workspace-of-another-database/x', 1000)
  const orphans = [
    await leave(`${workspaceId}/orphan`),
    await leave(`${workspaceId}/orphan.x.part`),
    await leave(`${workspaceId}/imports/no-such-import/0-abc`),
    await leave(`${gone.workspaceId}/late`),
  ]
  turnedMs = 23 * hourMs
  await sweep()
  expect((await present()).sort()).toEqual([...kept, strange, ...orphans].sort())
  turnedMs = 25 * hourMs
  const young = await leave(`${workspaceId}/young`, -2)
  await sweep()
  expect((await present()).sort()).toEqual([...kept, strange, young].sort())

  // What was kept can be seen, and what was deleted comes back.
  await jsonOf<Asset>(client.post(`${workspace}/assets/${deleted?.id}/restore`), 200)
  const read = await client.json<WebsiteImport>(`${workspace}/imports/${id}`)
  const logos = read.findings.flatMap((finding) => (finding.field === 'logo' ? finding.value : []))
  for (const url of [picture?.url, deleted?.url, logos[0]?.url]) {
    const answer = await client.get(url ?? 'none')
    expect(answer.status).toBe(200)
    await answer.arrayBuffer()
  }
})
