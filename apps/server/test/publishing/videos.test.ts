import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset, Connection, Post, SocialAccount } from '@rheos/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startLinkedinStandIn } from '../../src/networks/testing/linkedin-stand-in.ts'
import { playedApp } from '../../src/networks/testing/played-account.ts'
import { jsonOf, refused } from '../http/asking.ts'
import { type VideoName, video } from '../library/videos.ts'
import {
  blueskyFields,
  type PlayedNetworks,
  type PublishingStudio,
  playNetworks,
  startPublishing,
} from './play-studio.ts'

let networks: PlayedNetworks
let linkedin: Awaited<ReturnType<typeof startLinkedinStandIn>>
let it_: PublishingStudio
let page: SocialAccount
let bluesky: SocialAccount

beforeAll(async () => {
  networks = await playNetworks()
  linkedin = await startLinkedinStandIn()
  const { environment } = networks
  it_ = await startPublishing(networks, {
    environment: {
      NETWORK_ALLOWED_HOSTS: `${environment['NETWORK_ALLOWED_HOSTS']},${linkedin.standIn.host}`,
      LINKEDIN_API_URL: linkedin.standIn.url,
      LINKEDIN_CLIENT_ID: playedApp.clientId,
      LINKEDIN_CLIENT_SECRET: playedApp.clientSecret,
      LINKEDIN_SCOPES: 'r_basicprofile w_member_social w_organization_social r_organization_social',
    },
  })
  page = await connectLinkedin()
  bluesky = await it_.connect('bluesky', blueskyFields(networks))
})
afterAll(async () => {
  await it_.studio.close()
  await networks.close()
  await linkedin.standIn.close()
})

async function connectLinkedin(): Promise<SocialAccount> {
  const { client, workspace } = it_.person
  const path = `${workspace}/social-accounts`
  const { id, authorizeUrl } = await jsonOf<Connection>(
    client.post(`${path}/connections`, {
      network: 'linkedin',
      brandId: it_.brand.id,
      fields: {},
    }),
    201,
  )
  const answer = await fetch(authorizeUrl ?? '', { redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  await client.get(back.pathname + back.search)
  const { candidates } = await client.json<Connection>(`${path}/connections/${id}`)
  const found = candidates.find(({ kind }) => kind === 'Page')
  const chosen = await jsonOf<Connection>(
    client.post(`${path}/connections/${id}/accounts`, { candidateIds: [found?.id] }),
    200,
  )
  const [account] = chosen.accounts
  if (account === undefined) throw new Error('LinkedIn was not connected.')
  return account
}

async function uploaded(name: VideoName): Promise<Asset> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(video(name))], name))
  const { client, workspace } = it_.person
  return jsonOf<Asset>(client.request('POST', `${workspace}/assets`, { body: form }), 201)
}

const aPost = (asset: Asset, text: string) =>
  it_.draft(text, ['linkedin', 'bluesky'], {
    type: 'video',
    media: [{ assetId: asset.id, alt: '' }],
  })

const publish = (post: Post, account: SocialAccount) =>
  it_.person.client.post(`${it_.person.workspace}/posts/${post.id}/publish`, {
    socialAccountIds: [account.id],
  })

it('goes out as it lies in the library', async () => {
  const asset = await uploaded('bread.mp4')
  const post = await aPost(asset, 'Look how it rolls.')
  await jsonOf(publish(post, page), 200)
  await it_.until(post.id, ([item]) => item?.state === 'published')
  expect(linkedin.standIn.posts()).toMatchObject([
    { text: 'Look how it rolls.', media: [{ mediaType: 'video/mp4' }] },
  ])
  const { rows } = await it_.studio.context.database.pool.query(
    `select content -> 'media' -> 0 as file from studio.delivery_targets`,
  )
  expect(rows[0]?.file).toMatchObject({
    renditionKey: `${it_.person.workspaceId}/${asset.id}`,
    mediaType: 'video/mp4',
    width: 320,
    height: 180,
    bytes: asset.bytes,
    durationMs: 4000,
  })
})

it('is refused where nothing from here can bring it, when it is scheduled', async () => {
  const post = await aPost(await uploaded('bread.mp4'), 'Not there.')
  const problem = await refused(publish(post, bluesky), 422, 'not_ready')
  expect(problem.detail).toContain('Videos cannot be published on Bluesky from here yet')
  expect(problem.fields?.map(({ path }) => path)).toContain('bluesky.media.video_not_here')
})

it('is refused where the network takes no such file', async () => {
  const problem = await refused(
    publish(await aPost(await uploaded('bread.webm'), 'WebM.'), page),
    422,
    'not_ready',
  )
  expect(problem.detail).toBe('The video is WebM, and LinkedIn takes MP4: upload it as MP4.')
})

it('is not sent when it is no longer what was uploaded', async () => {
  const asset = await uploaded('bread.mp4')
  const key = join(it_.studio.dataDir, 'media', it_.person.workspaceId, asset.id)
  const other = video('bread.mp4')
  other.fill(0, other.byteLength - 100)
  await writeFile(key, other)
  const problem = await refused(publish(await aPost(asset, 'Broken.'), page), 422, 'not_ready')
  expect(problem.detail).toContain('damaged in the storage')
})

it('is fetched in parts by networks that fetch', async () => {
  const asset = await uploaded('bread.mp4')
  const { links } = it_.studio.context.publishing
  const url = new URL(links.urlOf(`${it_.person.workspaceId}/${asset.id}`, 'video/mp4'))
  const ask = (range: string) => fetch(it_.studio.url + url.pathname, { headers: { range } })
  const part = await ask('bytes=4-7')
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe(`bytes 4-7/${asset.bytes}`)
  expect(await part.text()).toBe('ftyp')
  expect((await ask(`bytes=${asset.bytes}-`)).status).toBe(416)
})
