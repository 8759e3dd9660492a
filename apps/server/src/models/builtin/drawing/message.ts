import { dangling } from '../../../typesetting/break-lines.ts'

/** What a picture says: a line that is read at a glance, and perhaps one under it. */
export interface Message {
  readonly headline: string
  readonly support: string | undefined
}

const headlineWordsMax = 9
const headlineMax = 62
const supportMax = 130

const emoji =
  /(?![©®™#*0-9])(\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d}|\u{20e3})/gu

/** A prompt without what no typeface here has. */
export function withoutEmoji(prompt: string): string {
  return prompt.normalize('NFC').replace(emoji, ' ').replace(/\s+/g, ' ').trim()
}

const quotation =
  /"([^"]{2,120})"|“([^”]{2,120})”|„([^“”]{2,120})[“”]|«\s?([^»]{2,120}?)\s?»|(?<=^|\s)['‘]([^'’]{2,120})['’](?=$|[\s.,!?])/gu

const leadIn = [
  /^(please|bitte|por favor|s’il vous plaît)[,\s]+/i,
  /^(can you|could you|i want|i need|i would like|i'd like|we need|we want)\s+(to\s+)?/i,
  /^(create|make|draw|generate|design|show|show me|give me|paint|render|erstelle|zeige|zeichne|crée|créez|dessine|crea|dibuja|muestra)\s+(me\s+|us\s+|mir\s+|uns\s+)?/i,
  /^(an?|the|some|one|ein|eine|einen|das|une?|una?)?\s*([\p{L}-]+\s){0,2}(images?|pictures?|photos?|photographs?|posters?|graphics?|illustrations?|banners?|visuals?|drawings?|renders?|shots?|posts?|bild|foto|plakat|grafik|affiche|imagen|cartel)\s+(of|for|about|with|showing|that (?:says|shows|reads):?|saying|reading|announcing|to announce|promoting|von|für|über|mit|zu|de|d’|du|des|pour|sobre|para|con)\s+/iu,
  /^(?:an?|the|one)?\s*(?:[\p{L}-]+,?\s){0,6}?(?:close-?ups?|photos?|photographs?|photography|portraits?|renderings?|paintings?|watercolou?rs?|sketch(?:es)?|illustrations?)(?: (?:shot|view|photo|picture|image))?\s+of\s+/iu,
  /^(?:ein|eine)?\s*(?:[\p{L}-]+,?\s){0,3}?(?:nahaufnahme|aufnahme|fotografie|illustration|gemälde)\s+(?:von|eines|einer)\s+/iu,
] as const

const styleWord =
  /^(in (an? )?)?([\p{L}-]+ ){0,2}(minimal(ist(ic)?)?|flat|shot (on|with) .*|\d+ ?mm( film| lens)?|f\/\d.*|[\p{L} ]*colou?r palette|golden hour|no people|masterpiece|award[- ]winning|vector|isometric|4k|8k|hd|uhd|high[- ]quality|high[- ]resolution|ultra[- ]?detailed|highly detailed|photo-?realis(tic|m)|realistic|hyper-?realistic|cinematic|bokeh|studio light(ing)?|trending on .*|art ?station|depth of field|no text|without text|no logo|modern design|clean design|professional|style|aesthetic|background|lighting|aspect ratio|--\w+.*|16:9|4:5|1:1)( (style|design|look|lighting|background|image|photo|quality))?$/iu

const breakWords =
  /^(along|through|across|into|onto|beneath|behind|beyond|between|against|around|towards?|inside|outside|above|below|among|without|durch|zwischen|hinter|über|unter|sous|près|entre|bajo|junto|with|for|in|on|at|by|from|and|while|during|before|after|that|which|where|when|because|under|over|near|beside|next|mit|für|im|in|auf|bei|aus|und|vor|nach|wenn|weil|neben|avec|pour|dans|sur|chez|et|quand|con|para|en|sobre|y|cuando|--|–|—|-)$/i

/** How a picture is to be made, as prompts for painters say it: no part of what a drawing says. */
const directions = [
  /(?<=^|[.!?…]\s)(composition|light|lighting|style|mood|palette|colou?rs?|camera|framing|background)\s*:\s[^.!?…]*[.!?…]?/giu,
  /(?<=^|[.!?…,]\s)no (words|text|letters|letterings?|logos?|watermarks?)(,?\s(and\s|or\s)?(no\s)?(words|text|letters|letterings?|logos?|watermarks?))*[.!]?(?=\s|$)/giu,
] as const

function withoutDirections(text: string): string {
  const without = (rest: string, pattern: RegExp) =>
    rest.replace(pattern, ' ').replace(/\s+/g, ' ').trim()
  const said = directions.reduce(without, text)
  return said === '' ? text : said
}

/** Reads the message out of a prompt: what is quoted is meant literally, else its first thought leads. */
export function messageIn(prompt: string): Message {
  const text = withoutDirections(withoutEmoji(prompt))
  const [first, second] = quotesIn(text)
  if (first !== undefined) {
    const { headline, rest } = cutHeadline(first)
    return { headline: finished(headline), support: supportFrom([...rest, second ?? '']) }
  }
  const [lead = '', ...others] = thoughts(withoutLeadIn(text))
  const { headline, rest } = cutHeadline(lead)
  return { headline: finished(headline), support: supportFrom([...rest, ...others]) }
}

function quotesIn(text: string): readonly string[] {
  return [...text.matchAll(quotation)].map((match) => (match.slice(1).find(Boolean) ?? '').trim())
}

function withoutLeadIn(text: string): string {
  const stripped = leadIn.reduce((left, pattern) => left.replace(pattern, ''), text).trim()
  return stripped === '' ? text : stripped
}

/** The parts of a prompt that say something, without those that only say how it should look. */
function thoughts(text: string): readonly string[] {
  const parts = text
    .split(/(?<=[.!?…])\s+|\s*[;\n]\s*|,\s+/)
    .map((part) => part.trim().replace(/[.;,]+$/, ''))
    .filter((part) => part !== '')
  const meant = parts.filter((part) => !styleWord.test(part))
  return meant.length > 0 ? meant : parts
}

function cutHeadline(text: string): {
  readonly headline: string
  readonly rest: readonly string[]
} {
  const words = text.split(' ')
  if (words.length <= headlineWordsMax && text.length <= headlineMax)
    return { headline: text, rest: [] }
  const colon = text.search(/(:|\s[–—-])\s/)
  if (colon > 8 && colon <= headlineMax) {
    const rest = text.slice(colon).replace(/^(:|\s[–—-])\s+/, '')
    return { headline: text.slice(0, colon), rest: [rest] }
  }
  const cut = cutAt(words)
  return { headline: words.slice(0, cut).join(' '), rest: [words.slice(cut).join(' ')] }
}

/** The last place before the limit where a reader would pause. */
function cutAt(words: readonly string[]): number {
  const fits = (count: number) => words.slice(0, count).join(' ').length <= headlineMax
  let limit = Math.min(headlineWordsMax, words.length)
  while (limit > 1 && !fits(limit)) limit -= 1
  for (let at = limit; at >= 3; at -= 1) if (breakWords.test(words[at] ?? '')) return at
  while (limit > 1 && dangling.test(words[limit - 1] ?? '')) limit -= 1
  return limit
}

function supportFrom(parts: readonly string[]): string | undefined {
  const line = parts
    .filter((part) => part !== '')
    .join(', ')
    .replace(/^[–—:,-]\s*/, '')
  if (line === '') return undefined
  if (line.length <= supportMax) return capitalised(line)
  const cut = line.slice(0, supportMax)
  const pause = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('. '))
  const end = pause > supportMax * 0.4 ? pause : cut.lastIndexOf(' ')
  const kept = end > 0 ? cut.slice(0, end) : cut
  return capitalised(pause > supportMax * 0.4 ? kept : `${kept}…`)
}

function finished(headline: string): string {
  return capitalised(headline.trim().replace(/[.,;:]+$/, ''))
}

function capitalised(text: string): string {
  const [first = '', ...rest] = [...text]
  return first.toLocaleUpperCase() + rest.join('')
}
