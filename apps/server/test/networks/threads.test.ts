import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startThreadsStandIn } from '../../src/networks/testing/threads-stand-in.ts'
import { createThreads } from '../../src/networks/threads/threads.ts'
import { loseAnswers } from './lost-answers.ts'
import { answerTo, connect, content, PlayedTarget, play } from './played-delivery.ts'

const start = () => play(startThreadsStandIn, createThreads)
let threads: Awaited<ReturnType<typeof start>>
beforeEach(async () => {
  threads = await start()
})
afterEach(() => threads.close())

const target = (text: string, pictures = 0, session = threads.network.session()) =>
  new PlayedTarget(threads, { session, content: content(text, pictures) })

describe('Threads', () => {
  it('connects for sixty days, and renews without a person', async () => {
    const { candidates } = await connect(threads)
    const renewed = candidates[0]?.renewed
    expect(candidates).toMatchObject([{ remoteId: '24836193219364', handle: 'river.bakery' }])
    const session = { ...threads.network.session(), credentials: renewed?.credentials ?? null }
    const again = await threads.adapter.connector.renew?.(session)
    expect(again?.credentials).not.toEqual(session.credentials)
    expect(again?.personNeededAt).toBeNull()
  })

  it('publishes a thread with pictures', async () => {
    const first = await target('Two loaves', 2).deliver()
    if (first.kind !== 'published') throw new Error(first.kind)
    const next = await new PlayedTarget(threads, {
      session: threads.network.session(),
      content: { ...content('And a third', 1), kind: 'reply' },
      replyTo: answerTo(first.receipt),
    }).deliver()
    expect(next.kind).toBe('published')
    expect(threads.network.standIn.posts()).toMatchObject([
      { text: 'Two loaves', media: [{ alt: 'Picture 1' }, { alt: 'Picture 2' }] },
      { text: 'And a third', replyTo: first.receipt.remoteId, media: [{ alt: 'Picture 1' }] },
    ])
  })

  it('goes on with the same post while Threads does not find it yet', async () => {
    const early = target('Early')
    await early.prepare()
    const made = early.intent
    threads.network.state.spreadingMs = 20_000
    await expect(early.publish()).rejects.toMatchObject({ kind: 'not_sent', code: 'not_ready' })
    threads.clock.turn(30_000)
    await early.prepare()
    expect(early.intent).toEqual(made)
    expect((await early.deliver()).kind).toBe('published')
    expect(threads.network.standIn.posts()).toHaveLength(1)
  })

  it('does not take a post for missing whose status has vanished', async () => {
    const lost = target('Vanished')
    await lost.prepare()
    threads.network.standIn.faults.next('cut_after')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    threads.network.listingLagMs = 3_600_000
    expect(await lost.reconcile()).toMatchObject({ found: 'unclear' })
    threads.network.listingLagMs = 0
    expect(await lost.reconcile()).toMatchObject({ found: 'there' })
  })

  it('knows that a post is not there whose publishing never arrived', async () => {
    const lost = target('Never arrived')
    await lost.prepare()
    threads.network.standIn.faults.next('cut_before')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    expect(await lost.reconcile()).toEqual({ found: 'not_there' })
  })

  it('says how many posts are left today', async () => {
    await target('First').deliver()
    expect(await threads.adapter.limits(threads.network.session())).toEqual({
      quota: { left: 249, resetsAt: null },
    })
  })

  it('refuses what is too long or answers nothing, and names what is wrong with the account', async () => {
    expect(await target('x'.repeat(501)).deliver()).toMatchObject({
      error: { kind: 'rejected', code: 'content_refused' },
    })
    const session = threads.network.session()
    const answer = new PlayedTarget(threads, {
      session,
      content: content('To nothing'),
      replyTo: answerTo({ remoteId: '99', url: null, reference: '99' }),
    })
    expect(await answer.deliver()).toMatchObject({ error: { code: 'reply_target_gone' } })
    threads.network.endTokens()
    expect(await target('No', 0, session).deliver()).toMatchObject({
      error: { kind: 'account', code: 'account_expired' },
    })
  })

  it('publishes each post once while answers are lost by chance', async () => {
    threads.network.listingLagMs = 10_000
    const lost = await loseAnswers(threads, {
      runs: 300,
      seed: 5,
      pictures: [0, 0, 1, 3],
      answers: 'thread',
    })
    expect(lost).toMatchObject({ published: 300, asked: 0, refused: [], wrong: [] })
  }, 120_000)
})
