/** A mail could not be handed to the mail server. */
export class MailError extends Error {
  override readonly name = 'MailError'
}
