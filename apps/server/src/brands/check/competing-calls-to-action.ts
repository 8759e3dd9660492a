import type { BrandFinding } from '@rheos/contract'
import { type Checked, fixOf, quotedList, spanOf } from './checked.ts'

/** What readers are asked to do, by what they would do; one ask in other words is still one. */
const asks: Readonly<Record<string, RegExp>> = {
  buy: /^(?:buy|order|shop|grab yours|get yours|kauf\p{L}*|bestell\p{L}*|achet\p{L}*|command\p{L}*|compra\p{L}*|pide)(?!\p{L})/iu,
  book: /^(?:book|reserve|schedule|buch\p{L}*|reservier\p{L}*|réserv\p{L}*|reserv\p{L}*)(?!\p{L})/iu,
  signUp:
    /^(?:sign up|subscribe|register|join|enrol\p{L}*|apply|melde? dich an|abonnier\p{L}*|inscri\p{L}*|abonne\p{L}*|suscrib\p{L}*|regístr\p{L}*)(?!\p{L})/iu,
  download:
    /^(?:download|install|lade? .{0,20}herunter|télécharge\p{L}*|descarga\p{L}*)(?!\p{L})/iu,
  contact:
    /^(?:call|e-?mail|write to|contact|message|dm|ruf\p{L}*|schreib\p{L}*|appel\p{L}*|écri\p{L}*|contact\p{L}*|llama\p{L}*|escríb\p{L}*)(?!\p{L})/iu,
  visit:
    /^(?:visit|come by|stop by|drop in|besuch\p{L}*|komm\p{L}* vorbei|visite\p{L}*|pass(?:e|ez)|visita\p{L}*|ven)(?!\p{L})/iu,
  read: /^(?:read|learn more|find out|see more|click|tap|lies|mehr erfahren|klick\p{L}*|lis(?:ez)?|clique\p{L}*|lee|haz clic)(?!\p{L})/iu,
  share: /^(?:share|tag|repost|teil\p{L}*|markier\p{L}*|partage\p{L}*|comparte\p{L}*)(?!\p{L})/iu,
  follow: /^(?:follow|folg\p{L}*|suive\p{L}*|suis|sígue\p{L}*)(?!\p{L})/iu,
  comment:
    /^(?:comment|tell us|let us know|reply|kommentier\p{L}*|sag uns|comment(?:e|ez)|dites-nous|comenta\p{L}*|cuéntanos)(?!\p{L})/iu,
}
const opening =
  /^(?:(?:so|then|and|now|today|please|go|dann|bitte|alors|puis|entonces|por favor)[,]?\s+|(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[→•–-])+\s*)+/iu
const asksMax = 1

/** More than one thing is asked of the reader: most then do none. */
export function competingCallsToAction({ text, sentences }: Checked): BrandFinding[] {
  const found = sentences.flatMap((sentence) => {
    const words = sentence.text.replace(opening, '')
    const ask = Object.keys(asks).find((key) => asks[key]?.test(words))
    return ask === undefined || sentence.words > 25 ? [] : [{ ask, ...sentence }]
  })
  const kinds = [...new Set(found.map(({ ask }) => ask))]
  if (kinds.length <= asksMax) return []
  const [first] = found
  const others = found.filter(({ ask }) => ask !== first?.ask)
  const quotes = kinds.map((kind) => found.find(({ ask }) => ask === kind)?.text.slice(0, 50) ?? '')
  return [
    {
      code: 'competing_calls_to_action',
      severity: kinds.length > 2 ? 'medium' : 'low',
      message: `It asks for ${kinds.length} things: ${quotedList(quotes)}.`,
      why: 'One post, one thing to do',
      spans: found.map(({ start, end }) => spanOf(text, start, end)),
      fix: fixOf(
        'Keep only the first',
        others.map(({ start, end }) => ({ ...withSpace(text, start, end), replacement: '' })),
      ),
      rewrite: null,
      points: Math.min(15, 5 * (kinds.length - 1)),
    },
  ]
}

/** A sentence goes with the space before it. */
function withSpace(text: string, start: number, end: number): { start: number; end: number } {
  const before = /[^\S\n]*$/u.exec(text.slice(0, start))?.[0].length ?? 0
  return { start: start - before, end }
}
