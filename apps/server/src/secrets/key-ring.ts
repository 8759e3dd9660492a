import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What is kept sealed: which key it was sealed with, and the sealed bytes. */
export interface Sealed {
  readonly keyId: string
  readonly bytes: Uint8Array
}

export interface SealingKey {
  readonly id: string
  /** 32 bytes. */
  readonly key: Uint8Array
}

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/**
 * Seals secrets that have to be read again, such as the tokens of social accounts: AES-256-GCM, bound
 * to where they lie, so that a row copied to another place does not open there. The first key seals;
 * all of them open, so that keys can be changed while the studio runs.
 */
export class KeyRing {
  readonly #keys: ReadonlyMap<string, Uint8Array>
  readonly #current: SealingKey

  constructor(keys: readonly SealingKey[]) {
    const [current] = keys
    if (current === undefined) throw new Error('A key ring needs a key.')
    this.#current = current
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]))
  }

  /** The key that seals now; what another one sealed is to be sealed anew. */
  get currentKeyId(): string {
    return this.#current.id
  }

  /** `place` is where it will lie: it opens nowhere else. */
  seal(value: unknown, place: string): Sealed {
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv(algorithm, this.#current.key, iv)
    cipher.setAAD(Buffer.from(place))
    const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
    const bytes = Buffer.concat([iv, cipher.getAuthTag(), sealed])
    return { keyId: this.#current.id, bytes: new Uint8Array(bytes) }
  }

  /** Throws a {@link SealError} when its key is missing, or it was changed or moved. */
  open(sealed: Sealed, place: string): unknown {
    const key = this.#keys.get(sealed.keyId)
    if (key === undefined) throw new SealError(`no key “${sealed.keyId}” is set`)
    try {
      const bytes = Buffer.from(sealed.bytes)
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes))
      decipher.setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      const opened = Buffer.concat([
        decipher.update(bytes.subarray(ivBytes + tagBytes)),
        decipher.final(),
      ])
      return JSON.parse(opened.toString('utf8'))
    } catch (error) {
      throw new SealError('it was changed, or sealed for another place', { cause: error })
    }
  }
}

/** What was sealed cannot be opened. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

/** A key of 32 bytes from a secret text, for the use that is named. */
export function keyFrom(secret: string, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'rheos', use, 32))
}
