import type { Candidate, Evidence } from '../finding.ts'
import { isNode, isOrganization, type JsonNode, textOf, typesOf } from '../site/json-ld.ts'
import { metas, type Page } from '../site/page.ts'
import { isSameSite } from '../site/page-address.ts'
import { isMenuWord } from '../site/page-kind.ts'
import { headingCounts, isOfferSection, isOtherSection } from '../site/page-sections.ts'
import type { Site } from '../site/site.ts'
import { cleanName, nameKey } from './clean-name.ts'
import { isUsable } from './placeholder-text.ts'
import { evidence, joinScores } from './text-evidence.ts'

const maxThemes = 8
const minScore = 0.4

interface ThemeHint {
  readonly text: string
  readonly weight: number
  readonly evidence: Evidence
}

/** What the brand speaks about: what it offers, how it sorts its articles, what it names itself. */
export function findThemes(
  site: Site,
  name: string | undefined,
): Candidate<readonly string[]> | undefined {
  const own = name === undefined ? '' : nameKey(name)
  const groups = new Map<string, ThemeHint[]>()
  for (const hint of [...declared(site), ...offered(site), ...linked(site), ...embedded(site)]) {
    const text = asTheme(hint.text)
    const key = nameKey(text)
    if (!isThemeLike(text) || key === own) continue
    groups.set(key, [...(groups.get(key) ?? []), { ...hint, text }])
  }
  const themes = [...groups.values()]
    .map((hints) => ({ hints, score: joinScores([...strongest(hints).values()]) }))
    .filter(({ score }) => score >= minScore)
    .sort((one, other) => other.score - one.score)
    .slice(0, maxThemes)
  if (themes.length === 0) return undefined
  return {
    value: themes.map(({ hints }) => hints[0]?.text ?? ''),
    score: Math.min(0.9, joinScores(themes.map(({ score }) => score * 0.45))),
    evidence: themes.map(({ hints }) => hints[0]?.evidence).filter((entry) => entry !== undefined),
  }
}

function strongest(hints: readonly ThemeHint[]): Map<string, number> {
  const bySource = new Map<string, number>()
  for (const {
    evidence: { source },
    weight,
  } of hints)
    bySource.set(source, Math.max(weight, bySource.get(source) ?? 0))
  return bySource
}

