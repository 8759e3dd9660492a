import type { BrandBrief } from '../../brand-brief.ts'
import { languageOf } from './language-of.ts'
import type { Phrases } from './phrases.ts'
import { german } from './phrases-de.ts'
import { english } from './phrases-en.ts'
import { spanish } from './phrases-es.ts'
import { french } from './phrases-fr.ts'

const known = [english, german, french, spanish] as const

interface Spoken {
  readonly language?: string | undefined
  readonly brand?: BrandBrief | undefined
  readonly direction: string
}

export interface Tongue {
  readonly phrases: Phrases
  /** The direction is in a language without formulas: what it says should not be mixed with them. */
  readonly isForeign: boolean
}

/**
 * The formulas in the language that is asked for, else in that of the direction, so that a text is
 * in one language, else in the brand's; English where there are none yet.
 */
export function tongueFor({ language, brand, direction }: Spoken): Tongue {
  if (language !== undefined) return { phrases: phrasesIn(language), isForeign: false }
  const said = languageOf(direction, known)
  return {
    phrases: phrasesIn(said === undefined || said === 'other' ? (brand?.language ?? 'en') : said),
    isForeign: said === 'other',
  }
}

/** Whether a fact of the brand can be quoted among these phrases. */
export function speaks(phrases: Phrases, fact: string, usual: string | undefined): boolean {
  const language = languageOf(fact, known) ?? usual?.toLowerCase().split(/[-_]/)[0]
  return language === undefined || language === phrases.language
}

function phrasesIn(language: string): Phrases {
  const [primary = ''] = language.toLowerCase().split(/[-_]/)
  return known.find((phrases) => phrases.language === primary) ?? english
}
