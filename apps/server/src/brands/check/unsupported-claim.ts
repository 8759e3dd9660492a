import type { BrandFinding } from '@rheos/contract'
import { type Checked, quotedList, spansOf } from './checked.ts'
import { wordPattern } from './words.ts'

const claims = wordPattern([
  ...'best|the greatest|number one|no. 1|world-class|world class|unbeatable|unmatched|unrivalled|perfect|flawless|the cheapest|lowest prices|fastest|market-leading|market leader|industry-leading|industry leader|leading provider|revolutionary|game-changing|game changer|ultimate|once in a lifetime|guaranteed|we guarantee|guarantee|money-back|risk-free|risk free|100% safe|proven|clinically proven|scientifically proven|cures|instant results|always works|never fails|the only'.split(
    '|',
  ),
  ...'beste|besten|bester|bestes|marktführer|weltklasse|unschlagbar|einzigartig|perfekt|revolutionär|garantiert|garantieren|risikofrei|bewiesen|klinisch getestet|nummer eins|günstigste'.split(
    '|',
  ),
  ...'le meilleur|la meilleure|les meilleurs|leader du marché|imbattable|parfait|parfaite|révolutionnaire|garanti|garantie|sans risque|prouvé|numéro un|le moins cher'.split(
    '|',
  ),
  ...'el mejor|la mejor|los mejores|líder del mercado|inmejorable|insuperable|perfecto|perfecta|revolucionario|garantizado|sin riesgo|comprobado|número uno|el más barato'.split(
    '|',
  ),
])
const numberOne =
  /(?<![\p{L}\p{N}])#1(?!\d)|(?<![\p{L}\p{N}])100\s?%\s+(?:safe|effective|success|sicher|sûr|seguro)\p{L}*/giu
/** The same words where they claim nothing. */
const harmless =
  /\b(best (?:wishes|regards|of luck|friends?|before|man)|(?:do|did|doing|try|trying) (?:our|my|your|their) best|at best|best to \w+|practice makes perfect|perfect(?:ly)? (?:timing|fine)|besten dank|beste grüße)\b/giu

/** Superlatives and promises that nothing in the text or the brand bears out. */
export function unsupportedClaim({ text, brand, sentences }: Checked): BrandFinding[] {
  const allowed = spansOf(text, harmless)
  const own = `${brand.description}\n${brand.name}`.toLowerCase()
  const spans = [...spansOf(text, claims), ...spansOf(text, numberOne)]
    .filter(({ start, end }) => !allowed.some((span) => span.start < end && start < span.end))
    .filter(({ quote }) => !own.includes(quote.toLowerCase()))
    .filter(
      ({ start }) => !isBorneOut(sentences.find((one) => one.start <= start && start < one.end)),
    )
    .sort((one, other) => one.start - other.start)
  if (spans.length === 0) return []
  const quotes = [...new Set(spans.map(({ quote }) => quote))]
  return [
    {
      code: 'unsupported_claim',
      severity: 'medium',
      message: `${quotedList(quotes)} ${quotes.length === 1 ? 'claims' : 'claim'} more than is shown.`,
      why: 'Nothing in the text or the brand’s description bears it out',
      spans,
      fix: null,
      rewrite: `Instead of ${quotedList(quotes)}, say what shows it: a figure, an example or who says so. Invent nothing.`,
      points: Math.min(24, 8 * spans.length),
    },
  ]
}

/** A figure or a source in the same sentence bears a claim out. */
function isBorneOut(sentence: { readonly text: string } | undefined): boolean {
  return (
    sentence !== undefined &&
    /\baccording to\b|\baward\p{L}*|\brated\b|\bvoted\b|\blaut\b|\bselon\b|\bsegún\b/iu.test(
      sentence.text,
    )
  )
}
