import { passwordLengthMax, passwordLengthMin } from './credentials.ts'

/** What people read instead of the library's own messages: what is wrong, and what to do. */
const sentences: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD:
    'The e-mail address or the password is not right. Check both, or reset your password.',
  INVALID_PASSWORD: 'The password is not right. Check it and try again.',
  PASSWORD_TOO_SHORT: `The password is too short: use at least ${passwordLengthMin} characters.`,
  PASSWORD_TOO_LONG: `The password is too long: use at most ${passwordLengthMax} characters.`,
  INVALID_EMAIL: 'This is not an e-mail address. Check it for typing errors.',
  USER_ALREADY_EXISTS: 'There is an account with this e-mail address already. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL:
    'There is an account with this e-mail address already. Sign in instead.',
  INVALID_TOKEN: 'This link is used up or too old. Ask for a new one.',
  TOKEN_EXPIRED: 'This link is used up or too old. Ask for a new one.',
  SESSION_EXPIRED: 'You are signed out. Sign in again.',
  UNAUTHORIZED: 'You are signed out. Sign in again.',
  INVALID_ORIGIN: 'This page may not do that. Open Rheos at its own address and try again.',
  MISSING_OR_NULL_ORIGIN: 'This page may not do that. Open Rheos at its own address and try again.',
  INVALID_NAME: 'Enter your name: up to 80 characters, on one line.',
  FAILED_TO_CREATE_USER: 'The account could not be made. Try again in a moment.',
}

/** Puts the product's sentence into a refusal of the accounts library. */
export function sentenceFor(refusal: { readonly code?: unknown; readonly message?: unknown }): {
  readonly code: string
  readonly message: string
} {
  const code = typeof refusal.code === 'string' ? refusal.code : 'UNKNOWN'
  const message = typeof refusal.message === 'string' ? refusal.message : ''
  const known = sentences[code]
  if (known !== undefined) return { code, message: known }
  if (code === 'VALIDATION_ERROR' && message.includes('email')) {
    return { code, message: 'This is not an e-mail address. Check it for typing errors.' }
  }
  return { code, message: 'This could not be done. Check what you entered and try again.' }
}
