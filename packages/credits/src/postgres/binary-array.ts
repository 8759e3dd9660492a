/**
 * Arrays as PostgreSQL sends and receives them in binary (`array_send`, `array_recv`): number of
 * dimensions, whether there are nulls, the type of the elements; of the one dimension its length and
 * where it begins; then each element behind its length in bytes. As text an array would be read
 * character by character, at several times the cost.
 *
 * None of them has a value: an empty array, which stands for a column of nulls.
 */

/** Numbers of types in PostgreSQL's catalogue, the same in every version. */
const BIGINT = 20
const TEXT = 25
const JSONB = 3802
const JSONB_VERSION = 1

const HEADER_BYTES = 20
const NULL_LENGTH = -1
/** Of one character (a UTF-16 unit), at most. */
const UTF8_BYTES_MAX = 3
const WORD = 2 ** 32

/** Of the platform. */
declare class TextEncoder {
  encodeInto(text: string, into: Uint8Array): { readonly written: number }
}

const encoder = new TextEncoder()

export function bigintArray(values: readonly (number | undefined)[]): Uint8Array {
  if (areNulls(values)) return emptyArray(BIGINT)
  const array = beginArray(BIGINT, values.length, 8 * values.length)
  for (const value of values) {
    if (value === undefined) array.null()
    else array.bigint(value)
  }
  return array.bytes()
}

export function textArray(values: readonly (string | undefined)[]): Uint8Array {
  return stringArray(TEXT, values)
}

/** Each is JSON already. */
export function jsonbArray(values: readonly (string | undefined)[]): Uint8Array {
  return stringArray(JSONB, values)
}

function stringArray(type: number, values: readonly (string | undefined)[]): Uint8Array {
  if (areNulls(values)) return emptyArray(type)
  let bytesMax = 0
  for (const value of values) bytesMax += 1 + UTF8_BYTES_MAX * (value?.length ?? 0)
  const array = beginArray(type, values.length, bytesMax)
  for (const value of values) {
    if (value === undefined) array.null()
    else array.string(value, type === JSONB)
  }
  return array.bytes()
}

function areNulls(values: readonly unknown[]): boolean {
  return values.every((value) => value === undefined)
}

function emptyArray(type: number): Uint8Array {
  const bytes = new Uint8Array(12)
  new DataView(bytes.buffer).setInt32(8, type)
  return bytes
}

function beginArray(type: number, length: number, elementBytesMax: number): ArrayWriter {
  return new ArrayWriter(type, length, HEADER_BYTES + 4 * length + elementBytesMax)
}

class ArrayWriter {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(type: number, length: number, bytesMax: number) {
    this.#bytes = new Uint8Array(bytesMax)
    this.#view = new DataView(this.#bytes.buffer)
    const [dimensions, mayHaveNulls, begin] = [1, 1, 1]
    for (const word of [dimensions, mayHaveNulls, type, length, begin]) this.#int32(word)
  }

  null(): void {
    this.#int32(NULL_LENGTH)
  }

  bigint(value: number): void {
    this.#int32(8)
    this.#int32(Math.floor(value / WORD))
    // Its lower 32 bits, whatever its sign.
    this.#int32(value | 0)
  }

  string(text: string, isJsonb: boolean): void {
    const lengthAt = this.#at
    this.#at += 4
    if (isJsonb) {
      this.#bytes[this.#at] = JSONB_VERSION
      this.#at += 1
    }
    this.#at +=
      this.#ascii(text) ?? encoder.encodeInto(text, this.#bytes.subarray(this.#at)).written
    this.#view.setInt32(lengthAt, this.#at - lengthAt - 4)
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#at)
  }

  /** Most texts are ids, and short: the encoder would cost more than they do. */
  #ascii(text: string): number | undefined {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index)
      if (code > 127) return undefined
      this.#bytes[this.#at + index] = code
    }
    return text.length
  }

  #int32(value: number): void {
    this.#view.setInt32(this.#at, value)
    this.#at += 4
  }
}
