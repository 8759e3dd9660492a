interface Room {
  readonly max: number
  readonly length: (text: string) => number
}

const sentenceEnd = /[.!?…。！？]["”»’)]?(?=\s|$)|\n/gu
/** How much of the room a text should fill before it may end at a sentence. */
const shareMin = 0.4

/** No longer than there is room for: ended after a sentence where one ends late enough, else between words. */
export function fitLength(text: string, room: Room): string {
  const whole = text.trim()
  if (room.length(whole) <= room.max) return whole
  const kept = longestThatFits(whole, room)
  const end = lastSentenceEnd(kept)
  if (end > kept.length * shareMin) return kept.slice(0, end).trim()
  return betweenWords(kept, room)
}

/** A text that broke off in the middle: without its last, unfinished sentence, where one is left. */
export function withoutUnfinished(text: string): string {
  const whole = text.trim()
  const end = lastSentenceEnd(whole)
  return end > 0 ? whole.slice(0, end).trim() : whole
}

function lastSentenceEnd(text: string): number {
  let end = 0
  for (const found of text.matchAll(sentenceEnd)) end = found.index + found[0].length
  return end
}

/** By halves, since a network may count a character as two. Never within a character. */
function longestThatFits(text: string, { max, length }: Room): string {
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
  let fits = 0
  let over = characters.length
  while (over - fits > 1) {
    const half = Math.floor((fits + over) / 2)
    const end = characters[half]?.index ?? text.length
    if (length(text.slice(0, end)) <= max) fits = half
    else over = half
  }
  return text.slice(0, characters[fits]?.index ?? text.length)
}

function betweenWords(text: string, { max, length }: Room): string {
  let kept = text
  while (length(`${kept}…`) > max && kept !== '') kept = [...kept].slice(0, -1).join('')
  const space = kept.search(/\s+\S*$/u)
  const words = space > kept.length / 3 ? kept.slice(0, space) : kept
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`
}
