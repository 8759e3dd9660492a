import { graphemeStarts } from '../counting/graphemes.ts'
import type { TextRoom } from '../limits/text-room.ts'
import { type TextBreak, textBreaks } from './text-breaks.ts'

/** A part ends after a paragraph or sentence where it is at least this full, else after a word. */
const partShare = 0.5

/**
 * Parts that each fit, for a thread. Words, links and emoji stay whole; only a word that does not
 * fit by itself is cut between characters. `numbered` writes `2/5` at the end of each part.
 */
export function splitText(
  text: string,
  room: TextRoom,
  { numbered = false }: { readonly numbered?: boolean } = {},
): readonly string[] {
  if (room.fits(text.trim())) return [text.trim()]
  if (!numbered) return parts(text, room, '')
  for (let digits = 1; ; digits += 1) {
    const widest = '9'.repeat(digits)
    const split = parts(text, room, mark(widest, widest))
    if (String(split.length).length <= digits) {
      return split.map((part, at) => part + mark(String(at + 1), String(split.length)))
    }
  }
}

function mark(part: string, of: string): string {
  return ` ${part}/${of}`
}

function parts(text: string, room: TextRoom, end: string): readonly string[] {
  const breaks = [...textBreaks(text), { at: text.length, after: 'paragraph' } as const]
  const found: string[] = []
  let next = 0
  for (let from = 0; text.slice(from).trim() !== ''; ) {
    while ((breaks[next]?.at ?? text.length) <= from) next += 1
    const to = endOfPart(text, from, breaks, next, room, end)
    const part = text.slice(from, to).trim()
    if (part !== '') found.push(part)
    from = to
  }
  return found
}

/** The last place up to which the part fits; before it, the end of a paragraph or a sentence. */
function endOfPart(
  text: string,
  from: number,
  breaks: readonly TextBreak[],
  next: number,
  room: TextRoom,
  end: string,
): number {
  const placeOf = (index: number) => breaks[index]?.at ?? text.length
  const part = (index: number) => text.slice(from, placeOf(index)).trim() + end
  const last = lastFitting(next, breaks.length, (index) => room.fits(part(index)))
  if (last < next) return cutWord(text, from, room, end)
  if (last === breaks.length - 1) return text.length
  for (const after of ['paragraph', 'sentence'] as const) {
    let index = last
    while (index >= next && breaks[index]?.after !== after) index -= 1
    if (index >= next && room.count(part(index)) >= room.max * partShare) return placeOf(index)
  }
  return placeOf(last)
}

/** By strides that double, and then by halves: a part is a few words of a long text. */
function lastFitting(first: number, length: number, fits: (index: number) => boolean): number {
  let low = first - 1
  let stride = 1
  while (low + stride < length && fits(low + stride)) {
    low += stride
    stride *= 2
  }
  let high = Math.min(low + stride, length)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

/** A single word that is too long: as many characters as fit, and at least one. */
function cutWord(text: string, from: number, room: TextRoom, end: string): number {
  const word = text.slice(from)
  let to = 0
  for (const start of graphemeStarts(word)) {
    if (start > 0 && !room.fits(word.slice(0, start).trim() + end)) break
    to = start
  }
  return from + (to > 0 ? to : firstCharacter(word))
}

function firstCharacter(word: string): number {
  const starts = graphemeStarts(word)
  starts.next()
  return starts.next().value ?? word.length
}
