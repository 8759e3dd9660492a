import { createHash } from 'node:crypto'

const alphabet = '234567abcdefghijklmnopqrstuvwxyz'

/**
 * A record key as Bluesky's own clients make them: an instant in microseconds and ten bits more, in an
 * alphabet that sorts by time. Within its second the id chooses, so that of many posts of one instant
 * hardly two ever get the same key: the later would take the place of the earlier.
 */
export function tidOf({ id, at }: { readonly id: string; readonly at: number }): string {
  const chosen = createHash('sha256').update(id).digest()
  const second = BigInt(Math.floor(at / 1000)) * 1_000_000n
  const micros = second + BigInt(chosen.readUInt32BE(0) % 1_000_000)
  let value = (micros << 10n) | BigInt(chosen.readUInt16BE(4) & 1023)
  let text = ''
  for (let place = 0; place < 13; place += 1) {
    text = `${alphabet[Number(value & 31n)]}${text}`
    value >>= 5n
  }
  return text
}
