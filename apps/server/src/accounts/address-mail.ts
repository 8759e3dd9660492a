import type { Mail } from '../mail/mailer.ts'

export function addressMail(options: {
  readonly to: string
  readonly publicUrl: string
  readonly token: string
}): Mail {
  const link = `${options.publicUrl}/operator/address?token=${encodeURIComponent(options.token)}`
  return {
    to: options.to,
    subject: 'Open the operator’s desk of Rheos',
    text: [
      'Somebody with a Rheos account of this address asked for the operator’s desk. If it was you, open this page within an hour, signed in to that account:',
      '',
      link,
      '',
      'If it was not you, somebody else made an account with your address. Make it yours by choosing a new password, which signs them out:',
      '',
      `${options.publicUrl}/forgot-password`,
    ].join('\n'),
  }
}
