import type { WritingRequest } from '../../text-model.ts'
import type { Phrases } from './phrases.ts'
import { german } from './phrases-de.ts'
import { english } from './phrases-en.ts'
import { spanish } from './phrases-es.ts'
import { french } from './phrases-fr.ts'

const languages: Readonly<Record<string, Phrases>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
}

/** The formulas in the language that is asked for; English where there are none yet. */
export function phrasesFor({ language, brand }: WritingRequest): Phrases {
  const [primary = ''] = (language ?? brand?.language ?? 'en').toLowerCase().split(/[-_]/)
  return languages[primary] ?? english
}
