import type { Connection, SocialAccount } from '@rheos/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonOf, refused } from '../http/asking.ts'
import type { SignedUp } from '../studio.ts'
import {
  blueskyFields,
  type PlayedNetworks,
  type PublishingStudio,
  playNetworks,
  startPublishing,
} from './play-studio.ts'

let networks: PlayedNetworks
let publishing: PublishingStudio
let stranger: SignedUp
let path: string

beforeAll(async () => {
  networks = await playNetworks()
  publishing = await startPublishing(networks)
  stranger = await publishing.studio.signUp()
  path = `${publishing.person.workspace}/social-accounts`
})
afterAll(async () => {
  await publishing.studio.close()
  await networks.close()
})

const mine = () => publishing.person.client
const accounts = async () => (await mine().json<{ items: SocialAccount[] }>(path)).items

/** Begins at the server’s page; answers what is under way, and the address that the person comes back to. */
async function visit(answer: 'allow' | 'deny' = 'allow') {
  const connection = await jsonOf<Connection>(
    mine().post(`${path}/connections`, {
      network: 'mastodon',
      brandId: publishing.brand.id,
      fields: { server: networks.mastodon.url },
    }),
    201,
  )
  const page = new URL(connection.authorizeUrl ?? '')
  if (answer === 'deny') page.searchParams.set('deny', '')
  const back = new URL((await fetch(page, { redirect: 'manual' })).headers.get('location') ?? '')
  return { connection, back: back.pathname + back.search }
}

const landed = async (client: SignedUp['client'], back: string) =>
  new URL((await client.get(back)).headers.get('location') ?? '', 'http://studio').search

describe('an account at a network’s own page', () => {
  it('is connected by whoever began, once', async () => {
    const { connection, back } = await visit()
    expect(await landed(mine(), back)).toBe(`?connection=${connection.id}`)
    const [account] = await accounts()
    expect(account).toMatchObject({ network: 'mastodon', name: 'Round Bakery' })
    // The same address again is nothing any more, and changes nothing.
    expect(await landed(mine(), back)).toBe('?connection=over')
    expect(await accounts()).toEqual([account])
    await mine().delete(`${path}/${account?.id}`)
  })

  it('is nothing to somebody else who has the address', async () => {
    const { connection, back } = await visit()
    expect(await landed(stranger.client, back)).toBe('?connection=over')
    expect(await accounts()).toEqual([])
    // Whoever began can still go on.
    expect(await landed(mine(), back)).toBe(`?connection=${connection.id}`)
    const [account] = await accounts()
    await mine().delete(`${path}/${account?.id}`)
  })

  it('is not connected by a state that nobody made', async () => {
    const { back } = await visit()
    expect(await landed(mine(), back.replace(/state=[^&]+/, 'state=guessed'))).toBe(
      '?connection=over',
    )
    expect(await landed(mine(), '/api/v1/social-accounts/callback?code=stolen')).toBe(
      '?connection=over',
    )
    expect(await accounts()).toEqual([])
  })

  it('that the person does not allow says so, and can be tried again', async () => {
    const { connection, back } = await visit('deny')
    await landed(mine(), back)
    const failed = await mine().json<Connection>(`${path}/connections/${connection.id}`)
    expect(failed.state).toBe('failed')
    expect(failed.problem).toMatch(/\.$/)
    expect(await accounts()).toEqual([])
  })

  it('whose code the network does not know says so', async () => {
    const { connection, back } = await visit()
    await landed(mine(), back.replace(/code=[^&]+/, 'code=another'))
    const failed = await mine().json<Connection>(`${path}/connections/${connection.id}`)
    expect(failed.state).toBe('failed')
    expect(failed.problem).toMatch(/\.$/)
  })

  it('leads to signing in, without a session', async () => {
    const { back } = await visit()
    const answer = await publishing.studio.visitor().get(back)
    expect(answer.headers.get('location')).toContain('/sign-in')
  })
})

describe('an account of another workspace', () => {
  it('is not there, nor is its connection', async () => {
    const { connection } = await visit()
    const account = await publishing.connect('bluesky', blueskyFields(networks))
    const theirs = `${stranger.workspace}/social-accounts`
    await refused(stranger.client.delete(`${theirs}/${account.id}`), 404, 'not_found')
    await refused(stranger.client.get(`${theirs}/connections/${connection.id}`), 404, 'not_found')
    await refused(stranger.client.get(`${path}/connections/${connection.id}`), 404, 'not_found')
    expect((await accounts()).map(({ id }) => id)).toContain(account.id)
    await mine().delete(`${path}/${account.id}`)
  })
})

describe('what opens an account', () => {
  it('is in no answer', async () => {
    const fields = blueskyFields(networks)
    const body = { network: 'bluesky', brandId: publishing.brand.id, fields }
    const answers = [await (await mine().post(`${path}/connections`, body)).text()]
    answers.push(await (await mine().get(path)).text())
    const wrong = { ...body, fields: { ...fields, appPassword: 'wrong-wrong-wrong-wrong' } }
    const refusal = await mine().post(`${path}/connections`, wrong)
    expect(refusal.status).toBeGreaterThanOrEqual(400)
    answers.push(await refusal.text())
    for (const answer of answers) {
      expect(answer).not.toContain(fields.appPassword)
      expect(answer).not.toMatch(/wrong-wrong|accessJwt|refreshJwt|eyJ/)
    }
  })
})
