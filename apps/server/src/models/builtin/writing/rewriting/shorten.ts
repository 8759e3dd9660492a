import { sentencesOf, shortened } from '../sentences.ts'

interface Room {
  readonly max: number
  readonly length: (text: string) => number
}

const fillers: Readonly<Record<string, RegExp>> = {
  en: /\b(?:really|very|quite|rather|just|actually|basically|simply|literally|honestly|truly|certainly|definitely|of course|in order(?= to)|at the end of the day|needless to say|as a matter of fact|the fact that|it is worth noting that|please note that|kind of|sort of)\b,?\s*/giu,
  de: /(?<!\p{L})(?:wirklich|eigentlich|ziemlich|einfach|sozusagen|quasi|grundsätzlich|natürlich|selbstverständlich|im Grunde(?: genommen)?|an und für sich|übrigens|halt|eben)(?!\p{L}),?\s*/giu,
  fr: /(?<!\p{L})(?:vraiment|tout à fait|plutôt|simplement|bien sûr|en fait|en réalité|il est à noter que|évidemment|littéralement|tout simplement)(?!\p{L}),?\s*/giu,
  es: /(?<!\p{L})(?:realmente|muy|bastante|simplemente|básicamente|por supuesto|en realidad|de hecho|literalmente|claro que|cabe destacar que)(?!\p{L}),?\s*/giu,
}

/** Without words that carry nothing. */
export function withoutFillers(text: string, language: string): string {
  const filler = fillers[language]
  if (filler === undefined) return text
  const bare = text.replace(filler, '').replace(/ +([.,;:!?…])/gu, '$1')
  return capitalised(bare)
}

/** About as long as a share of it: fillers go first, then the sentences that say least. */
export function shortenBy(text: string, share: number, language: string): string {
  const max = Math.max(1, Math.round(text.length * share))
  return shortenTo(withoutFillers(text, language), { max, length: (part) => part.length })
}

/**
 * No longer than there is room for: the weakest sentences are left out while there are others, and
 * what is still too long ends between words. The first sentence and what holds a link or a figure stay
 * longest.
 */
export function shortenTo(text: string, room: Room): string {
  let lines = text.split('\n').map((line) => [...sentencesOf(line)])
  const joined = () =>
    lines
      .map((line) => line.join(' '))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  while (room.length(joined()) > room.max) {
    const weakest = weakestOf(lines)
    if (weakest === undefined) break
    lines = lines.map((line, row) =>
      line.filter((_, at) => row !== weakest.row || at !== weakest.at),
    )
  }
  const left = joined()
  return room.length(left) <= room.max ? left : cut(left, room)
}

function weakestOf(lines: readonly (readonly string[])[]) {
  const all = lines.flatMap((line, row) =>
    line.flatMap((said, at) => (said.trim() === '' ? [] : [{ row, at, said }])),
  )
  // The first sentence is what the text is about: it goes last.
  return all
    .slice(1)
    .reduce<(typeof all)[number] | undefined>(
      (least, one) => (least === undefined || weight(one.said) <= weight(least.said) ? one : least),
      undefined,
    )
}

/** How much would be lost with a sentence. A question and a link are what the rest leads to. */
function weight(said: string): number {
  const facts = said.match(/\d|https?:|www\.|[“"«„]/g)?.length ?? 0
  const names = said.match(/(?<=\S\s)\p{Lu}/gu)?.length ?? 0
  return facts * 30 + names * 4 + (/[?？]\s*$/u.test(said) ? 12 : 0) + Math.min(40, said.length / 4)
}

function cut(text: string, { max, length }: Room): string {
  let letters = [...text].length
  let kept = text
  while (length(kept) > max && letters > 1) {
    letters -= Math.max(1, Math.floor((length(kept) - max) / 2))
    kept = shortened(text, Math.max(1, letters))
  }
  return kept
}

function capitalised(text: string): string {
  return text.replace(
    /(^|[.!?…]\s+|\n)(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase(),
  )
}
