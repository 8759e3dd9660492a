/**
 * The id of one press of a button: only a repeated transport of the same press reuses it, "try
 * again" takes a new one. Not `crypto.randomUUID`, which browsers offer on secure origins only.
 */
export function newPressId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
