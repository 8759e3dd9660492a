import type { WritingRequest } from '../../text-model.ts'
import { fill } from './fill.ts'
import type { Phrases } from './phrases.ts'

/** What it is about: words that fit into a sentence, and what was said at length. */
export interface Topic {
  readonly phrase: string
  /** Nobody said what it is about. */
  readonly isOpen: boolean
  /** The direction itself where it is a statement of its own. */
  readonly statement?: string
}

const phraseWordsMax = 8

const leadIn = [
  /^(please|bitte|por favor|s’il vous plaît|s'il vous plaît)[,\s]+/i,
  /^(write|draft|create|make|do|post|schreib|schreibe|schreibt|verfasse|écris|écrivez|rédige|escribe|crea|redacta)\s+/i,
  /^(us|me|uns|mir|nous|moi)\s+/i,
  /^(an?|the|some|something|ein|einen|etwas|une?|quelque chose|una?|algo)\s*((short|long|funny|nice|kurzen|lustigen)\s+)*(post|caption|text|story|tweet|thread|article|beitrag|publication|légende|publicación|texto)?\s*(about|on|for|that announces|announcing|über|zu|für|zum|sur|pour|sobre|para|de)\s+/i,
  /^(announce|announcing|introduce|introducing|promote|promoting|present|presenting|celebrate|celebrating|share|explain|tell (people|them|everyone|customers) about|talk about|kündige|stelle|erkläre|annonce|présente|explique|anuncia|presenta|explica)\s+/i,
  /^(about|über|sur|sobre)\s+/i,
] as const

/** English words that lose their capital inside a sentence; names and German nouns must not. */
const commonOpener =
  /^(A|An|The|Our|My|Your|Their|New|How|Why|What|When|Where|Some|Every|This|That|These|Those|All|More|Less|Better|Good|Great|Free|Small|Big|First|Last|Next|Summer|Winter|Spring|Autumn|Opening|Fresh|Local|Weekly|Monthly|Daily)(?=\s)/

export function topicOf(
  request: WritingRequest,
  phrases: Phrases,
  theme: string | undefined,
): Topic {
  const direction = tidy(request.direction)
  const stripped = tidy(leadIn.reduce((left, pattern) => left.replace(pattern, ''), direction))
  const words = stripped.split(' ')
  if (stripped !== '' && words.length <= phraseWordsMax && !/[.!?…:;]/.test(stripped))
    return { phrase: stripped.replace(commonOpener, (word) => word.toLowerCase()), isOpen: false }
  const given =
    ideaTopic(request) ?? (theme === undefined ? undefined : withinSentence(theme, phrases))
  const topic = { phrase: given ?? nothingSaid(request, phrases), isOpen: given === undefined }
  return stripped === '' ? topic : { ...topic, statement: sentence(direction) }
}

/** A theme is written like a title; in a sentence only German keeps its capitals. */
function withinSentence(theme: string, { capitalNouns }: Phrases): string {
  const [first = '', ...rest] = theme.split(' ')
  const isTitle = rest.length > 0 && rest.every((word) => word === word.toLowerCase())
  return isTitle && !capitalNouns && !/\p{Lu}.*\p{Lu}/u.test(first)
    ? theme[0]?.toLowerCase() + theme.slice(1)
    : theme
}

function ideaTopic(request: WritingRequest): string | undefined {
  if (request.kind === 'ideas') return undefined
  return request.idea?.title.split(' – ')[0]?.trim() || undefined
}

function nothingSaid({ brand }: WritingRequest, phrases: Phrases): string {
  return brand ? fill(phrases.nothingSaid, { brand: brand.name }) : phrases.nothingKnown
}

export function sentence(text: string): string {
  const [first = '', ...rest] = [...text]
  const capital = first.toLocaleUpperCase() + rest.join('')
  return /[.!?…]["”»]?$/.test(capital) ? capital : `${capital}.`
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:]+$/, '')
}
