import type {
  Asset,
  Assets,
  AssetUses,
  Brand,
  BulkResult,
  Folder,
  Folders,
  Post,
} from '@rheos/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noise } from '../library/pictures.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused } from './asking.ts'

let studio: TestStudio
let who: SignedUp
let png: Buffer

beforeAll(async () => {
  studio = await startStudio()
  png = await noise(60, 40).png().toBuffer()
})
beforeEach(async () => {
  who = await studio.signUp()
})
afterAll(() => studio.close())

const post = <T>(path: string, body: unknown, status = 200) =>
  jsonOf<T>(who.client.post(`${who.workspace}${path}`, body), status)
const folder = (name: string, parentId: string | null = null) =>
  post<Folder>('/folders', { name, parentId }, 201)
const bulk = (change: Record<string, unknown>) => post<BulkResult>('/assets/bulk', change)

async function picture(fields: Readonly<Record<string, string>> = {}): Promise<Asset> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(png)], fields['name'] ?? 'photo.png'))
  for (const [name, value] of Object.entries(fields)) if (name !== 'name') form.set(name, value)
  return jsonOf<Asset>(who.client.request('POST', `${who.workspace}/assets`, { body: form }), 201)
}

async function ids(query: string): Promise<string[]> {
  const { items } = await who.client.json<Assets>(`${who.workspace}/assets?${query}`)
  return items.map(({ id }) => id)
}

const tree = async () =>
  (await who.client.json<Folders>(`${who.workspace}/folders`)).items.map(
    ({ name, parentId, assets }) => ({ name, parentId, assets }),
  )

