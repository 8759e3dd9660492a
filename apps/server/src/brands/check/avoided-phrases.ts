import type { CheckedBrand } from './checked.ts'

/** A word or phrase that the brand does not use, with the line that says so. */
export interface AvoidedPhrase {
  readonly phrase: string
  /** Empty where there is nothing to say instead. */
  readonly instead: string
  readonly why: string
}

const wordsMax = 5
const quoted = /[“"„«]([^“”"„«»]{1,60})[”"“»]|(?<!\p{L})[‘']([^‘’']{1,60})[’'](?!\p{L})/gu
const dontHeading =
  /^(what )?(we )?(don[’']?ts?|do not|never|avoid(ed)?|banned|words to avoid|nicht|vermeiden|tabu|was wir nicht|à éviter|ne pas|évite|no decir|evitar|prohibid)/iu
const neverSay =
  /^(?:we\s+)?(?:don[’']?t|do not|never|avoid|banned(?: words)?|words to avoid|not|nicht sagen|sag(?:en)? nie|vermeiden|ne pas dire|éviter|à éviter|no decir|evitar)(?:\s+(?:say|saying|use|using|write|call(?: \w+)?|the words?|words? like|words?))*\s*[:：]\s*(.+)$/iu
const instead =
  /(?:say|use|write|prefer|sag(?:e|en)?|dire|decir|di)\s+(.+?)\s*,?\s+(?:instead of|rather than|not|statt|anstatt|au lieu de|en (?:vez|lugar) de)\s+(.+)$/iu
const arrow = /^(.+?)\s*(?:→|->|=>)\s*(.+)$/u

/** The words that a brand's list and its identity document say are not used. */
export function avoidedPhrases(brand: CheckedBrand): AvoidedPhrase[] {
  const listed = brand.avoidedWords.map(({ word, instead }) => ({
    phrase: word,
    instead,
    why:
      instead === '' ? `Words to avoid: “${word}”` : `Words to avoid: “${word}”, say “${instead}”`,
  }))
  const seen = new Set<string>()
  return [...listed, ...inDocument(brand.identity)].filter(({ phrase }) => {
    const key = phrase.toLowerCase()
    return !seen.has(key) && seen.add(key)
  })
}

function inDocument(identity: string): AvoidedPhrase[] {
  let isDont = false
  return identity.split('\n').flatMap((raw) => {
    const heading = /^\s{0,3}#{1,6}\s+(.*)$/.exec(raw)
    if (heading !== null) {
      isDont = dontHeading.test((heading[1] ?? '').trim())
      return []
    }
    const line = raw
      .replace(/^\s*(?:[-*+>]|\d+[.)])\s+/, '')
      .replace(/\*\*|__|`/g, '')
      .trim()
    return phrasesOf(line, isDont).map((found) => ({
      ...found,
      why: `Identity: “${line.slice(0, 160)}”`,
    }))
  })
}

function phrasesOf(line: string, isDont: boolean): Omit<AvoidedPhrase, 'why'>[] {
  const swap = instead.exec(line)
  if (swap !== null) return swapped(swap[2] ?? '', swap[1] ?? '')
  const said = neverSay.exec(line)?.[1] ?? (isDont ? /[:：]\s*(.+)$/u.exec(line)?.[1] : undefined)
  const arrowed = isDont || said !== undefined ? arrow.exec(said ?? line) : null
  if (arrowed !== null) return swapped(arrowed[1] ?? '', arrowed[2] ?? '')
  const quotes = quotesIn(said ?? (isDont ? line : ''))
  const others = listIn((said ?? '').replace(quoted, ','))
  return [...quotes, ...others].map((phrase) => ({ phrase, instead: '' }))
}

function swapped(avoided: string, wanted: string): Omit<AvoidedPhrase, 'why'>[] {
  const [word] = quotesIn(avoided).concat(listIn(avoided))
  const [say] = quotesIn(wanted).concat(listIn(wanted))
  return word === undefined || say === undefined ? [] : [{ phrase: word, instead: say }]
}

function quotesIn(text: string): string[] {
  return [...text.matchAll(quoted)]
    .map(([, double, single]) => (double ?? single ?? '').trim())
    .filter((phrase) => phrase !== '')
}

/** What stands between commas, where each is a word or two and no sentence. */
function listIn(text: string): string[] {
  const items = text
    .replace(/[.。]\s*$/u, '')
    .split(/[,;，、]|\s+(?:or|and|oder|und|ou|et|o|y)\s+/u)
    .map((item) => item.trim())
  return items.filter(
    (item) => item !== '' && item.split(/\s+/).length <= wordsMax && item.length <= 60,
  )
}
