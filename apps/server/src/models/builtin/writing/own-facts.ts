import type { BrandBrief } from '../../brand-brief.ts'
import { ordersModels } from '../../orders.ts'
import { sentencesOf } from './sentences.ts'

const sendsAway = /https?:|www\.|\S@\S|[<>{}]/i

/** A brand without what a page says to models or sends people to: it would be quoted word for word. */
export function ownFacts(brand: BrandBrief): BrandBrief {
  const plain = (texts: readonly string[] | undefined) => texts?.filter(isPlain)
  const description = brand.description && sentencesOf(brand.description).filter(isPlain).join(' ')
  return {
    ...brand,
    description,
    themes: plain(brand.themes),
    audience: plain(brand.audience),
    tone: plain(brand.tone),
  }
}

function isPlain(text: string): boolean {
  return !ordersModels(text) && !sendsAway.test(text)
}
