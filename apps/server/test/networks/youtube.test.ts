import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MediaFile, Session } from '../../src/networks/network-adapter.ts'
import { aVideo, mp4 } from '../../src/networks/testing/played-video.ts'
import { startYoutubeStandIn } from '../../src/networks/testing/youtube-stand-in.ts'
import { createYoutube } from '../../src/networks/youtube/youtube.ts'
import { connect, PlayedTarget, picture, play, seeded } from './played-delivery.ts'

const start = () => play(startYoutubeStandIn, createYoutube)
let youtube: Awaited<ReturnType<typeof start>>
beforeEach(async () => {
  youtube = await start()
})
afterEach(() => youtube.close())

interface Film {
  readonly title?: string
  readonly media?: readonly MediaFile[]
  readonly session?: Session
}

const target = (
  text: string,
  { title = 'Rye', media = [aVideo()], session = youtube.network.session() }: Film = {},
) => new PlayedTarget(youtube, { session, content: { kind: 'post', text, title, media } })

/** Three parts: two of the most that is sent at once, and the last. */
const long = () => aVideo(mp4(16 * 1024 * 1024 + 100_000))
const posts = () => youtube.network.standIn.posts()

describe('YouTube', () => {
  it('connects the channel, and renews its access without a person', async () => {
    const { candidates } = await connect(youtube)
    expect(candidates).toMatchObject([
      { name: 'River Bakery', handle: 'riverbakery', kind: 'Channel' },
    ])
    const { renewed } = candidates[0] ?? {}
    expect(renewed?.personNeededAt).toBeNull()
    const session = { ...youtube.network.session(), credentials: renewed?.credentials ?? null }
    youtube.network.endTokens()
    const again = await youtube.adapter.connector.renew?.(session)
    expect(again?.credentials).toMatchObject({ refreshToken: 'played-refresh' })
    const renewedSession = { ...session, credentials: again?.credentials ?? null }
    expect((await target('Renewed', { session: renewedSession }).deliver()).kind).toBe('published')
  })

  it('says that it was not allowed to connect, and that its keys are wrong', async () => {
    youtube.network.state.deniesConsent = true
    await expect(connect(youtube)).rejects.toMatchObject({ code: 'permission_missing' })
    youtube.network.state.deniesConsent = false
    const { begun } = await connect(youtube)
    const { connector } = youtube.adapter
    if (connector.kind !== 'oauth') throw new Error('it is not connected by OAuth')
    const finish = connector.finish({ ...begun, secret: 'another', query: { code: 'code-1' } })
    await expect(finish).rejects.toMatchObject({ kind: 'account' })
  })

  it('uploads in parts, and shows nothing before the last', async () => {
    const film = target('In three parts', { media: [long()] })
    await film.prepare()
    expect(posts()).toHaveLength(0)
    const receipt = await film.publish()
    expect(posts()).toMatchObject([
      { text: 'In three parts', title: 'Rye', media: [{ mediaType: 'video/mp4' }] },
    ])
    expect(receipt.url).toBe(`https://www.youtube.com/watch?v=${posts()[0]?.id}`)
  })

  it('wants one video and a title', async () => {
    const wrong = { kind: 'refused', error: { code: 'media_refused' } }
    expect(await target('A picture', { media: [picture('A loaf')] }).deliver()).toMatchObject(wrong)
    expect(await target('Nothing', { media: [] }).deliver()).toMatchObject(wrong)
    expect(await target('Two', { media: [aVideo(), aVideo()] }).deliver()).toMatchObject(wrong)
    const noVideo = aVideo(new Uint8Array(600))
    expect(await target('Noise', { media: [noVideo] }).deliver()).toMatchObject(wrong)
    const untitled = await target('Untitled', { title: ' ' }).deliver()
    expect(untitled).toMatchObject({ kind: 'refused', error: { code: 'content_refused' } })
    expect(posts()).toHaveLength(0)
  })

  it('says which text is refused', async () => {
    const said = async (outcome: ReturnType<PlayedTarget['deliver']>) => {
      const ended = await outcome
      return ended.kind === 'refused' ? ended.error.detail : ended.kind
    }
    expect(await said(target('ä'.repeat(2501)).deliver())).toContain('5,000 bytes')
    expect(await said(target('Rye', { title: 'Rye <3' }).deliver())).toContain('title')
  })

  it.each(['quotaExceeded', 'uploadLimitExceeded', 'rateLimitExceeded'])(
    'waits where YouTube says %s',
    async (reason) => {
      youtube.network.state.refusal = { status: 403, reason }
      const film = target('Later')
      const error = await film.prepare().catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ kind: 'wait', code: 'rate_limited' })
      const { retryAt = 0 } = error as { retryAt?: number }
      expect(retryAt).toBeGreaterThan(youtube.clock.now())
      youtube.network.state.refusal = undefined
      expect((await film.deliver()).kind).toBe('published')
    },
  )

  it('says that an account has no channel', async () => {
    youtube.network.state.refusal = { status: 400, reason: 'youtubeSignupRequired' }
    expect(await target('No channel').deliver()).toMatchObject({
      error: { kind: 'account', detail: expect.stringContaining('no channel') },
    })
  })

  it('says that a video was locked as private', async () => {
    youtube.network.state.locksPrivate = true
    expect(await target('Unseen').deliver()).toMatchObject({
      error: { kind: 'rejected', detail: expect.stringContaining('private') },
    })
  })

  it('goes on in the middle of an upload with a new token', async () => {
    youtube.network.state.partsUntilTokensEnd = 1
    const media = [long()]
    const film = target('Half', { media })
    await expect(film.prepare()).rejects.toMatchObject({ kind: 'account', code: 'account_expired' })
    film.session = youtube.network.session()
    await film.prepare()
    await film.publish()
    expect(posts()).toHaveLength(1)
    expect(youtube.network.state.uploads.size).toBe(1)
  })

  it('makes one video however often the call is repeated', async () => {
    const film = target('Only once')
    await film.prepare()
    youtube.network.standIn.faults.next('cut_after')
    await expect(film.publish()).rejects.toMatchObject({ kind: 'lost' })
    const receipts = await Promise.all([film.publish(), film.publish()])
    expect(new Set(receipts.map(({ remoteId }) => remoteId)).size).toBe(1)
    expect(posts()).toHaveLength(1)
  })

  it('begins anew where an upload was forgotten, and looks when it may have worked', async () => {
    const { state } = youtube.network
    const film = target('Forgotten')
    await film.prepare()
    state.uploads.clear()
    await expect(film.publish()).rejects.toMatchObject({ kind: 'not_sent' })
    await film.prepare()
    youtube.network.standIn.faults.next('cut_after')
    await expect(film.publish()).rejects.toMatchObject({ kind: 'lost' })
    state.uploads.clear()
    await expect(film.publish()).rejects.toMatchObject({ kind: 'lost' })
    expect(await film.reconcile()).toMatchObject({
      found: 'there',
      receipt: { remoteId: posts()[0]?.id },
    })
    const other = target('Never came')
    await other.prepare()
    state.uploads.clear()
    expect(await other.reconcile()).toEqual({ found: 'not_there' })
  })

  it('publishes each video once while answers are lost by chance', async () => {
    const { faults } = youtube.network.standIn
    const weather = ['cut_after', 'error_after', 'cut_before', 'html_after'] as const
    const random = seeded(7)
    faults.byChance(() => (random() < 0.4 ? weather[Math.floor(random() * 4)] : undefined))
    for (let run = 0; run < 60; run += 1)
      expect((await target(`Batch ${run}`).deliver(() => run % 9 === 0)).kind).toBe('published')
    faults.clear()
    expect(posts()).toHaveLength(60)
    expect(new Set(posts().map(({ text }) => text)).size).toBe(60)
  }, 60_000)
})
