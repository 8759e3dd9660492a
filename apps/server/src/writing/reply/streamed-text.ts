import { type Finish, finishText } from './finish-text.ts'
import { mayBeOpening, opening } from './opening.ts'
import { PlainText } from './plain-text.ts'

/** More than any text of ours; a model that goes on is stopped. */
const replyMax = 60_000

/** A text while it comes: what may be shown of it, and at the end what is kept. */
export class StreamedText {
  readonly #finish: Finish
  readonly #plain: PlainText
  #reply = ''
  #begun = ''
  #hasBegun = false
  #shown = ''

  constructor(finish: Finish) {
    this.#finish = finish
    this.#plain = new PlainText(finish.links)
  }

  /** What may be shown after this much more. */
  push(delta: string): string {
    this.#reply += delta
    return this.#show(this.#plain.push(delta), false)
  }

  /** The rest that may be shown. */
  end(): string {
    return this.#show(this.#plain.end(), true)
  }

  /** Whether there is more than fits, so that nothing that comes now is kept. */
  get isFull(): boolean {
    const { max, length } = this.#finish.room
    return (
      this.#reply.length > replyMax || (this.#shown.length > max / 2 && length(this.#shown) > max)
    )
  }

  /** The text that is kept. */
  whole(isCutShort = false): string {
    return finishText(this.#reply, { ...this.#finish, isCutShort })
  }

  #show(sure: string, isAll: boolean): string {
    if (this.isFull) return ''
    if (this.#hasBegun) {
      this.#shown += sure
      return sure
    }
    this.#begun += sure
    if (this.#begun.trim() === '' || (!isAll && mayBeOpening(this.#begun))) return ''
    this.#hasBegun = true
    const first = opening(this.#begun).rest.trimStart()
    this.#shown = first
    return first
  }
}
