import { graphemeStarts } from '../counting/graphemes.ts'
import type { TextRoom } from '../limits/text-room.ts'
import { type TextBreak, textBreaks } from './text-breaks.ts'

const ellipsis = '…'
/** A sentence is ended early rather than a word cut off, as long as most of the room is used. */
const sentenceShare = 0.7

/**
 * The text, shortened until it fits: after the last sentence where that uses most of the room, else
 * after the last word, with an ellipsis. Without any such place it is cut between characters.
 */
export function trimText(text: string, room: TextRoom): string {
  const whole = text.trimEnd()
  if (room.fits(whole)) return whole
  const breaks = textBreaks(whole)
  const sentence = lastThatFits(breaks.filter(isSentence), whole, '', room)
  if (sentence !== '' && room.count(sentence) >= room.max * sentenceShare) return sentence
  const words = lastThatFits(breaks, whole, ellipsis, room)
  return words === '' ? cutCharacters(whole, room) : words
}

function isSentence({ after }: TextBreak): boolean {
  return after !== 'word'
}

function lastThatFits(
  places: readonly Pick<TextBreak, 'at'>[],
  text: string,
  end: string,
  room: TextRoom,
): string {
  let fitting = ''
  let low = 0
  let high = places.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const cut = withoutLooseEnd(text.slice(0, places[middle]?.at ?? 0), end) + end
    if (room.fits(cut)) {
      fitting = cut
      low = middle + 1
    } else high = middle - 1
  }
  return fitting
}

/** `Hello, …` reads worse than `Hello…`. */
function withoutLooseEnd(text: string, end: string): string {
  const trimmed = text.trimEnd()
  return end === '' ? trimmed : trimmed.replace(/[\s,;:.–—-]+$/u, '')
}

function cutCharacters(text: string, room: TextRoom): string {
  const starts = [...graphemeStarts(text)].map((at) => ({ at }))
  return lastThatFits(starts, text, ellipsis, room)
}
