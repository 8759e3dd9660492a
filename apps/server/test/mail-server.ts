import { createServer, type Server } from 'node:net'

/** A mail as it arrived: headers and text, put together again. */
export interface ArrivedMail {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly messageId: string
  readonly text: string
}

export interface MailServer {
  readonly url: string
  readonly mails: readonly ArrivedMail[]
  /** While it refuses, every recipient is unknown. */
  refuses: boolean
  close(): Promise<void>
}

/** Speaks enough SMTP on loopback to take mails, and keeps them. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ArrivedMail[] = []
  const state = { refuses: false }
  const server = createServer((socket) => {
    let waiting = ''
    let inData = false
    socket.on('error', () => undefined)
    socket.write('220 mail.test\r\n')
    socket.on('data', (chunk) => {
      waiting += chunk.toString()
      for (;;) {
        const ending = inData ? '\r\n.\r\n' : '\r\n'
        const end = waiting.indexOf(ending)
        if (end < 0) return
        const told = waiting.slice(0, end)
        waiting = waiting.slice(end + ending.length)
        if (inData) {
          mails.push(parsed(told))
          inData = false
          socket.write('250 taken\r\n')
        } else if (/^DATA/i.test(told)) {
          inData = true
          socket.write('354 go on\r\n')
        } else if (/^RCPT/i.test(told) && state.refuses) socket.write('550 nobody here\r\n')
        else if (/^QUIT/i.test(told)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    mails,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function parsed(data: string): ArrivedMail {
  const [head = '', ...rest] = data.split('\r\n\r\n')
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? ''
  const body = rest.join('\n\n').replaceAll('\r\n', '\n')
  const quoted = /quoted-printable/i.test(header('content-transfer-encoding'))
  return {
    from: header('from'),
    to: header('to'),
    subject: header('subject'),
    messageId: header('message-id'),
    text: quoted ? unquoted(body) : body,
  }
}

function unquoted(text: string): string {
  const bytes = text
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
