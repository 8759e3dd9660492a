import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import { MailError } from './mail-error.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for the same mail, so that one that is sent twice can be known by it. */
  readonly messageId?: string
}

/** Sends a mail. Throws a {@link MailError} when it could not be handed over. */
export interface Mailer {
  /** False when mails are only shown, because no mail server is set. */
  readonly delivers: boolean
  send(mail: Mail): Promise<void>
}

/** A mail server that accepts a connection and then says nothing must not hold a request for minutes. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

export function createMailer(options: {
  readonly smtpUrl: string | undefined
  readonly from: string
  readonly log: Logger
  /** Where mails appear when there is no mail server. */
  readonly show: (text: string) => void
}): Mailer {
  return options.smtpUrl === undefined
    ? shownMailer(options.show)
    : smtpMailer(options.smtpUrl, options.from, options.log)
}

function shownMailer(show: (text: string) => void): Mailer {
  return {
    delivers: false,
    send: async ({ to, subject, text }) => {
      show(
        [
          '',
          '--- A mail (no SMTP_URL is set, so it is shown here) ---',
          `To: ${to}`,
          `Subject: ${subject}`,
          '',
          text,
          '--- End of the mail ---',
          '',
        ].join('\n'),
      )
    },
  }
}

function smtpMailer(smtpUrl: string, from: string, log: Logger): Mailer {
  const transport = createTransport({ url: smtpUrl, ...timeouts })
  return {
    delivers: true,
    send: async (mail) => {
      try {
        await transport.sendMail({ from, ...mail })
      } catch (error) {
        log.error({ err: error }, 'a mail could not be sent')
        throw new MailError('The mail server did not take the mail.', { cause: error })
      }
    },
  }
}
