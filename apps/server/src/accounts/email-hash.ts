import { createHmac } from 'node:crypto'

/** Recognises an address without keeping it. Whoever lacks the key cannot try addresses against it. */
export function emailHash(secret: string, email: string): string {
  return createHmac('sha256', `${secret}/former-owners`)
    .update(email.normalize('NFKC').trim().toLowerCase())
    .digest('base64url')
}