describe('folders', () => {
  test('lie in one another, have names, and know what is in them', async () => {
    const summer = await folder('Summer')
    const beach = await folder('beach', summer.id)
    const asset = await picture({ folderId: beach.id })
    expect(asset.folderId).toBe(beach.id)
    expect(await tree()).toEqual([
      { name: 'beach', parentId: summer.id, assets: 1 },
      { name: 'Summer', parentId: null, assets: 0 },
    ])
    const path = `${who.workspace}/folders/${beach.id}`
    const changed = await jsonOf<Folder>(
      who.client.patch(path, { name: 'Sea', parentId: null }),
      200,
    )
    expect(changed).toMatchObject({ name: 'Sea', parentId: null, assets: 1 })
    await refused(who.client.patch(path, { name: ' ' }), 400, 'invalid_request')
  })

  test('cannot lie in themselves, in what is not there, nor too deep', async () => {
    const chain = [await folder('1')]
    for (let depth = 2; depth <= 10; depth += 1)
      chain.push(await folder(String(depth), chain.at(-1)?.id ?? null))
    const [first] = chain
    const move = (id: string | undefined, parentId: unknown) =>
      who.client.patch(`${who.workspace}/folders/${id}`, { parentId })
    await refused(move(first?.id, first?.id), 409, 'conflict')
    await refused(move(first?.id, chain.at(-1)?.id), 409, 'conflict')
    await refused(move(first?.id, 'none'), 404, 'not_found')
    const deeper = who.client.post(`${who.workspace}/folders`, {
      name: '11',
      parentId: chain.at(-1)?.id,
    })
    await refused(deeper, 409, 'conflict')
    // Two moves at once do not make a circle.
    const [a, b] = [await folder('a'), await folder('b')]
    const moved = await Promise.all([move(a.id, b.id), move(b.id, a.id)])
    expect(moved.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('that are deleted let what is in them move up, and take it back when restored', async () => {
    const summer = await folder('Summer')
    const beach = await folder('Beach', summer.id)
    const sand = await folder('Sand', beach.id)
    const [one, two] = [
      await picture({ folderId: beach.id }),
      await picture({ folderId: beach.id }),
    ]
    const path = `${who.workspace}/folders/${beach.id}`
    expect((await who.client.delete(path)).status).toBe(204)
    await refused(who.client.delete(path), 404, 'not_found')
    expect(await tree()).toEqual([
      { name: 'Sand', parentId: summer.id, assets: 0 },
      { name: 'Summer', parentId: null, assets: 2 },
    ])
    // Somebody put this one where it is now: it stays there.
    const elsewhere = await folder('Elsewhere')
    await bulk({ action: 'move', assetIds: [two.id], folderId: elsewhere.id })
    expect(await jsonOf<Folder>(who.client.post(`${path}/restore`), 200)).toMatchObject({
      name: 'Beach',
      parentId: summer.id,
      assets: 1,
    })
    expect(await ids(`folderId=${beach.id}`)).toEqual([one.id])
    expect(await tree()).toContainEqual({ name: 'Sand', parentId: beach.id, assets: 0 })
    expect(sand.parentId).toBe(beach.id)
  })
})

describe('pictures are found', () => {
  test('by folder, by brand, by kind of file, by age, and in each order', async () => {
    const brand = await post<Brand>('/brands', { name: 'Hearth' }, 201)
    const summer = await folder('Summer')
    const beach = await folder('Beach', summer.id)
    const sand = await picture({ name: 'sand.png', folderId: beach.id })
    const bread = await picture({ name: 'Bread.png', brandId: brand.id })
    const apple = await picture({ name: 'apple.png', folderId: summer.id })
    expect(await ids('')).toEqual([apple.id, bread.id, sand.id])
    expect(await ids('sort=oldest')).toEqual([sand.id, bread.id, apple.id])
    expect(await ids('sort=name')).toEqual([apple.id, bread.id, sand.id])
    expect(await ids(`folderId=${summer.id}`)).toEqual([apple.id])
    expect(await ids(`folderId=${summer.id}&q=png`)).toEqual([apple.id, sand.id])
    expect(await ids('folderId=none')).toEqual([bread.id])
    expect(await ids(`brandId=${brand.id}`)).toEqual([bread.id])
    expect(await ids('mediaType=image/png&kind=upload')).toHaveLength(3)
    expect(await ids('mediaType=image/jpeg')).toEqual([])
    const since = new Date(Date.parse(apple.createdAt)).toISOString()
    expect(await ids(`since=${since}`)).toEqual([apple.id])
    await refused(who.client.get(`${who.workspace}/assets?sort=best`), 400, 'invalid_request')
  })

  test.each(['newest', 'oldest', 'name', 'largest'])(
    'page by page sorted by %s, each once',
    async (sort) => {
      const all = []
      for (let index = 0; index < 7; index += 1)
        all.push((await picture({ name: index % 2 ? 'same.png' : `${index}.png` })).id)
      const seen: string[] = []
      let next: string | null = ''
      const totals: (number | null)[] = []
      while (next !== null) {
        const page: Assets = await who.client.json<Assets>(
          `${who.workspace}/assets?limit=3&sort=${sort}${next && `&cursor=${next}`}`,
        )
        seen.push(...page.items.map(({ id }) => id))
        totals.push(page.total)
        next = page.next
      }
      expect(seen.toSorted()).toEqual(all.toSorted())
      expect(totals).toEqual([7, null, null])
      const strange = `${who.workspace}/assets?sort=${sort}&cursor=nonsense`
      await refused(who.client.get(strange), 400, 'invalid_request')
    },
  )
})

describe('many at once', () => {
  test('are moved, and told from where', async () => {
    const [from, to] = [await folder('From'), await folder('To')]
    const inside = await picture({ folderId: from.id })
    const outside = await picture()
    const there = await picture({ folderId: to.id })
    const assetIds = [inside.id, outside.id, there.id, 'none']
    const moved = await bulk({ action: 'move', assetIds, folderId: to.id })
    expect(moved.changed.toSorted()).toEqual([inside.id, outside.id].toSorted())
    expect(moved.from).toHaveLength(2)
    expect(moved.from).toContainEqual({ folderId: from.id, assetIds: [inside.id] })
    expect(moved.from).toContainEqual({ folderId: null, assetIds: [outside.id] })
    for (const back of moved.from) await bulk({ action: 'move', ...back })
    expect(await ids(`folderId=${to.id}`)).toEqual([there.id])
    const gone = who.client.post(`${who.workspace}/assets/bulk`, {
      action: 'move',
      assetIds,
      folderId: 'none',
    })
    await refused(gone, 404, 'not_found')
  })

  test('are tagged with brands, and only those are changed that were not', async () => {
    const one = await post<Brand>('/brands', { name: 'One' }, 201)
    const two = await post<Brand>('/brands', { kind: 'personal', name: 'Two' }, 201)
    const tagged = await picture({ brandId: one.id })
    const bare = await picture()
    const assetIds = [tagged.id, bare.id]
    expect((await bulk({ action: 'tag', assetIds, add: [one.id] })).changed).toEqual([bare.id])
    await bulk({ action: 'tag', assetIds: [bare.id], add: [two.id], remove: [one.id] })
    expect(await ids(`brandId=${two.id}`)).toEqual([bare.id])
    expect(await ids(`brandId=${one.id}`)).toEqual([tagged.id])
    const asset = await who.client.json<Asset>(`${who.workspace}/assets/${bare.id}`)
    expect(asset.brandIds).toEqual([two.id])
  })

  test('are deleted and restored; a logo stays, and says why', async () => {
    const brand = await post<Brand>('/brands', { name: 'Hearth' }, 201)
    const logo = await picture()
    await jsonOf(
      who.client.patch(`${who.workspace}/brands/${brand.id}`, { logoAssetId: logo.id }),
      200,
    )
    const others = [await picture(), await picture()].map(({ id }) => id)
    const deleted = await bulk({ action: 'delete', assetIds: [...others, logo.id] })
    expect(deleted.changed.toSorted()).toEqual(others.toSorted())
    expect(deleted.refused).toEqual([
      { assetId: logo.id, detail: expect.stringContaining('“Hearth”') },
    ])
    expect(await ids('')).toEqual([logo.id])
    const restored = await bulk({ action: 'restore', assetIds: deleted.changed })
    expect(restored.changed).toHaveLength(2)
    expect(await ids('')).toHaveLength(3)
  })

  test('of somebody else are passed over', async () => {
    const asset = await picture()
    const eve = await studio.signUp()
    const answer = eve.client.post(`${eve.workspace}/assets/bulk`, {
      action: 'delete',
      assetIds: [asset.id],
    })
    expect(await jsonOf<BulkResult>(answer, 200)).toMatchObject({ changed: [], uses: [] })
    expect(await ids('')).toEqual([asset.id])
  })
})

describe('where a picture is used', () => {
  test('is told: posts, versions for a network, and brands', async () => {
    const everywhere = await picture()
    const onX = await picture()
    const media = (asset: Asset) => [{ assetId: asset.id, alt: 'Bread' }]
    const written = await post<Post>(
      '/posts',
      {
        title: 'Sunday bread',
        networks: ['x', 'linkedin'],
        media: media(everywhere),
        versions: { x: { media: media(onX) } },
      },
      201,
    )
    const uses = async (asset: Asset) =>
      (await who.client.json<AssetUses>(`${who.workspace}/assets/${asset.id}/uses`)).items
    const use = { kind: 'post', id: written.id, title: 'Sunday bread' }
    expect(await uses(everywhere)).toEqual([{ ...use, assetId: everywhere.id, networks: [] }])
    expect(await uses(onX)).toEqual([{ ...use, assetId: onX.id, networks: ['x'] }])
    expect(await uses(await picture())).toEqual([])
    const brand = await post<Brand>('/brands', { name: 'Hearth' }, 201)
    await who.client.patch(`${who.workspace}/brands/${brand.id}`, { logoAssetId: onX.id })
    expect((await uses(onX)).map(({ kind }) => kind)).toEqual(['post', 'brand'])
  })

  test('does not keep it from being deleted: the post goes on showing it', async () => {
    const asset = await picture()
    const other = await picture()
    const written = await post<Post>(
      '/posts',
      { title: 'Sunday bread', media: [{ assetId: asset.id, alt: '' }] },
      201,
    )
    const deleted = await bulk({ action: 'delete', assetIds: [asset.id, other.id] })
    expect(deleted.uses).toMatchObject([{ kind: 'post', title: 'Sunday bread' }])
    expect(await ids('')).toEqual([])
    expect((await who.client.get(asset.url)).status).toBe(200)
    await refused(who.client.get(other.url), 404, 'not_found')
    const path = `${who.workspace}/posts/${written.id}`
    await jsonOf(who.client.patch(path, { media: [], revision: written.revision }), 200)
    await refused(who.client.get(asset.url), 404, 'not_found')
  })

  test('is found by an index', async () => {
    const { pool } = studio.context.database
    await pool.query(
      `insert into studio.posts (workspace_id, id, state, media, written_by, created_by, created_at, updated_at)
       select $1, 'many-' || number, 'draft',
         jsonb_build_array(jsonb_build_object('assetId', 'asset-' || number, 'alt', '')),
         'hand', 'nobody', now(), now()
       from generate_series(1, 5000) as number`,
      [who.workspaceId],
    )
    await pool.query('analyze studio.posts')
    const { rows } = await pool.query(
      `explain select id from studio.posts where workspace_id = $1 and deleted_at is null
       and studio.asset_ids_of_post(media, versions) && array['asset-7']`,
      [who.workspaceId],
    )
    expect(JSON.stringify(rows)).toContain('posts_by_asset')
  })
})
