import { createHash } from 'node:crypto'

/** What attempts about an account are counted under: addresses of people do not lie about in a table of counters. */
export function countedAccount(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
}
