import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../../test/mail-server.ts'
import { MailError } from './mail-error.ts'
import { createMailer } from './mailer.ts'

const log = pino({ level: 'silent' })
const mail = { to: 'ada@example.com', subject: 'Hello', text: 'Open this:\n\nhttp://x/y?token=z' }
let server: MailServer
beforeAll(async () => {
  server = await startMailServer()
})
afterAll(() => server.close())

test('without a mail server the whole mail is shown, its link on a line of its own', async () => {
  const shown: string[] = []
  const mailer = createMailer({
    smtpUrl: undefined,
    from: 'x@y.z',
    log,
    show: (t) => shown.push(t),
  })
  await mailer.send(mail)
  expect(mailer.delivers).toBe(false)
  expect(shown.join('\n').split('\n')).toEqual(
    expect.arrayContaining(['To: ada@example.com', 'Subject: Hello', 'http://x/y?token=z']),
  )
})

const overSmtp = () =>
  createMailer({ smtpUrl: server.url, from: 'Rheos <x@y.z>', log, show: () => undefined })

test('with one it is handed over, under the id it was given', async () => {
  const mailer = overSmtp()
  await mailer.send({ ...mail, messageId: '<same@rheos.test>' })
  expect(mailer.delivers).toBe(true)
  expect(server.mails).toMatchObject([
    { to: 'ada@example.com', from: 'Rheos <x@y.z>', messageId: '<same@rheos.test>' },
  ])
  expect(server.mails[0]?.text).toContain('http://x/y?token=z')
})

test('a mail that is refused is an error with its cause', async () => {
  server.refuses = true
  const error = await overSmtp()
    .send(mail)
    .catch((failed: unknown) => failed)
  expect(error).toBeInstanceOf(MailError)
  expect((error as MailError).cause).toBeDefined()
})
