import type { Candidate, Evidence } from '../finding.ts'
import { clip, oneLine } from '../site/html-document.ts'
import { isNode, isOrganization, textOf } from '../site/json-ld.ts'
import type { Sentence } from '../site/prose.ts'
import type { Site } from '../site/site.ts'
import { isUsable } from './placeholder-text.ts'
import { evidence, joinScores } from './text-evidence.ts'

const maxAudiences = 6

/** Words for people and companies, by which “for small cafés” is told from “for example”. */
const people =
  /^(businesses|companies|start-?ups|teams|agencies|freelancers|founders|entrepreneurs|professionals|families|parents|mums|moms|dads|kids|children|babies|students|teachers|schools|universities|developers|engineers|designers|creators|marketers|brands|retailers|shops|stores|restaurants|caf[eé]s|hotels|hosts|guests|homeowners|buyers|sellers|tenants|landlords|investors|architects|builders|contractors|farmers|growers|gardeners|runners|cyclists|athletes|riders|travell?ers|commuters|dogs|cats|pets|owners|women|men|couples|brides|people|beginners|experts|makers|artists|musicians|writers|readers|patients|clinics|doctors|dentists|nurses|carers|charities|non-?profits|organi[sz]ations|communities|enterprises|offices|employers|employees|recruiters|managers|leaders|consultants|lawyers|accountants|bookkeepers|researchers|scientists|publishers|photographers|bakers|cooks|chefs|lovers|enthusiasts|collectors|gamers|players|seniors|adults|teenagers|teens|newcomers|locals|neighbou?rs|drinkers|walkers|climbers|hikers|sailors|explorers|customers|clients|everyone|anyone)$/i

const menschen =
  /^(unternehmen|betriebe?n?|firmen|gründer\w*|teams?|agenturen|selbst[äa]ndige?n?|freiberufler\w*|familien|eltern|kinder\w*|babys?|schüler\w*|studierende\w*|schulen|entwickler\w*|handwerker\w*|händler\w*|gastronom\w*|restaurants?|cafés?|hotels?|hausbesitzer\w*|eigentümer\w*|mieter\w*|vermieter\w*|käufer\w*|privatkunden|geschäftskunden|kunden|kundinnen|frauen|männer|paare|menschen|einsteiger\w*|profis?|patient\w*|praxen|ärzt\w*|vereine?n?|senior\w*|liebhaber\w*|genießer\w*|radfahrer\w*|läufer\w*|alle)$/iu

const autres =
  /^(entreprises?|pme|familles?|parents|enfants|bébés?|étudiants?|écoles?|particuliers|professionnels?|artisans|commerçants|restaurateurs|hôtels?|femmes|hommes|couples|passionnés|amateurs|propriétaires|locataires|clients|tous|toutes|empresas?|pymes|familias?|padres|niños|estudiantes|escuelas|profesionales|particulares|restaurantes?|hoteles|mujeres|hombres|parejas|amantes|propietarios|clientes|todos|todas|aziende|imprese|famiglie|genitori|bambini|studenti|scuole|professionisti|privati|ristoranti|donne|uomini|coppie|appassionati|proprietari|clienti|tutti|famílias|crianças|estudantes|profissionais|bedrijven|gezinnen|ouders|kinderen|studenten|ondernemers|particulieren|klanten|iedereen|mensen)$/iu

const patterns: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:for|built for|made for|designed for|helps?|helping|serving|trusted by|loved by|we serve|empowers?)\s+((?:(?:the|all|every|our|small|local|busy|growing|modern|young|independent|curious|\p{L}[\p{L}'’-]*)\s+){0,3}[\p{L}'’-]+(?:\s+(?:and|&|or)\s+(?:[\p{L}'’-]+\s+){0,2}[\p{L}'’-]+)?)(?=[\s.,;:!?–—)]|$)/giu,
    people,
  ],
  [
    /\b(?:für|gemacht für|entwickelt für|begleiten wir|beraten wir|unterstützen wir)\s+((?:[\p{L}-]+\s+){0,3}[\p{L}-]+(?:\s+und\s+(?:[\p{L}-]+\s+){0,2}[\p{L}-]+)?)(?=[\s.,;:!?–—)]|$)/giu,
    menschen,
  ],
  [
    /(?<![\p{L}])(?:pour|aux|destiné(?:e|s)? aux|para|pensado para|dedicad[oa] a|per|voor)\s+((?:[\p{L}'’-]+\s+){0,3}[\p{L}'’-]+(?:\s+(?:et|y|e|en)\s+(?:[\p{L}'’-]+\s+){0,2}[\p{L}'’-]+)?)(?=[\s.,;:!?–—)]|$)/giu,
    autres,
  ],
]

/** Languages that do not part words: what stands between two marks is the audience. */
const densePatterns: readonly RegExp[] = [
  /(?:专为|專為|面向|适合|適合|服务于|服務於|为|為)([\p{sc=Han}、]{0,10}?(?:企业|企業|用户|用戶|客户|客戶|家庭|团队|團隊|学生|學生|儿童|兒童|女性|男性|商家|公司|人士|人群|爱好者|愛好者|老师|父母|孩子|年轻人|上班族|旅客))/gu,
  /([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー・]{2,14}?)(?:のための|向けの|向けに|の皆様)/gu,
  /([\p{sc=Hang}\s]{2,14}?)(?:을|를) 위한/gu,
  /(?:مصمم(?:ة)? ل|نخدم|مخصص(?:ة)? ل)([\p{sc=Arab}\s]{3,28}?)(?=[.،,؛!؟]|$)/gu,
  /(?:עבור|מיועד ל|מיועדת ל|מתאים ל|מתאימה ל)([\p{sc=Hebr}\s]{3,28}?)(?=[.,;!?]|$)/gu,
  /(?:для)\s+([\p{sc=Cyrl}]+(?:\s[\p{sc=Cyrl}]+)?(?:\s+и\s+[\p{sc=Cyrl}]+)?)(?=[\s.,;:!?–—)]|$)/gu,
]

