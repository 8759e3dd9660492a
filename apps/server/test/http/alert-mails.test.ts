import { randomUUID } from 'node:crypto'
import type { Me, Notices } from '@rheos/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tellOfPayment } from '../../src/workspaces/payment-notices.ts'
import { type MailServer, startMailServer } from '../mail-server.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { until } from './asking.ts'

let mailServer: MailServer
let studio: TestStudio
/** Another server on the same database: each mail is sent by one of the two. */
let other: TestStudio
let person: SignedUp
let turnedMs = 0

const clock = () => Date.now() + turnedMs

beforeAll(async () => {
  mailServer = await startMailServer()
  const environment = { SMTP_URL: mailServer.url }
  studio = await startStudio({ clock, environment })
  other = await startStudio({ clock, environment, beside: studio })
})
beforeEach(async () => {
  mailServer.refuses = false
  person = await studio.signUp()
})
afterAll(async () => {
  await other.close()
  await studio.close()
  await mailServer.close()
})

const mails = (to = person) => mailServer.mails.filter((mail) => mail.to === to.email)

function mailed(count: number): Promise<ReturnType<typeof mails>> {
  return until(async () => (mails().length >= count ? mails() : undefined))
}

async function spend(credits: number): Promise<void> {
  const { ledger } = studio.context
  const operation = { accountId: person.workspaceId, operationId: randomUUID() }
  const held = await ledger.hold({
    ...operation,
    action: 'image.standard',
    quantity: credits / 5,
    quote: { version: 2, credits },
    requestHash: 'x',
    actor: {},
  })
  expect(held.kind).toBe('held')
  await ledger.settle({ ...operation, quantity: credits / 5 })
}

/** The mail server was asked once and did not take it. */
async function spendRefused(): Promise<void> {
  mailServer.refuses = true
  await spend(320)
  await until(async () => {
    const { rows } = await studio.context.database.pool.query(
      'select 1 from studio.alert_mails where workspace_id = $1 and attempts = 1',
      [person.workspaceId],
    )
    return rows[0]
  })
}

/** Every mail of the workspace is sent, or not wanted any more. */
function allDone(): Promise<unknown> {
  return until(async () => {
    const { rows } = await studio.context.database.pool.query(
      `select 1 from studio.notices n left join studio.alert_mails m
         on m.workspace_id = n.workspace_id and m.notice_id = n.id
       where n.workspace_id = $1 having count(*) > 0 and count(*) = count(m.done_at)`,
      [person.workspaceId],
    )
    return rows[0]
  })
}

const payment = (failed?: { periodStart: number; payUrl: string }) =>
  studio.context.database.transaction((tx) =>
    tellOfPayment(tx, person.workspaceId, failed, clock()),
  )
const notices = async () =>
  (await person.client.json<Notices>(`${person.workspace}/notices`)).notices

describe('credits that run low', () => {
  test('are mailed to the owner once each, with the next step', async () => {
    await spend(320)
    const [low] = await mailed(1)
    expect(low?.subject).toMatch(/^80 credits left until \d+ \w+$/)
    expect(low?.text).toContain('80 of 400 credits are left.')
    expect(low?.text).toContain('Business has 1,500 credits a month and no watermark:')
    expect(low?.text).toContain('/settings/billing#plans')
    await spend(75)
    await mailed(2)
    await spend(5)
    const [, last, none] = await mailed(3)
    expect(last?.subject).toBe('Credits for one more image')
    expect(none?.text).toContain('AI is paused until')
    await Promise.all([studio.context.notices.deliver(), other.context.notices.deliver()])
    await allDone()
    expect(mails()).toHaveLength(3)
    expect(new Set(mails().map(({ messageId }) => messageId)).size).toBe(3)
  })

  test('are mailed as one where several are told at once', async () => {
    await spend(400)
    const [told] = await mailed(1)
    expect(told?.subject).toContain('used up')
    expect(await notices()).toHaveLength(2)
    expect(mails()).toHaveLength(1)
  })

  test('wait for a mail server that refuses, and are sent when it takes them', async () => {
    await spendRefused()
    mailServer.refuses = false
    turnedMs += 61_000
    await mailed(1)
    await allDone()
    expect(mails()).toHaveLength(1)
  })

  test('are sent by another process when the one that was about to dies', async () => {
    await spendRefused()
    const { pool } = studio.context.database
    const dying = await pool.connect()
    await dying.query('begin')
    await dying.query('select from studio.alert_mails where workspace_id = $1 for update', [
      person.workspaceId,
    ])
    mailServer.refuses = false
    turnedMs += 61_000
    dying.release(true)
    await mailed(1)
    await allDone()
    expect(mails()).toHaveLength(1)
  })

  test('are not mailed to who does not want it', async () => {
    expect((await person.client.json<Me>('/api/v1/me')).creditMails).toBe(true)
    const answer = await person.client.patch('/api/v1/me', { creditMails: false })
    expect(await answer.json()).toMatchObject({ creditMails: false })
    await spend(320)
    await allDone()
    expect(mails()).toEqual([])
    expect(await notices()).toHaveLength(1)
  })
})

describe('a payment that failed', () => {
  const payUrl = 'https://pay.example/1'

  test('is told and mailed once for its period, with where to pay, whatever was chosen', async () => {
    await person.client.patch('/api/v1/me', { creditMails: false })
    const periodStart = clock()
    await payment({ periodStart, payUrl })
    await payment({ periodStart, payUrl })
    const [mail] = await mailed(1)
    expect(mail?.subject).toMatch(/^The payment for \w+ failed$/)
    expect(mail?.text).toContain(payUrl)
    expect(await notices()).toMatchObject([{ kind: 'payment_failed', payUrl }])
    await allDone()
    expect(mails()).toHaveLength(1)
    await payment({ periodStart: periodStart + 1, payUrl })
    await mailed(2)
  })

  test('is told no longer once it is made', async () => {
    await payment({ periodStart: clock(), payUrl })
    expect(await notices()).toHaveLength(1)
    await payment()
    expect(await notices()).toEqual([])
  })

  test('is dismissed by itself, and its link is for the owner alone', async () => {
    await spend(320)
    await mailed(1)
    await payment({ periodStart: clock(), payUrl })
    const friend = await studio.signUp()
    await studio.context.database.pool.query(
      `insert into studio.members (workspace_id, user_id, role, created_at) values ($1, $2, 'admin', now())`,
      [person.workspaceId, friend.userId],
    )
    const theirs = await friend.client.json<Notices>(`${person.workspace}/notices`)
    expect(theirs.notices[0]).toMatchObject({ kind: 'payment_failed', payUrl: null })
    const [failed, low] = await notices()
    expect([failed?.kind, low?.kind]).toEqual(['payment_failed', 'running_low'])
    await person.client.post(`${person.workspace}/notices/${low?.id}/dismiss`)
    expect((await notices()).map(({ kind }) => kind)).toEqual(['payment_failed'])
    await person.client.post(`${person.workspace}/notices/${failed?.id}/dismiss`)
    expect(await notices()).toEqual([])
  })
})