/** A heading or label as a theme: without numbers and end marks, not shouted. */
function asTheme(raw: string): string {
  const text = cleanName(
    raw
      .replace(/^\s*(\d+\s*[.):–-]+|[#•–-])\s+/, '')
      .replace(/\s*[\d(][\d\s()+]*$/, '')
      .replace(/[.:!›»→#¶/]+$/, ''),
  )
  const isShouted = text === text.toUpperCase() && text !== text.toLowerCase() && text.length > 3
  const spoken = isShouted
    ? text.toLowerCase().replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    : text
  return spoken.charAt(0).toUpperCase() + spoken.slice(1)
}

const actions =
  /^(read|learn|view|see|show|get|buy|shop|order|book|call|contact|find|discover|explore|try|start|sign|log|join|subscribe|follow|download|click|go|back|next|more|our|your|my|mehr|jetzt|alle|zum|zur|weiter|en savoir|voir|découvrir|leer|ver|más|scopri|lees)(?!\p{L})|^(查看|了解|更多|もっと|詳しく|اقرأ|المزيد|קרא|עוד)|^(why|how|what|who|when|where|warum|wie|was|pourquoi|comment|por qué|cómo)\s(?!.*(works?|funktioniert)$)/iu

const empty =
  /^(overview|introduction|welcome|hello|services?|features?|our (services|features|products|work|projects|portfolio)|what we (do|offer)|we offer|specials?|gallery|galerie|portfolio|testimonials?|partners?|our (partners|clients|team)|clients?|links?|pages?|categories|tags?|archives?|archive|search|share|comments?|follow us|newsletter|subscribe|sign ?up|faqs?|help|support|all|all products|new|sale|home page|frontpage|featured|popular|latest|recent (posts|comments|projects)|uncategorized|allgemein|read more|learn more|quick links|opening hours|öffnungszeiten|address|location|find us|follow|social|menu|navigation|legal|imprint|sitemap|more|other|others|details|summary|information|statistics|stats|skills?|experience|education|dummy link ?\d*|right sidebar|left sidebar|sidebar|basic|standard|premium|pro|free|starter|advanced|enterprise|ultimate|business|personal|step \d+|tab \d+|slide \d+|share this|like this|related|related posts|primary sidebar|currently on tap|there (is|are) .*comments?.*|leave a (reply|comment)|artikel|articles?|posts?|title|heading|subheading|caption)$/i

function isThemeLike(text: string): boolean {
  const length = [...text].length
  const isDense = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u.test(text)
  if (length < (isDense ? 2 : 3) || length > (isDense ? 16 : 42) || text.split(' ').length > 5)
    return false
  if (/[?!€$£¥%@{}<>]|https?:|\d{3,}/.test(text) || !/\p{L}{2}/u.test(text)) return false
  return !isMenuWord(text) && !empty.test(text) && !actions.test(text) && isUsable(text)
}

function declared({ pages }: Site): ThemeHint[] {
  return pages.flatMap((page) => {
    const keywords =
      page.kind === 'home' ? metas(page, 'keywords').flatMap((line) => line.split(/[,;，、]/)) : []
    const tags = metas(page, 'article:tag').concat(metas(page, 'article:section'))
    return [
      ...keywords.slice(0, 12).map((text, index) => ({
        text,
        weight: 0.5 - index * 0.02,
        evidence: evidence(page.url, text, 'keywords'),
      })),
      ...tags
        .slice(0, 10)
        .map((text) => ({ text, weight: 0.42, evidence: evidence(page.url, text, 'article:tag') })),
      ...page.jsonLd
        .flatMap((node) => declaredTopics(node))
        .map((text) => ({ text, weight: 0.62, evidence: evidence(page.url, text, 'json-ld') })),
    ]
  })
}

function declaredTopics(node: JsonNode): string[] {
  const isOffer = typesOf(node).some((type) =>
    /^(Service|OfferCatalog|Course|MenuSection)$/.test(type),
  )
  const named = isOffer ? [textOf(node['name']) ?? ''] : []
  if (!isOrganization(node)) return named
  const known = [node['knowsAbout'], node['keywords'], node['servesCuisine']].flatMap(
    (value): readonly unknown[] =>
      Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value],
  )
  return [
    ...named,
    ...known.map((value) => (isNode(value) ? textOf(value['name']) : textOf(value)) ?? ''),
  ]
}

/** The headings under “What we offer”, and those of the product pages. */
function offered({ pages }: Site): ThemeHint[] {
  return pages
    .filter(({ kind }) => kind !== 'contact' && kind !== 'customers')
    .flatMap(pageHeadings)
}

function pageHeadings(page: Page): ThemeHint[] {
  const counts = headingCounts(page.blocks)
  const hints: ThemeHint[] = []
  let section = startOf(page)
  for (const { kind, level, text, region } of page.blocks) {
    if (kind !== 'heading' || region === 'footer' || region === 'nav') continue
    const opens = level <= 2 && (isOfferSection(text) || isOtherSection(text))
    if (level <= 2) section = sectionOf(text, page)
    // The same heading again and again is a template's, or that of every card.
    const isRepeated = (counts.get(text) ?? 0) >= 3
    if (section === 'other' || isRepeated || opens || level === 1) continue
    const weight = (section === 'offer' ? 0.52 : 0.36) + (level >= 3 ? 0.08 : 0)
    hints.push({
      text,
      weight: page.kind === 'blog' ? weight * 0.6 : weight,
      evidence: evidence(page.url, text, `h${level}`),
    })
  }
  return hints
}

type Section = 'offer' | 'other' | 'open'

function startOf(page: Page): Section {
  return page.kind === 'product' ? 'offer' : 'open'
}

function sectionOf(heading: string, page: Page): Section {
  if (isOfferSection(heading)) return 'offer'
  return isOtherSection(heading) ? 'other' : startOf(page)
}

const offerPaths =
  /\/(collections?|categor(y|ies)|product-category|kategorie|services?|leistungen|solutions?|loesungen|products?|produkte|prestations|servicios|servizi|diensten|topics?|themen|rubrik)\/[^/]+\/?$/i

/** Links into the parts of the offer: collections of a shop, single services, categories of a blog. */
function linked({ home, pages }: Site): ThemeHint[] {
  return pages.slice(0, 4).flatMap((page) =>
    page.links
      .filter(
        ({ url, text }) =>
          text !== '' && isSameSite(url, home.url) && offerPaths.test(new URL(url).pathname),
      )
      .slice(0, 40)
      .map(({ url, text, isMenu }) => ({
        text,
        weight: isMenu ? 0.64 : 0.42,
        evidence: evidence(page.url, `${text} → ${new URL(url).pathname}`, 'link'),
      })),
  )
}

function embedded({ home }: Site): ThemeHint[] {
  return home.embedded
    .filter(({ key }) => /^(heading|title|label|name|category)$/i.test(key))
    .slice(0, 30)
    .map(({ key, text, source }) => ({
      text,
      weight: 0.41,
      evidence: evidence(home.url, text, `${source} ${key}`),
    }))
}
