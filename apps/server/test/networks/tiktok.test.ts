import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MediaFile, Session } from '../../src/networks/network-adapter.ts'
import { aVideo, mp4 } from '../../src/networks/testing/played-video.ts'
import { startTiktokStandIn } from '../../src/networks/testing/tiktok-stand-in.ts'
import { createTiktok } from '../../src/networks/tiktok/tiktok.ts'
import { connect, PlayedTarget, picture, play } from './played-delivery.ts'

const start = () => play(startTiktokStandIn, createTiktok)
let tiktok: Awaited<ReturnType<typeof start>>
beforeEach(async () => {
  tiktok = await start()
})
afterEach(() => tiktok.close())

interface Film {
  readonly media?: readonly MediaFile[]
  readonly session?: Session
}

const target = (
  text: string,
  { media = [aVideo()], session = tiktok.network.session() }: Film = {},
) => new PlayedTarget(tiktok, { session, content: { kind: 'post', text, title: '', media } })

const photos = () => [picture('Rye'), picture('Wheat')]
const posts = () => tiktok.network.standIn.posts()

describe('TikTok', () => {
  it('connects for a year, and renews with a token that works once', async () => {
    const { candidates } = await connect(tiktok)
    expect(candidates).toMatchObject([{ name: 'River Bakery', handle: 'riverbakery' }])
    const { renewed } = candidates[0] ?? {}
    const days = ((renewed?.personNeededAt ?? 0) - tiktok.clock.now()) / 86_400_000
    expect(Math.round(days)).toBe(365)
    const session = { ...tiktok.network.session(), credentials: renewed?.credentials ?? null }
    const again = await tiktok.adapter.connector.renew?.(session)
    expect(again?.credentials).not.toEqual(renewed?.credentials)
    await expect(tiktok.adapter.connector.renew?.(session)).rejects.toMatchObject({
      kind: 'account',
    })
  })

  it('says that it was not allowed to connect', async () => {
    tiktok.network.state.deniesConsent = true
    await expect(connect(tiktok)).rejects.toMatchObject({ code: 'permission_missing' })
  })

  it('uploads in parts, and shows nothing before the last', async () => {
    const film = target('In two parts', { media: [aVideo(mp4(12 * 1024 * 1024))] })
    await film.prepare()
    expect(posts()).toHaveLength(0)
    const receipt = await film.publish()
    expect(posts()).toMatchObject([{ text: 'In two parts', media: [{ mediaType: 'video/mp4' }] }])
    expect(receipt.url).toBe(`https://www.tiktok.com/@riverbakery/video/${posts()[0]?.id}`)
  })

  it('goes on with an upload after a part whose answer was lost', async () => {
    const film = target('Interrupted', { media: [aVideo(mp4(12 * 1024 * 1024))] })
    for (const fault of ['cut_after', 'error_before'] as const) {
      tiktok.network.standIn.faults.next(fault, 'other')
      await expect(film.prepare()).rejects.toMatchObject({ kind: 'not_sent' })
    }
    tiktok.network.endTokens()
    await expect(film.prepare()).rejects.toMatchObject({ kind: 'account' })
    film.session = tiktok.network.session()
    expect((await film.deliver()).kind).toBe('published')
    expect(posts()).toHaveLength(1)
  })

  it('wants one video or photos, and says what TikTok made nothing of', async () => {
    const wrong = { kind: 'refused', error: { code: 'media_refused' } }
    expect(await target('Nothing', { media: [] }).deliver()).toMatchObject(wrong)
    const mixed = [aVideo(), picture('Rye')]
    expect(await target('Mixed', { media: mixed }).deliver()).toMatchObject(wrong)
    const noise = [aVideo(new Uint8Array(600))]
    expect(await target('Noise', { media: noise }).deliver()).toMatchObject(wrong)
    tiktok.network.state.failReason = 'duration_check_failed'
    expect(await target('Long').deliver()).toMatchObject({
      error: { detail: expect.stringContaining('longer') },
    })
    expect(posts()).toHaveLength(0)
  })

  it('refuses a long text', async () => {
    expect(await target('a'.repeat(2201)).deliver()).toMatchObject({
      kind: 'refused',
      error: { code: 'content_refused' },
    })
  })

  it.each(['spam_risk_too_many_posts', 'rate_limit_exceeded'])(
    'waits where TikTok says %s, and says so when it is scheduled',
    async (reason) => {
      tiktok.network.state.refusal = reason
      await expect(target('Later').prepare()).rejects.toMatchObject({ kind: 'wait' })
      const limits = await tiktok.adapter.limits(tiktok.network.session())
      expect(limits.quota).toMatchObject({ left: 0 })
    },
  )

  it('says what an application that is not audited may do', async () => {
    tiktok.network.state.isAudited = false
    expect(await target('Unaudited').deliver()).toMatchObject({
      error: { kind: 'rejected', detail: expect.stringContaining('not audited') },
    })
    tiktok.network.state.privacyOptions = ['FOLLOWER_OF_CREATOR', 'SELF_ONLY']
    expect((await target('For followers').deliver()).kind).toBe('published')
  })

  it('knows a video by its number, and does not take it for missing while TikTok works on it', async () => {
    const film = target('Only once')
    await film.prepare()
    tiktok.network.standIn.faults.next('cut_after')
    await expect(film.publish()).rejects.toMatchObject({ kind: 'lost' })
    tiktok.network.state.worksMs = 60_000
    expect(await film.reconcile()).toMatchObject({ found: 'unclear' })
    tiktok.clock.turn(61_000)
    expect(await film.reconcile()).toMatchObject({ found: 'there' })
    await film.publish()
    expect(posts()).toHaveLength(1)
  })

  it('looks for photos whose number was lost, and does not take what is not listed for not there', async () => {
    const lost = target('Two loaves', { media: photos() })
    await lost.prepare()
    tiktok.network.standIn.faults.next('cut_after')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    expect(await lost.reconcile()).toMatchObject({
      found: 'there',
      receipt: { remoteId: posts()[0]?.id },
    })
    const other = target('Three loaves', { media: photos() })
    await other.prepare()
    expect(await other.reconcile()).toMatchObject({ found: 'unclear' })
  })
})
