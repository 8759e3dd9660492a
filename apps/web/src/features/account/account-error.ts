import { problemFrom } from '../../api/api-error.ts'
import { AuthError } from '../../api/auth.ts'

/** Which field of a form an error belongs to; `form` where it is none's own. */
export interface AccountError {
  readonly field: 'name' | 'email' | 'password' | 'form'
  readonly text: string
}

const fields: Readonly<Record<string, AccountError['field']>> = {
  INVALID_EMAIL: 'email',
  USER_ALREADY_EXISTS: 'email',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email',
  PASSWORD_TOO_SHORT: 'password',
  PASSWORD_TOO_LONG: 'password',
  INVALID_PASSWORD: 'password',
  INVALID_NAME: 'name',
}

export function accountErrorFrom(error: unknown): AccountError {
  if (!(error instanceof AuthError)) return { field: 'form', text: problemFrom(error).detail }
  const field = fields[error.code] ?? 'form'
  if (error.status === 429) return { field: 'form', text: waitText(error) }
  return { field, text: error.message }
}

function waitText(error: AuthError): string {
  const seconds = error.retryAfter
  if (seconds === undefined) return 'Too many tries. Wait a few minutes, then try again.'
  const minutes = Math.ceil(seconds / 60)
  const wait = seconds < 90 ? `${seconds} seconds` : `${minutes} minutes`
  return `Too many tries. Try again in ${wait}.`
}
