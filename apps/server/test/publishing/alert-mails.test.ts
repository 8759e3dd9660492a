import type { Me, Notices } from '@rheos/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { jsonOf, until } from '../http/asking.ts'
import {
  type PlayedNetworks,
  type PublishingStudio,
  playNetworks,
  startPublishing,
} from './play-studio.ts'

let networks: PlayedNetworks
let publishing: PublishingStudio

beforeAll(async () => {
  networks = await playNetworks()
  publishing = await startPublishing(networks)
})
afterAll(async () => {
  await publishing.studio.close()
  await networks.close()
})

async function fail(text: string): Promise<string> {
  const { client, workspace } = publishing.person
  const account = await publishing.connect('discord', { webhook: networks.discord.webhook })
  networks.discord.faults.next('cut_after', 'commit')
  const post = await publishing.draft(text, ['discord'])
  const body = { socialAccountIds: [account.id] }
  await jsonOf(client.post(`${workspace}/posts/${post.id}/publish`, body), 200)
  await publishing.until(post.id, ([item]) => item?.state === 'needs_person')
  return post.id
}

const mailsAbout = (words: string) => publishing.studio.mails.filter((mail) => mail.includes(words))

it('[D18] a post that needs somebody is mailed once, with where to look, without the meter', async () => {
  await publishing.studio.context.database.pool.query('alter schema credits rename to away')
  const id = await fail('Who saw it?')
  await until(async () => mailsAbout('Who saw it?')[0])
  expect(mailsAbout('Who saw it?')).toHaveLength(1)
  expect(mailsAbout('Who saw it?')[0]).toContain(`/posts/${id}`)
  await publishing.studio.context.database.pool.query('alter schema away rename to credits')
})

it('not to whoever wants no mails about it, and one is dismissed without the others', async () => {
  const { client, workspace } = publishing.person
  const me = await jsonOf<Me>(client.patch('/api/v1/me', { publishingMails: false }), 200)
  expect(me).toMatchObject({ publishingMails: false, creditMails: true })
  const id = await fail('Nobody asks.')
  const about = async () =>
    (await client.json<Notices>(`${workspace}/notices`)).notices.map(({ subject }) => subject?.name)
  expect(await about()).toEqual(expect.arrayContaining(['Nobody asks.', 'Who saw it?']))
  const { notices } = await client.json<Notices>(`${workspace}/notices`)
  const seen = notices.find(({ subject }) => subject?.id === id)
  await client.post(`${workspace}/notices/${seen?.id}/dismiss`)
  expect(await about()).toEqual(['Who saw it?'])
  expect(mailsAbout('Nobody asks.')).toHaveLength(0)
})
