import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createInstagram } from '../../src/networks/instagram/instagram.ts'
import { startInstagramStandIn } from '../../src/networks/testing/instagram-stand-in.ts'
import { loseAnswers } from './lost-answers.ts'
import { answerTo, connect, content, PlayedTarget, picture, play } from './played-delivery.ts'

const start = () => play(startInstagramStandIn, createInstagram)
let instagram: Awaited<ReturnType<typeof start>>
beforeEach(async () => {
  instagram = await start()
})
afterEach(() => instagram.close())

const target = (text: string, pictures = 1, session = instagram.network.session()) =>
  new PlayedTarget(instagram, { session, content: content(text, pictures) })

describe('Instagram', () => {
  it('connects a professional account for sixty days, and renews without a person', async () => {
    const { candidates } = await connect(instagram)
    const renewed = candidates[0]?.renewed
    expect(candidates).toMatchObject([{ remoteId: '17841400008460056', handle: 'river.bakery' }])
    expect(renewed?.personNeededAt).toBeNull()
    const days = ((renewed?.tokenExpiresAt ?? 0) - instagram.clock.now()) / 86_400_000
    expect(Math.round(days)).toBe(60)
    const session = { ...instagram.network.session(), credentials: renewed?.credentials ?? null }
    const again = await instagram.adapter.connector.renew?.(session)
    expect(again?.credentials).not.toEqual(session.credentials)
    instagram.network.endTokens()
    await expect(instagram.adapter.connector.renew?.(session)).rejects.toMatchObject({
      kind: 'account',
      code: 'account_expired',
    })
  })

  it('publishes a picture, a carousel and a reel', async () => {
    await target('One').deliver()
    await target('Three', 3).deliver()
    await new PlayedTarget(instagram, {
      session: instagram.network.session(),
      content: { ...content('Reel'), media: [picture('', 'video/mp4')] },
    }).deliver()
    expect(instagram.network.standIn.posts()).toMatchObject([
      { text: 'One', media: [{ alt: 'Picture 1' }] },
      { text: 'Three', media: [{ alt: 'Picture 1' }, { alt: 'Picture 2' }, { alt: 'Picture 3' }] },
      { text: 'Reel', media: [{ mediaType: 'video/mp4' }] },
    ])
  })

  it('waits until Instagram has worked on the picture', async () => {
    instagram.network.state.containers.looks = 2
    expect((await target('Slow').deliver()).kind).toBe('published')
  })

  it('makes the post anew when it was not published within a day, and only then', async () => {
    const late = target('Late')
    await late.prepare()
    const before = late.intent
    instagram.clock.turn(3_600_000)
    await late.prepare()
    expect(late.intent).toEqual(before)
    instagram.clock.turn(25 * 3_600_000)
    await expect(late.publish()).rejects.toMatchObject({ kind: 'not_sent', code: 'not_ready' })
    await late.prepare()
    expect(late.intent).not.toEqual(before)
    expect((await late.deliver()).kind).toBe('published')
    expect(instagram.network.standIn.posts()).toHaveLength(1)
  })

  it('never publishes a post again whose publishing was lost, even without looking', async () => {
    const lost = target('Only once')
    await lost.prepare()
    instagram.network.standIn.faults.next('cut_after')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    expect(await lost.reconcile()).toMatchObject({ found: 'there' })
    expect(instagram.network.standIn.posts()).toHaveLength(1)
  })

  it('does not take a post for missing that is published and not listed yet', async () => {
    const lost = target('Unlisted')
    await lost.prepare()
    instagram.network.standIn.faults.next('cut_after')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    instagram.network.listingLagMs = 3_600_000
    expect(await lost.reconcile()).toMatchObject({ found: 'unclear' })
  })

  it('comments under its own post', async () => {
    const post = await target('Open on Sunday').deliver()
    if (post.kind !== 'published') throw new Error(post.kind)
    const comment = new PlayedTarget(instagram, {
      session: instagram.network.session(),
      content: { ...content('From 8 to 12'), kind: 'comment' },
      replyTo: answerTo(post.receipt),
    })
    await comment.prepare()
    instagram.network.standIn.faults.next('html_after')
    await expect(comment.publish()).rejects.toMatchObject({ kind: 'lost' })
    expect(await comment.reconcile()).toMatchObject({ found: 'there' })
  })

  it('says how many posts are left today, and waits when there are none', async () => {
    instagram.network.state.quota = 2
    await target('First').deliver()
    const session = instagram.network.session()
    expect(await instagram.adapter.limits(session)).toEqual({ quota: { left: 1, resetsAt: null } })
    await target('Second').deliver()
    const third = target('Third')
    await third.prepare()
    await expect(third.publish()).rejects.toMatchObject({ kind: 'wait', code: 'rate_limited' })
  })

  it('refuses what has no picture, and names what is wrong with the account', async () => {
    expect(await target('Text alone', 0).deliver()).toMatchObject({
      error: { kind: 'rejected', code: 'media_missing' },
    })
    expect(await target('x'.repeat(2201)).deliver()).toMatchObject({
      error: { kind: 'rejected', code: 'content_refused' },
    })
    const session = instagram.network.session()
    instagram.network.withdraw('instagram_business_content_publish')
    expect(await target('No', 1, session).deliver()).toMatchObject({
      error: { kind: 'account', code: 'permission_missing' },
    })
    instagram.network.endTokens()
    expect(await target('No', 1, session).deliver()).toMatchObject({
      error: { kind: 'account', code: 'account_expired' },
    })
  })

  it('publishes each post once while answers are lost by chance', async () => {
    instagram.network.listingLagMs = 10_000
    const lost = await loseAnswers(instagram, {
      runs: 300,
      seed: 4,
      pictures: [1, 1, 3],
      answers: 'comments',
    })
    expect(lost).toMatchObject({ published: 300, asked: 0, refused: [], wrong: [] })
  }, 120_000)
})
