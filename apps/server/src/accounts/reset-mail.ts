import type { Mail } from '../mail/mailer.ts'

export function resetMail(options: {
  readonly to: string
  readonly publicUrl: string
  readonly token: string
}): Mail {
  const link = `${options.publicUrl}/reset-password?token=${encodeURIComponent(options.token)}`
  return {
    to: options.to,
    subject: 'Choose a new password for Rheos',
    text: [
      'Somebody asked for a new password for your Rheos account. If it was you, open this page within an hour:',
      '',
      link,
      '',
      'If it was not you, there is nothing to do: your password stays as it is.',
    ].join('\n'),
  }
}
