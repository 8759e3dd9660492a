import { createHash } from 'node:crypto'

/** What a network that knows PKCE compares with the challenge that it was shown. */
export function challengeOf(verifier: string, encoding: 'base64url' | 'hex'): string {
  return createHash('sha256').update(verifier).digest(encoding)
}
