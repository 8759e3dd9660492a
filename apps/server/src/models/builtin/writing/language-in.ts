import { languageOf } from './language-of.ts'
import type { Phrases } from './phrases.ts'
import { german } from './phrases-de.ts'
import { english } from './phrases-en.ts'
import { spanish } from './phrases-es.ts'
import { french } from './phrases-fr.ts'

const known = [english, german, french, spanish] as const

/** The phrases in the language of a text; nothing where the text is surely in none of them. */
export function phrasesOfText(text: string, usual: string | undefined): Phrases | undefined {
  const said = languageOf(text, known)
  if (said === 'other') return undefined
  const language = said ?? usual?.toLowerCase().split(/[-_]/)[0] ?? 'en'
  return known.find((phrases) => phrases.language === language) ?? english
}
