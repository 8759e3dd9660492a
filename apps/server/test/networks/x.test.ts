import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startXStandIn } from '../../src/networks/testing/x-stand-in.ts'
import { createX } from '../../src/networks/x/x.ts'
import { loseAnswers } from './lost-answers.ts'
import { answerTo, connect, content, PlayedTarget, picture, play } from './played-delivery.ts'

const start = () => play(startXStandIn, createX)
let x: Awaited<ReturnType<typeof start>>
beforeEach(async () => {
  x = await start()
})
afterEach(() => x.close())

const target = (text: string, pictures = 0, session = x.network.session()) =>
  new PlayedTarget(x, { session, content: content(text, pictures) })

describe('X', () => {
  it('connects by PKCE, and renews with a refresh token that works once', async () => {
    const { candidates, query, begun } = await connect(x)
    expect(candidates).toMatchObject([{ remoteId: '2244994945', handle: 'riverbakery' }])
    const { connector } = x.adapter
    if (connector.kind !== 'oauth') throw new Error('not OAuth')
    const session = {
      ...x.network.session(),
      credentials: candidates[0]?.renewed.credentials ?? null,
    }
    const renewed = await connector.renew?.(session)
    expect(renewed?.credentials).not.toEqual(session.credentials)
    await expect(connector.renew?.(session)).rejects.toMatchObject({
      kind: 'account',
      code: 'account_expired',
    })
    await expect(connector.finish({ ...begun, query })).rejects.toMatchObject({ kind: 'account' })
  })

  it('sends pictures with their alternative text, and answers in a thread', async () => {
    const first = await target('Two loaves', 2).deliver()
    if (first.kind !== 'published') throw new Error(first.kind)
    const next = await new PlayedTarget(x, {
      session: x.network.session(),
      content: { ...content('And a third'), kind: 'reply' },
      replyTo: answerTo(first.receipt),
    }).deliver()
    expect(next.kind).toBe('published')
    expect(x.network.standIn.posts()).toMatchObject([
      { text: 'Two loaves', media: [{ alt: 'Picture 1' }, { alt: 'Picture 2' }] },
      { text: 'And a third', replyTo: first.receipt.remoteId },
    ])
    expect(first.receipt.url).toBe(`https://x.com/riverbakery/status/${first.receipt.remoteId}`)
  })

  it('uploads an animation in parts and waits until X has worked on it', async () => {
    const gif = new PlayedTarget(x, {
      session: x.network.session(),
      content: { ...content('It moves'), media: [picture('Steam', 'image/gif')] },
    })
    expect((await gif.deliver()).kind).toBe('published')
    expect(x.network.standIn.posts()[0]?.media).toMatchObject([
      { mediaType: 'image/gif', alt: 'Steam' },
    ])
  })

  it('refuses what the account posted before, but takes its own lost post for its own', async () => {
    await target('Fresh today').deliver()
    x.clock.turn(3_600_000)
    expect(await target('Fresh today').deliver()).toMatchObject({
      kind: 'refused',
      error: { code: 'duplicate_refused' },
    })
    const lost = target('Only once')
    await lost.prepare()
    x.network.standIn.faults.next('cut_after')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    const receipt = await lost.publish()
    expect(x.network.standIn.posts().filter(({ text }) => text === 'Only once')).toMatchObject([
      { id: receipt.remoteId },
    ])
  })

  it('does not call its own lost post refused while X does not show it', async () => {
    const lost = target('Shown late')
    await lost.prepare()
    x.network.standIn.faults.next('cut_after')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    x.network.listingLagMs = 60_000
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    x.clock.turn(61_000)
    expect(await lost.reconcile()).toMatchObject({ found: 'there' })
  })

  it('finds a text with links, escapes and pictures as X shows it', async () => {
    const text = 'Bread & butter < 3 EUR: https://river.example/a?b=1&c=2'
    const lost = target(text, 1)
    await lost.prepare()
    x.network.standIn.faults.next('cut_after')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    expect(await lost.reconcile()).toMatchObject({ found: 'there' })
    expect(await target('Something else').prepare()).toBeUndefined()
  })

  it('waits until the window opens, and names what is wrong with the account', async () => {
    const busy = target('Busy')
    await busy.prepare()
    x.network.standIn.faults.next('busy_before')
    const error = await busy.publish().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'wait', code: 'rate_limited' })
    expect(error).toHaveProperty('retryAt')
    const narrowed = x.network.session()
    x.network.withdraw('tweet.write')
    expect(await target('No', 0, narrowed).deliver()).toMatchObject({
      error: { kind: 'account', code: 'permission_missing' },
    })
    x.network.endTokens()
    expect(await target('No', 0, narrowed).deliver()).toMatchObject({
      error: { kind: 'account', code: 'account_expired' },
    })
  })

  it('allows long texts to subscribers', async () => {
    expect(await x.adapter.limits(x.network.session())).toEqual({ textMax: undefined })
    x.network.state.subscription = 'Premium'
    expect(await x.adapter.limits(x.network.session())).toEqual({ textMax: 25_000 })
  })

  it('publishes each post once while answers are lost by chance', async () => {
    x.network.listingLagMs = 10_000
    const lost = await loseAnswers(x, {
      runs: 300,
      seed: 1,
      pictures: [0, 0, 1, 3],
      answers: 'thread',
    })
    expect(lost).toMatchObject({ published: 300, asked: 0, refused: [], wrong: [] })
  }, 120_000)
})
