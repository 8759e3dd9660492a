const alphabet = '234567abcdefghijklmnopqrstuvwxyz'

/**
 * A record key as Bluesky's own clients make them: the instant in microseconds and ten bits that tell
 * apart what is of one instant, in an alphabet that sorts by time.
 */
export function tidOf({ id, at }: { readonly id: string; readonly at: number }): string {
  const hash = hashOf(id)
  const micros = BigInt(at) * 1000n + BigInt(hash % 1000)
  let value = (micros << 10n) | BigInt((hash >>> 10) & 1023)
  let text = ''
  for (let place = 0; place < 13; place += 1) {
    text = `${alphabet[Number(value & 31n)]}${text}`
    value >>= 5n
  }
  return text
}

/** FNV-1a: the same id gives the same key on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
