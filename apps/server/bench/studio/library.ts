import type { Assets, Me } from '@rheos/contract'
import { pino } from 'pino'
import sharp from 'sharp'
import { v7 } from 'uuid'
import { readConfig } from '../../src/config.ts'
import { openStudio, type Studio } from '../../src/studio.ts'
import { Client } from '../../test/client.ts'
import { freePort } from '../../test/free-port.ts'
import { type Percentiles, percentiles } from '../percentiles.ts'

/** What the server must reach for a first page at 10,000 assets. */
const targetMs = 150

export interface LibraryResult {
  readonly assets: number
  readonly targetMs: number
  readonly pages: readonly LibraryPage[]
  /** The baseline: all pictures of the library in one answer, for the page to choose from. */
  readonly everythingMs: Percentiles
  /** A rendition as it is made, and as it is served again by a process that has not seen it. */
  readonly rendition: { readonly madeMs: Percentiles; readonly keptMs: Percentiles }
}

export interface LibraryPage {
  readonly page: string
  readonly ms: Percentiles
}

export interface LibraryEffort {
  readonly connectionString: string
  readonly dataDir: string
  readonly assets: number
  readonly rounds: number
}

/** How fast the server answers what the library page asks, in a workspace with very many pictures. */
export async function measureLibrary(effort: LibraryEffort): Promise<LibraryResult> {
  const open = async () =>
    openStudio({
      config: {
        ...readConfig({ LOG_LEVEL: 'silent' }),
        dataDir: effort.dataDir,
        port: await freePort(),
      },
      connectionString: effort.connectionString,
      clock: Date.now,
      newId: () => v7(),
      log: pino({ level: 'silent' }),
      show: () => undefined,
    })
  const studio = await open()
  const beside = await open()
  try {
    return await measureIn(studio, beside, effort)
  } finally {
    await beside.close()
    await studio.close()
  }
}

async function measureIn(
  studio: Studio,
  beside: Studio,
  { assets, rounds }: LibraryEffort,
): Promise<LibraryResult> {
  const client = new Client(`http://localhost:${studio.port}`)
  const workspaceId = await signUp(client)
  const path = `/api/v1/workspaces/${workspaceId}`
  const { folderId, brandId } = await fillLibrary(studio, workspaceId, assets)
  const page = (query: string) => client.json<Assets>(`${path}/assets?limit=100&${query}`)
  const deep = await pageInTheMiddle(page, assets)
  const asked = {
    'first page': '',
    'page in the middle': `cursor=${deep}`,
    'of a folder': `folderId=${folderId}`,
    'of a brand': `brandId=${brandId}`,
    'search by word': 'q=number%2077',
    'sorted by name': 'sort=name',
  }
  const pages: LibraryPage[] = []
  for (const [name, query] of Object.entries(asked))
    pages.push({ page: name, ms: await timed(rounds, () => page(query)) })
  const everythingMs = await timed(Math.min(rounds, 10), () => everything(studio, workspaceId))
  const rendition = await measureRenditions(client, beside, path, rounds)
  return { assets, targetMs, pages, everythingMs, rendition }
}

/** What a page would be read from that was not read page by page. */
async function everything(studio: Studio, workspaceId: string): Promise<void> {
  const { items } = await studio.context.library.list(workspaceId, {
    sort: 'newest',
    limit: 1_000_000,
  })
  JSON.stringify(items)
}

async function measureRenditions(
  client: Client,
  beside: Studio,
  path: string,
  rounds: number,
): Promise<LibraryResult['rendition']> {
  const other = client.at(`http://localhost:${beside.port}`)
  const made: number[] = []
  const kept: number[] = []
  for (let round = 0; round < Math.min(rounds, 10); round += 1) {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
    const create = { width: 1600, height: 1200, channels: 3 as const, background: '#888', noise }
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await sharp({ create }).jpeg().toBuffer())], 'a.jpg'))
    const answer = await client.request('POST', `${path}/assets`, { body: form })
    const { thumbnailUrl } = (await answer.json()) as { thumbnailUrl: string }
    made.push(await lasts(async () => (await client.get(thumbnailUrl)).arrayBuffer()))
    kept.push(await lasts(async () => (await other.get(thumbnailUrl)).arrayBuffer()))
  }
  return { madeMs: percentiles(made), keptMs: percentiles(kept) }
}

async function pageInTheMiddle(
  page: (query: string) => Promise<Assets>,
  assets: number,
): Promise<string> {
  let next = ''
  for (let seen = 0; seen < assets / 2; seen += 100) {
    next = (await page(next && `cursor=${next}`)).next ?? next
  }
  return next
}

async function timed(rounds: number, work: () => Promise<unknown>): Promise<Percentiles> {
  await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await lasts(work))
  return percentiles(times)
}

async function lasts(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function signUp(client: Client): Promise<string> {
  await client.post('/api/auth/sign-up/email', {
    name: 'Ada Bench',
    email: 'library@example.com',
    password: 'correct horse battery',
  })
  const [workspace] = (await client.json<Me>('/api/v1/me')).workspaces
  if (workspace === undefined) throw new Error('A new person has no workspace.')
  return workspace.id
}

/** Pictures of several kinds, shapes, brands and folders, one added each minute. */
export async function fillLibrary(studio: Studio, workspaceId: string, assets: number) {
  const { pool } = studio.context.database
  const folderId = v7()
  const brandId = v7()
  await pool.query(
    `insert into studio.folders (workspace_id, id, name, created_by, created_at)
     values ($1, $2, 'Summer', 'nobody', now())`,
    [workspaceId, folderId],
  )
  await pool.query(
    `insert into studio.assets (workspace_id, id, kind, storage_key, media_type, width, height, bytes,
       alt, file_name, folder_id, brand_ids, created_by, created_at)
     select $1, 'asset-' || number, case when number % 3 = 0 then 'upload' else 'imported' end,
       $1 || '/asset-' || number, 'image/jpeg', 800 + number % 900, 600 + number % 700, 100000 + number,
       'A picture with a description of some length, number ' || number, 'picture-' || number || '.jpg',
       case when number % 20 = 0 then $2 end,
       case when number % 5 = 0 then array[$3] else '{}' end,
       'nobody', now() - number * interval '1 minute'
     from generate_series(1, $4::int) as number`,
    [workspaceId, folderId, brandId, assets],
  )
  await pool.query('analyze studio.assets')
  return { folderId, brandId }
}

/** The result as it is printed: each page beside the baseline of the same run. */
export function libraryText(result: LibraryResult): string {
  const ms = ({ p50, p99 }: Percentiles) => `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
  const times = (page: Percentiles) => (result.everythingMs.p50 / page.p50).toFixed(0)
  const { madeMs, keptMs } = result.rendition
  return [
    `\nLibrary of ${result.assets.toLocaleString('en')} pictures, pages of 100 over HTTP (the first page at most ${result.targetMs} ms)`,
    ...result.pages.map(
      ({ page, ms: took }) =>
        `  ${page.padEnd(20)} ${ms(took)}: ${times(took)} × faster than all at once`,
    ),
    `  ${'all at once'.padEnd(20)} ${ms(result.everythingMs)} (baseline, without HTTP)`,
    `  rendition made       ${ms(madeMs)}`,
    `  rendition kept       ${ms(keptMs)}: ${(madeMs.p50 / keptMs.p50).toFixed(0)} × faster than made anew`,
    '',
  ].join('\n')
}
