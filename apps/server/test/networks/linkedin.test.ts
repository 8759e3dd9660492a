import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLinkedin } from '../../src/networks/linkedin/linkedin.ts'
import { startLinkedinStandIn } from '../../src/networks/testing/linkedin-stand-in.ts'
import { loseAnswers } from './lost-answers.ts'
import { answerTo, connect, content, PlayedTarget, picture, play } from './played-delivery.ts'

const start = (scopes?: readonly string[]) => play(startLinkedinStandIn, createLinkedin, scopes)
let linkedin: Awaited<ReturnType<typeof start>>
beforeEach(async () => {
  linkedin = await start()
})
afterEach(() => linkedin.close())

const target = (text: string, pictures = 0, session = linkedin.network.session()) =>
  new PlayedTarget(linkedin, { session, content: content(text, pictures) })

describe('LinkedIn', () => {
  it('connects a person for sixty days, and says when they are needed again', async () => {
    const { candidates } = await connect(linkedin)
    expect(candidates).toMatchObject([
      { remoteId: 'urn:li:person:782bbtaQ', kind: 'Profile', facts: { reads: false } },
    ])
    const renewed = candidates[0]?.renewed
    expect(renewed?.tokenExpiresAt).toBeNull()
    const days = ((renewed?.personNeededAt ?? 0) - linkedin.clock.now()) / 86_400_000
    expect(Math.round(days)).toBe(60)
  })

  it('connects the pages that the person may publish on where the app may ask for them', async () => {
    const scopes = [
      'r_basicprofile',
      'w_member_social',
      'w_organization_social',
      'r_organization_social',
    ]
    const asking = await start(scopes)
    const { candidates } = await connect(asking)
    expect(candidates).toMatchObject([
      { remoteId: 'urn:li:person:782bbtaQ', name: 'Dana Rivers' },
      { remoteId: 'urn:li:organization:5515715', kind: 'Page', facts: { reads: true } },
    ])
    await asking.close()
  })

  it('keeps every reserved character, and pictures with their alternative text', async () => {
    const text = 'All (of) it: [a] {b} <c> | d_e * f ~ g @ h \\ #bread'
    const outcome = await target(text, 2).deliver()
    expect(outcome.kind).toBe('published')
    expect(linkedin.network.standIn.posts()).toMatchObject([
      { text, media: [{ alt: 'Picture 1' }, { alt: 'Picture 2' }] },
    ])
  })

  it('uploads a video in parts', async () => {
    const media = [picture('A loaf', 'video/mp4')]
    const session = linkedin.network.session()
    const video = new PlayedTarget(linkedin, { session, content: { ...content('Video'), media } })
    expect((await video.deliver()).kind).toBe('published')
    expect(linkedin.network.standIn.posts()).toMatchObject([
      { media: [{ mediaType: 'video/mp4' }] },
    ])
  })

  it('comments under its own post', async () => {
    const post = await target('Open on Sunday').deliver()
    if (post.kind !== 'published') throw new Error(post.kind)
    const comment = new PlayedTarget(linkedin, {
      session: linkedin.network.session(),
      content: { ...content('From 8 to 12'), kind: 'comment' },
      replyTo: answerTo(post.receipt),
    })
    await comment.prepare()
    linkedin.network.standIn.faults.next('error_after')
    await expect(comment.publish()).rejects.toMatchObject({ kind: 'lost' })
    expect(await comment.reconcile()).toMatchObject({ found: 'there' })
    expect(linkedin.network.standIn.posts()[1]).toMatchObject({ replyTo: post.receipt.remoteId })
  })

  it('refuses an older duplicate, and takes its own lost post for its own', async () => {
    await target('Fresh today').deliver()
    linkedin.clock.turn(3_600_000)
    expect(await target('Fresh today').deliver()).toMatchObject({
      kind: 'refused',
      error: { code: 'duplicate_refused' },
    })
    const lost = target('Only once')
    await lost.prepare()
    linkedin.network.standIn.faults.next('cut_after')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    expect(await lost.publish()).toMatchObject({ url: expect.stringContaining('urn:li:share:') })
    expect(linkedin.network.standIn.posts()).toHaveLength(2)
  })

  it('asks a person about a post that LinkedIn names and never shows', async () => {
    linkedin.network.state.hidesDuplicates = true
    const ghost = target('Seen by nobody')
    await ghost.prepare()
    linkedin.network.standIn.faults.next('cut_after')
    await expect(ghost.publish()).rejects.toMatchObject({ kind: 'lost' })
    linkedin.network.listingLagMs = Number.POSITIVE_INFINITY
    await expect(ghost.publish()).rejects.toMatchObject({ kind: 'lost' })
    expect(await ghost.reconcile()).toMatchObject({ found: 'unclear' })
  })

  it('asks a person where it may not read what the account posted', async () => {
    const session = { ...linkedin.network.session(), facts: { reads: false } }
    linkedin.network.standIn.faults.next('cut_after')
    expect((await target('Unread', 0, session).deliver()).kind).toBe('asked')
    expect(linkedin.network.standIn.posts()).toHaveLength(1)
  })

  it('names what is wrong with the account', async () => {
    const session = linkedin.network.session()
    linkedin.network.withdraw('w_organization_social')
    expect(await target('No', 0, session).deliver()).toMatchObject({
      error: { kind: 'account', code: 'permission_missing' },
    })
    linkedin.network.endTokens()
    expect(await target('No', 0, session).deliver()).toMatchObject({
      error: { kind: 'account', code: 'account_expired' },
    })
  })

  it('publishes each post once while answers are lost by chance', async () => {
    linkedin.network.listingLagMs = 10_000
    const lost = await loseAnswers(linkedin, {
      runs: 300,
      seed: 2,
      pictures: [0, 0, 1, 3],
      answers: 'comments',
    })
    expect(lost).toMatchObject({ published: 300, asked: 0, refused: [], wrong: [] })
  }, 120_000)
})
