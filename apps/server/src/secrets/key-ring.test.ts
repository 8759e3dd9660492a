import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { KeyRing, keyFrom, SealError } from './key-ring.ts'

const a = { id: 'a', key: new Uint8Array(randomBytes(32)) }
const b = { id: 'b', key: new Uint8Array(randomBytes(32)) }
const secret = { token: 'very secret', expires: 12 }

describe('a key ring', () => {
  it('opens what it sealed, where it was sealed for', () => {
    const ring = new KeyRing([a])
    const sealed = ring.seal(secret, 'workspace/account')
    expect(ring.open(sealed, 'workspace/account')).toEqual(secret)
    expect(Buffer.from(sealed.bytes).toString('utf8')).not.toContain('very secret')
  })

  it('seals the same differently each time', () => {
    const ring = new KeyRing([a])
    expect(ring.seal(secret, 'x').bytes).not.toEqual(ring.seal(secret, 'x').bytes)
  })

  it('does not open what was moved, changed, or sealed by an unknown key', () => {
    const ring = new KeyRing([a])
    const sealed = ring.seal(secret, 'mine')
    expect(() => ring.open(sealed, 'another')).toThrow(SealError)
    const changed = new Uint8Array(sealed.bytes)
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    expect(() => ring.open({ ...sealed, bytes: changed }, 'mine')).toThrow(SealError)
    expect(() => new KeyRing([b]).open(sealed, 'mine')).toThrow(SealError)
    expect(() => ring.open({ keyId: 'a', bytes: new Uint8Array(3) }, 'mine')).toThrow(SealError)
  })

  it('seals with the first key and opens with each, so that keys can change', () => {
    const old = new KeyRing([a]).seal(secret, 'x')
    const ring = new KeyRing([b, a])
    expect(ring.open(old, 'x')).toEqual(secret)
    expect(ring.seal(secret, 'x').keyId).toBe('b')
    expect(new KeyRing([b]).open(ring.seal(secret, 'x'), 'x')).toEqual(secret)
  })
})

it('one secret gives another key for another use', () => {
  expect(keyFrom('a secret text', 'tokens')).toEqual(keyFrom('a secret text', 'tokens'))
  expect(keyFrom('a secret text', 'tokens')).not.toEqual(keyFrom('a secret text', 'media'))
})
