import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFacebook } from '../../src/networks/facebook/facebook.ts'
import { startFacebookStandIn } from '../../src/networks/testing/facebook-stand-in.ts'
import { loseAnswers } from './lost-answers.ts'
import { answerTo, connect, content, PlayedTarget, picture, play } from './played-delivery.ts'

const start = () => play(startFacebookStandIn, createFacebook)
let facebook: Awaited<ReturnType<typeof start>>
beforeEach(async () => {
  facebook = await start()
})
afterEach(() => facebook.close())

const target = (text: string, pictures = 0, session = facebook.network.session()) =>
  new PlayedTarget(facebook, { session, content: content(text, pictures) })

describe('Facebook', () => {
  it('connects the pages that the person may post on, for as long as they like', async () => {
    const { candidates } = await connect(facebook)
    expect(candidates).toMatchObject([
      {
        remoteId: '106540352242922',
        kind: 'Page',
        renewed: { tokenExpiresAt: null, personNeededAt: null },
      },
    ])
    const credentials = candidates[0]?.renewed.credentials ?? null
    const session = { ...facebook.network.session(), credentials }
    expect((await target('With the token of the page', 0, session).deliver()).kind).toBe(
      'published',
    )
  })

  it('does not connect where publishing was not allowed', async () => {
    const { connector } = facebook.adapter
    if (connector.kind !== 'oauth') throw new Error('not OAuth')
    const denied = { error: 'access_denied', error_description: 'Permissions error' }
    const asked = { server: '', app: undefined, redirectUri: 'https://studio.example/back' }
    await expect(connector.finish({ ...asked, secret: null, query: denied })).rejects.toMatchObject(
      { kind: 'account', code: 'permission_missing' },
    )
    await expect(
      connector.finish({ ...asked, secret: null, query: { code: 'made up' } }),
    ).rejects.toMatchObject({ kind: 'account' })
  })

  it('publishes several pictures as one post, with their alternative text', async () => {
    expect((await target('The oven', 3).deliver()).kind).toBe('published')
    expect(facebook.network.standIn.posts()).toMatchObject([
      {
        text: 'The oven',
        media: [{ alt: 'Picture 1' }, { alt: 'Picture 2' }, { alt: 'Picture 3' }],
      },
    ])
  })

  it('comments under its own post', async () => {
    const post = await target('Open on Sunday').deliver()
    if (post.kind !== 'published') throw new Error(post.kind)
    const comment = new PlayedTarget(facebook, {
      session: facebook.network.session(),
      content: { ...content('From 8 to 12'), kind: 'comment' },
      replyTo: answerTo(post.receipt),
    })
    expect((await comment.deliver()).kind).toBe('published')
    expect(facebook.network.standIn.posts()[1]).toMatchObject({ replyTo: post.receipt.remoteId })
  })

  it('refuses the same text twice in a row, and takes its own lost post for its own', async () => {
    await target('Fresh today').deliver()
    facebook.clock.turn(3_600_000)
    expect(await target('Fresh today').deliver()).toMatchObject({
      kind: 'refused',
      error: { code: 'duplicate_refused' },
    })
    const lost = target('Only once')
    await lost.prepare()
    facebook.network.standIn.faults.next('cut_after')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    await lost.publish()
    expect(facebook.network.standIn.posts()).toHaveLength(2)
  })

  it('refuses a video, a picture that is gone and a post that is gone', async () => {
    const session = facebook.network.session()
    const media = [picture('A loaf', 'video/mp4')]
    const video = new PlayedTarget(facebook, { session, content: { ...content('Video'), media } })
    expect(await video.deliver()).toMatchObject({ error: { code: 'media_refused' } })
    const comment = new PlayedTarget(facebook, {
      session,
      content: content('Under nothing'),
      replyTo: answerTo({ remoteId: '1_2', url: null, reference: '1_2' }),
    })
    expect(await comment.deliver()).toMatchObject({ error: { code: 'reply_target_gone' } })
  })

  it('names what is wrong with the account', async () => {
    const session = facebook.network.session()
    facebook.network.withdraw('pages_manage_posts')
    expect(await target('No', 0, session).deliver()).toMatchObject({
      error: { kind: 'account', code: 'permission_missing' },
    })
    facebook.network.endTokens()
    expect(await target('No', 0, session).deliver()).toMatchObject({
      error: { kind: 'account', code: 'account_expired' },
    })
  })

  it('publishes each post once while answers are lost by chance', async () => {
    facebook.network.listingLagMs = 10_000
    const lost = await loseAnswers(facebook, {
      runs: 300,
      seed: 3,
      pictures: [0, 0, 1, 3],
      answers: 'comments',
    })
    expect(lost).toMatchObject({ published: 300, asked: 0, refused: [], wrong: [] })
  }, 120_000)
})
