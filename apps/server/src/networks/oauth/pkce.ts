import { createHash, randomBytes } from 'node:crypto'

/** Proof that whoever finishes a connection is who began it (RFC 7636). */
export interface Pkce {
  /** Kept by us. */
  readonly verifier: string
  /** Shown to the network. */
  readonly challenge: string
}

export function newPkce(): Pkce {
  const verifier = randomBytes(48).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}
