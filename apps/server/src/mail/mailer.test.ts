import { createServer, type Server } from 'node:net'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { createMailer, MailError } from './mailer.ts'

const log = pino({ level: 'silent' })
const mail = { to: 'ada@example.com', subject: 'Hello', text: 'Open this:\n\nhttp://x/y?token=z' }
let server: Server | undefined
afterEach(() => server?.close())

/** Speaks just enough SMTP to take a mail, or refuses it. */
function mailServer(options: {
  readonly refuses: boolean
}): Promise<{ url: string; taken: string[] }> {
  const taken: string[] = []
  server = createServer((socket) => {
    let inData = false
    socket.write('220 mail.test\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      if (inData) {
        taken.push(text)
        if (text.endsWith('\r\n.\r\n')) {
          inData = false
          socket.write('250 taken\r\n')
        }
      } else if (/^DATA/i.test(text)) {
        inData = true
        socket.write('354 go on\r\n')
      } else if (/^RCPT/i.test(text) && options.refuses) socket.write('550 nobody here\r\n')
      else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    })
    socket.on('error', () => undefined)
  })
  return new Promise((resolve) => {
    server?.listen(0, '127.0.0.1', () => {
      const address = server?.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({ url: `smtp://127.0.0.1:${port}`, taken })
    })
  })
}

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

test('with one it is handed over', async () => {
  const { url, taken } = await mailServer({ refuses: false })
  const mailer = createMailer({ smtpUrl: url, from: 'Rheos <x@y.z>', log, show: () => undefined })
  await mailer.send(mail)
  expect(mailer.delivers).toBe(true)
  expect(taken.join('')).toContain('To: ada@example.com')
  expect(taken.join('')).toContain('From: Rheos <x@y.z>')
})

test('a mail that is refused is an error with its cause', async () => {
  const { url } = await mailServer({ refuses: true })
  const mailer = createMailer({ smtpUrl: url, from: 'x@y.z', log, show: () => undefined })
  const error = await mailer.send(mail).catch((failed: unknown) => failed)
  expect(error).toBeInstanceOf(MailError)
  expect((error as MailError).cause).toBeDefined()
})
