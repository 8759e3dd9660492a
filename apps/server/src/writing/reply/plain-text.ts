import { htmlEntity } from './html-entity.ts'
import type { KnownLinks } from './links.ts'

/** What is taken off the front of what waits, and what becomes of it; nothing when more must come. */
interface Taken {
  readonly length: number
  readonly text: string
}

const tagMax = 2000
const wordMax = 2000
/** Bidirectional overrides, what has no width, and control characters: nothing a person types. */
const unseen =
  /[^\P{Cc}\n\t\r]|[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu
const lineEnds = /^(?:br|p|div|li|ul|ol|h[1-6]|tr|blockquote)$/i

/**
 * Makes plain text of what a model says while it comes: without HTML, Markdown, and addresses that
 * nobody gave. Only what cannot be judged yet waits: an open tag, half an address.
 */
export class PlainText {
  readonly #links: KnownLinks
  #waiting = ''
  #out = ''
  /** The last character that was let out or left out. */
  #before = '\n'
  /** The present word as far as it has been let out, or is about to be. */
  #word = ''
  #isEmphasised = false
  #skipUntil: string | undefined

  constructor(links: KnownLinks) {
    this.#links = links
  }

  /** What is sure after this much more. */
  push(delta: string): string {
    this.#waiting += seen(delta)
    return this.#drain(false)
  }

  /** The rest, when nothing more comes. */
  end(last = ''): string {
    this.#waiting += seen(last)
    return this.#drain(true)
  }

  #drain(isAll: boolean): string {
    while (this.#waiting !== '') {
      const taken = this.#take(this.#waiting, isAll)
      if (taken === undefined) break
      this.#waiting = this.#waiting.slice(taken.length)
      this.#out += taken.text
      this.#before = taken.text.at(-1) ?? this.#before
      this.#word = /\S*$/u.exec(this.#word + taken.text)?.[0] ?? ''
    }
    const sure = this.#out
    this.#out = ''
    return sure
  }

  #take(waiting: string, isAll: boolean): Taken | undefined {
    if (this.#skipUntil !== undefined) return this.#skip(waiting, this.#skipUntil, isAll)
    if (this.#before === '\n') {
      const begun = lineBeginning(waiting, isAll)
      if (begun === 'wait') return undefined
      if (begun !== undefined) return begun
    }
    switch (waiting[0]) {
      case '<':
        return this.#tag(waiting, isAll)
      case '&':
        return entity(waiting, isAll)
      case '[':
      case '!':
        return this.#link(waiting, isAll)
      case '*':
      case '_':
      case '`':
      case '~':
        return this.#emphasis(waiting, isAll)
      default:
        return this.#words(waiting, isAll)
    }
  }

  /** Within a script or a style nothing is text. */
  #skip(waiting: string, name: string, isAll: boolean): Taken | undefined {
    const end = new RegExp(`</${name}\\s*>`, 'i').exec(waiting)
    if (end !== null) {
      this.#skipUntil = undefined
      return { length: end.index + end[0].length, text: '' }
    }
    const kept = isAll ? 0 : 20
    return waiting.length > kept ? { length: waiting.length - kept, text: '' } : undefined
  }

  #tag(waiting: string, isAll: boolean): Taken | undefined {
    if (waiting.length === 1) return isAll ? { length: 1, text: '<' } : undefined
    if (!/^<(?:[a-z/?]|!)/i.test(waiting)) return { length: 1, text: '<' }
    const comment = waiting.startsWith('<!--')
    const end = comment ? waiting.indexOf('-->') : waiting.indexOf('>')
    if (end === -1) {
      if (!isAll && waiting.length < tagMax) return undefined
      return { length: isAll ? waiting.length : 1, text: '' }
    }
    if (comment) return { length: end + 3, text: '' }
    const inside = waiting.slice(1, end)
    if (/^(?:https?:|mailto:)/i.test(inside)) {
      return { length: end + 1, text: this.#links.keepIn(inside) }
    }
    const name = /^\/?\s*([a-z][a-z0-9-]*)/i.exec(inside)?.[1] ?? ''
    if (/^(?:script|style|iframe|svg|template)$/i.test(name) && !/^\/|\/$/.test(inside))
      this.#skipUntil = name
    return { length: end + 1, text: lineEnds.test(name) && this.#before !== '\n' ? '\n' : '' }
  }

  /** `[label](address)` becomes its label, and the address where somebody gave it. */
  #link(waiting: string, isAll: boolean): Taken | undefined {
    if (waiting === '!' && !isAll) return undefined
    const isPicture = waiting.startsWith('![')
    if (waiting[0] === '!' && !isPicture) return { length: 1, text: '!' }
    const whole = /^!?\[([^\]\n]{0,400})\]\(\s*([^)\s]{0,2000})[^)\n]{0,200}\)/.exec(waiting)
    if (whole !== null) {
      const [all, label = '', address = ''] = whole
      const kept = this.#links.keepIn(address)
      const text = kept === '' || kept === label ? this.#links.keepIn(label) : `${label} ${kept}`
      return { length: all.length, text: isPicture ? '' : text }
    }
    const isOpen = /^!?\[(?:[^\]\n]{0,400}|[^\]\n]{0,400}\](?:\([^)\n]{0,2200})?)$/.test(waiting)
    if (isOpen && !isAll) return undefined
    return { length: isPicture ? 2 : 1, text: isPicture ? '' : '[' }
  }

  #emphasis(waiting: string, isAll: boolean): Taken | undefined {
    const [run = ''] = /^(?:\*+|_+|`+|~+)/.exec(waiting) ?? []
    const next = waiting[run.length]
    if (next === undefined && !isAll) return undefined
    const [sign = ''] = run
    const isWithin = isWord(this.#before) && next !== undefined && isWord(next)
    if (sign === '`') return { length: run.length, text: '' }
    if (sign === '~') return { length: run.length, text: run.length === 2 ? '' : run }
    if (sign === '_' && (isWithin || this.#before === '@')) return { length: run.length, text: run }
    if (run.length > 3) return { length: run.length, text: run }
    if (run.length > 1) return { length: run.length, text: '' }
    const opens = /[\s([{"“„«¿¡]/.test(this.#before) && next !== undefined && /\S/.test(next)
    const closes = this.#isEmphasised && /\S/.test(this.#before)
    if (!opens && !closes) return { length: 1, text: run }
    this.#isEmphasised = opens && !closes
    return { length: 1, text: '' }
  }

  /** Plain words at once; a word with the signs of an address when it has ended. */
  #words(waiting: string, isAll: boolean): Taken | undefined {
    if (!isAll && /^[^\p{L}\p{N}]*(?:h(?:t(?:tp?s?)?)?|w{1,3})$/iu.test(this.#word + waiting))
      return undefined
    const [plain = ''] = /^(?:[^\s<&[!*_`~.:@/]+|\s+)/u.exec(waiting) ?? []
    const rest = waiting.slice(plain.length)
    if (plain !== '' && /^\s/u.test(plain)) return { length: lineWise(plain), text: lineOf(plain) }
    if (!/^[.:@/]/.test(rest))
      return { length: plain.length || 1, text: plain || waiting.slice(0, 1) }
    const [signs = ''] = /^[^\s<*`]*/u.exec(rest) ?? []
    const isWhole = isAll || signs.length < rest.length || signs.length > wordMax
    // The word itself is shown already, or can be: only its end is looked at.
    if (isWhole) return this.#judged(plain + signs)
    const isBare = plain !== '' && !/(?:https?|www|mailto)$/i.test(this.#word + plain)
    return isBare ? { length: plain.length, text: plain } : undefined
  }

  #judged(ending: string): Taken {
    const word = this.#word + ending
    // Half an address would make one of whatever comes behind it.
    const isHalf = /(?:https?:\/*|mailto:|www\.)$/i.test(word)
    const kept = isHalf ? '' : this.#links.keepIn(word)
    if (kept === word) return { length: ending.length, text: ending }
    if (!this.#out.endsWith(this.#word)) return { length: ending.length, text: '' }
    this.#out = this.#out.slice(0, this.#out.length - this.#word.length)
    this.#word = ''
    return { length: ending.length, text: kept }
  }
}

function seen(said: string): string {
  return said.replace(/\r\n?/g, '\n').replace(unseen, '')
}

/** The whole of a text at once. */
export function plainText(said: string, links: KnownLinks): string {
  return new PlainText(links).end(said)
}

function lineBeginning(waiting: string, isAll: boolean): Taken | 'wait' | undefined {
  const fence = /^[ \t]*(?:```|~~~)[^\n]{0,60}(?:\n|$)/.exec(waiting)
  if (fence !== null) {
    return isAll || fence[0].endsWith('\n') ? { length: fence[0].length, text: '' } : 'wait'
  }
  const rule = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})(?:\n|$)/.exec(
    waiting,
  )
  if (rule !== null) {
    return isAll || rule[0].endsWith('\n') ? { length: rule[0].length, text: '' } : 'wait'
  }
  if (
    !isAll &&
    /^[ \t]*(?:#{1,6}|>|[*+]|-[-\s]*|[*\s]+|[_\s]+|={1,}|`{1,3}|~{1,3})?[ \t]*$/.test(waiting)
  )
    return 'wait'
  const mark = /^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?)/.exec(waiting)
  if (mark !== null) return { length: mark[0].length, text: '' }
  const bullet = /^[ \t]*[*+][ \t]+/.exec(waiting)
  return bullet === null ? undefined : { length: bullet[0].length, text: '• ' }
}

function entity(waiting: string, isAll: boolean): Taken | undefined {
  const whole = /^&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/i.exec(waiting)
  if (whole === null) {
    return !isAll && /^&#?\w{0,8}$/.test(waiting) ? undefined : { length: 1, text: '&' }
  }
  const text = htmlEntity(whole[1] ?? '')
  return { length: whole[0].length, text: text ?? whole[0] }
}

/** White space up to and including its last line end, so that the next line is seen to begin. */
function lineWise(space: string): number {
  const end = space.lastIndexOf('\n')
  return end === -1 ? space.length : end + 1
}

function lineOf(space: string): string {
  const line = space.slice(0, lineWise(space))
  return line.includes('\n') ? '\n'.repeat(Math.min(2, line.split('\n').length - 1)) : line
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}
