import type { Block } from './page-blocks.ts'
import { pageKindOf } from './page-kind.ts'

/** Parts of a page that name people, prices or other pages. */
const others =
  /team|staff|chef|testimonial|review|client|customer|partner|contact|touch|newsletter|faq|question|news|latest|recent|related|comment|pricing|price|plans|stats|numbers|follow|share|location|hours|gallery|portfolio|project|event|kunden|über uns|kontakt|aktuell|neuigkeit|preise|équipe|avis|actualit|equipo|opiniones|noticias|团队|客户|联系|新闻|动态|评价|お客様|ニュース|チーム|فريق|آراء|אודות|לקוחות|צוות/i

const offers =
  /service|offer|feature|what we do|product|solution|speciali|menu|treatment|collection|categor|topics|leistung|angebot|produkt|sortiment|was wir|prestation|produit|savoir-faire|servicio|producto|servizi|prodotti|diensten|aanbod|tjänst|usług|ofert|služb|услуг|продук|产品|服务|业务|解决方案|サービス|事業|製品|서비스|제품|خدمات|منتجات|שירותים|מוצרים|خدمات/i

/** Whether a heading opens a part about people, opinions, news or contact. */
export function isOtherSection(heading: string): boolean {
  return others.test(heading)
}

/** Whether a heading opens the part about what is offered. */
export function isOfferSection(heading: string): boolean {
  return offers.test(heading) || pageKindOf(heading, '/') === 'product'
}

/** How often each heading stands on a page. */
export function headingCounts(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { kind, text } of blocks)
    if (kind === 'heading') counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