interface AudienceHint {
  readonly text: string
  readonly weight: number
  readonly evidence: Evidence
}

/** Whom the brand speaks to, where it says so. */
export function findAudience(
  site: Site,
  prose: readonly Sentence[],
): Candidate<readonly string[]> | undefined {
  const groups = new Map<string, AudienceHint[]>()
  for (const hint of [...declared(site), ...prose.flatMap(spoken), ...menuHints(site)]) {
    const text = tidy(hint.text)
    if (!isUsable(text) || [...text].length < 2 || text.length > 60) continue
    const key = text.toLowerCase()
    groups.set(key, [...(groups.get(key) ?? []), { ...hint, text }])
  }
  const found = withoutNarrower([...groups.values()])
    .map((hints) => ({ hints, score: joinScores(hints.slice(0, 4).map(({ weight }) => weight)) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, maxAudiences)
  if (found.length === 0) return undefined
  return {
    value: found.map(({ hints }) => hints[0]?.text ?? ''),
    score: Math.min(0.85, joinScores(found.map(({ score }) => score * 0.6))),
    evidence: found.map(({ hints }) => hints[0]?.evidence).filter((entry) => entry !== undefined),
  }
}

/** “Families” is said by “Young families” already. */
function withoutNarrower(groups: AudienceHint[][]): AudienceHint[][] {
  const names = groups.map((hints) => hints[0]?.text.toLowerCase() ?? '')
  return groups.filter((_hints, index) => {
    const name = names[index] ?? ''
    return !names.some(
      (other) => other !== name && other.length > name.length && other.split(/\s+/).includes(name),
    )
  })
}

function tidy(raw: string): string {
  const text = oneLine(raw)
    .replace(
      /^(the|all|every|our|your|die|den|der|das|alle|unsere|les|des|nos|vos|los|las|nuestros|le|gli|i|de|onze|any)\s+/iu,
      '',
    )
    .replace(/[\s\-–—,.]+$/, '')
  return clip(text.charAt(0).toUpperCase() + text.slice(1), 60)
}

function declared({ pages }: Site): AudienceHint[] {
  return pages.flatMap((page) =>
    page.jsonLd
      .filter((node) => isOrganization(node) || node['audience'] !== undefined)
      .flatMap((node) => {
        const audience = node['audience']
        const text = isNode(audience)
          ? textOf(audience['audienceType'] ?? audience['name'])
          : textOf(audience)
        return text === undefined
          ? []
          : [{ text, weight: 0.8, evidence: evidence(page.url, text, 'json-ld') }]
      }),
  )
}

function spoken({ text, page, source }: Sentence): AudienceHint[] {
  const sentence = text.slice(0, 400)
  const worded = patterns.flatMap(([pattern, who]) =>
    [...sentence.matchAll(pattern)]
      .map(([, said = '']) => upToPeople(said, who))
      .filter((said) => said !== ''),
  )
  const dense = densePatterns.flatMap((pattern) =>
    [...sentence.matchAll(pattern)].map(([, said = '']) => said),
  )
  return [...worded, ...dense].map((said) => ({
    text: said,
    weight: source === 'heading' ? 0.6 : 0.48,
    evidence: evidence(page, text, source),
  }))
}

const noAudience =
  /^(example|instance|more|free|you|us|me|now|it|that|this|those|sale|rent|ever|all|everyone|anyone|people|customers?|clients?|kunden|alle|tous|todos|tutti|clientes|clients|iedereen)$/i

/** What is said ends at the last word for people: “small shops in Leeds” speaks to small shops. */
function upToPeople(said: string, who: RegExp): string {
  const words = said.trim().split(/\s+/)
  for (let end = words.length; end > 0; end -= 1) {
    if (!who.test(words[end - 1] ?? '')) continue
    const phrase = words.slice(0, end).join(' ')
    return noAudience.test(phrase) || /\b(a|an|your|my|more|than|years?|price|free)\b/i.test(phrase)
      ? ''
      : phrase
  }
  return ''
}

/** “For teams” in a menu. */
function menuHints({ home }: Site): AudienceHint[] {
  return home.links
    .filter(({ isMenu, text }) => isMenu && isMenuAudience(text))
    .slice(0, 8)
    .map(({ text }) => ({
      text: text.replace(/^(for|für|pour|para|per|voor)\s+/iu, ''),
      weight: 0.62,
      evidence: evidence(home.url, text, 'menu'),
    }))
}

function isMenuAudience(text: string): boolean {
  const said = /^(?:for|für|pour|para|per|voor)\s+(.{2,40})$/iu.exec(text)?.[1]
  const last = said?.split(/\s+/).at(-1) ?? ''
  return [people, menschen, autres].some((who) => who.test(last))
}
