import type { Candidate, Evidence } from '../finding.ts'
import type { Sentence } from '../site/prose.ts'
import { evidence, joinScores } from './text-evidence.ts'

const minSentences = 6
const maxTraits = 4

/** One way of speaking: what shows it, and how often it has to be shown to be a habit. */
interface Trait {
  readonly name: string
  /** How much a sentence shows it, 0 to 1. */
  readonly shows: (sentence: string) => number
  /** The share of sentences from which on it counts as a habit. */
  readonly from: number
}

const we =
  /(?<!\p{L})(we|our|us|wir|unser\p{L}*|uns|nous|notre|nos|nosotr[oa]s|nuestr[oa]s?|noi|nostr[oaie]|nós|noss[oa]s?|wij|onze|vi|vår\p{L}*|vores|my|nasz\p{L}*|мы|наш\p{L}*)(?!\p{L})|我们|我們|私たち|当社|弊社|우리|저희|نحن|אנחנו|אנו/iu
const you =
  /(?<!\p{L})(you|your|yours|du|dein\p{L}*|dir|dich|ihr|euch|euer|eure|tu|toi|ton|tes|tú|tus?|você|seu|jij|jouw|je|din|ditt|twoj\p{L}*|ты|твой)(?!\p{L})|你|您|あなた|당신|여러분|أنت|לכם|שלך/iu
const formalYou =
  /(?<!\p{L})(Sie|Ihnen|Ihre[nrms]?)(?!\p{L})|(?<!\p{L})(vous|votre|vos)(?!\p{L})|(?<!\p{L})(usted|ustedes)(?!\p{L})|您|(?<!\p{L})(Lei|La Sua)(?!\p{L})|(?<!\p{L})(вас|вам|ваш\p{L}*)(?!\p{L})/u
const contraction =
  /\b(\w+n['’]t|\w+['’](re|ve|ll|d|m)|(it|that|here|there|what|let|who|he|she|everyone)['’]s)\b/i
const playful =
  /[\p{Extended_Pictographic}]|(?<!\p{L})(fun|yum|yummy|hooray|yay|oops|wow|tasty|cheeky|crazy|magic|lecker|juhu|super)(?!\p{L})|!{2,}/iu
const caring =
  /(?<!\p{L})(care|caring|love|gentle|welcome|together|family|heart|trust|comfort|safe|listen|support|herz\p{L}*|liebe\p{L}*|gemeinsam|familie|vertrauen|sanft|cœur|amour|ensemble|famille|confiance|corazón|amor|juntos|familia|confianza|cuore|insieme)(?!\p{L})|用心|关爱|心を込め|愛|家族|بحب|عائلة|أهلا|אהבה|משפחה/iu
const plainFacts =
  /\b\d[\d.,]*\s?(%|kg|g|km|m²|h|hours?|days?|years?|minutes?|stunden|tage|jahren?|minuten|ans|heures|años|horas|customers|kunden|clients|teams|projects)(?!\p{L})|[€$£¥]\s?\d|\d+(\.\d+)?x\b|\d+\s?(年|天|小时|家|万|分|％)/iu
const expert =
  /(?<!\p{L})(certified|precision|engineer\p{L}*|technical|technology|data|analysis|research|standards?|iso|compliance|performance|infrastructure|api|platform|methodology|zertifiziert|präzis\p{L}*|technik|technologie|verfahren|norm|certifié\p{L}*|précision|técnic\p{L}*|certificad\p{L}*)(?!\p{L})|技术|技術|专业|専門|精密|认证|تقنية/iu
const craft =
  /(?<!\p{L})(hand-?made|handcrafted|by hand|craft\p{L}*|traditional|tradition|small[- ]batch|since \d{4}|seit \d{4}|depuis \d{4}|desde \d{4}|dal \d{4}|handwerk\p{L}*|handgemacht\p{L}*|artisan\p{L}*|artesan\p{L}*|artigian\p{L}*|fait main|slow|roasted|brewed|baked|woven|generations?|generationen)(?!\p{L})|手工|匠|传统|伝統|手作り|يدوي|תוצרת יד/iu
const bold =
  /(?<!\p{L})(best|leading|fastest|never|always|only|first|revolution\p{L}*|unlimited|ultimate|unmatched|world-class|no\.? ?1|führend\p{L}*|beste[nrs]?|einzigartig\p{L}*|meilleur\p{L}*|unique|mejor|líder|migliore)(?!\p{L})|领先|最佳|世界初|الأفضل/iu

const traits: readonly Trait[] = [
  {
    name: 'Warm and welcoming',
    shows: (text) => both(caring.test(text), we.test(text) || you.test(text)),
    from: 0.1,
  },
  { name: 'Personal, as “we”', shows: (text) => (we.test(text) ? 1 : 0), from: 0.28 },
  { name: 'Speaks to the reader directly', shows: (text) => (you.test(text) ? 1 : 0), from: 0.28 },
  {
    name: 'Polite and formal',
    shows: (text) => (formalYou.test(text) && !/!/.test(text) ? 1 : 0),
    from: 0.2,
  },
  { name: 'Casual', shows: (text) => (contraction.test(text) ? 1 : 0), from: 0.15 },
  { name: 'Playful', shows: (text) => (playful.test(text) ? 1 : 0), from: 0.06 },
  { name: 'Enthusiastic', shows: (text) => (/[!！]\s*$/.test(text) ? 1 : 0), from: 0.16 },
  {
    name: 'Inviting, with questions',
    shows: (text) => (/[?？؟]\s*$/.test(text) ? 1 : 0),
    from: 0.14,
  },
  { name: 'Factual, with figures', shows: (text) => (plainFacts.test(text) ? 1 : 0), from: 0.14 },
  { name: 'Expert', shows: (text) => (expert.test(text) ? 1 : 0), from: 0.18 },
  { name: 'Proud of the craft', shows: (text) => (craft.test(text) ? 1 : 0), from: 0.1 },
  { name: 'Confident', shows: (text) => (bold.test(text) ? 1 : 0), from: 0.16 },
  {
    name: 'Short and to the point',
    shows: (text) => (wordCount(text) <= 8 && /[.!?。！？؟]$/.test(text) ? 1 : 0),
    from: 0.62,
  },
]

function both(one: boolean, other: boolean): number {
  return one ? (other ? 1 : 0.6) : 0
}

/** How the brand sounds, each trait with sentences that show it. */
export function findTone(prose: readonly Sentence[]): Candidate<readonly string[]> | undefined {
  const whole = prose.filter(({ text, source }) => source !== 'button' && wordCount(text) >= 4)
  const running = whole.filter(({ source }) => source !== 'heading')
  // Headings are short whoever writes them; they count only where there is little else.
  const spoken = running.length >= minSentences * 2 ? running : whole
  if (spoken.length < minSentences || running.length < minSentences / 2) return undefined
  const shown = traits
    .map((trait) => measure(trait, spoken))
    .filter(({ strength }) => strength >= 1)
    .sort((one, other) => other.strength - one.strength)
    .slice(0, maxTraits)
  if (shown.length === 0) return undefined
  return {
    value: shown.map(({ name }) => name),
    score: Math.min(
      0.8,
      0.3 +
        Math.min(spoken.length, 60) / 150 +
        joinScores(shown.map(({ strength }) => Math.min(strength, 3) * 0.06)),
    ),
    evidence: quoteEach(shown),
  }
}

interface Measured {
  readonly name: string
  readonly strength: number
  /** The sentences that show it, the most quotable first. */
  readonly showing: readonly Sentence[]
}

function measure({ name, shows, from }: Trait, spoken: readonly Sentence[]): Measured {
  const showing = spoken.filter(({ text }) => shows(text) > 0)
  const share = showing.reduce((sum, { text }) => sum + shows(text), 0) / spoken.length
  return {
    name,
    strength: showing.length >= 2 ? share / from : 0,
    showing: showing.sort((one, other) => quotability(other.text) - quotability(one.text)),
  }
}

/** Two sentences for each trait, other ones than for the trait before where there are others. */
function quoteEach(traits: readonly Measured[]): Evidence[] {
  const quoted = new Set<Sentence>()
  return traits.flatMap(({ name, showing }) => {
    const fresh = showing.filter((sentence) => !quoted.has(sentence))
    const chosen = [...fresh, ...showing.filter((sentence) => quoted.has(sentence))].slice(0, 2)
    for (const sentence of chosen) quoted.add(sentence)
    return chosen.map(({ text, page }) => evidence(page, text, name))
  })
}

/** A sentence of middle length is quoted rather than a scrap or a paragraph. */
function quotability(text: string): number {
  return -Math.abs(wordCount(text) - 12)
}

function wordCount(text: string): number {
  const dense = (text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/gu) ?? []).length
  return Math.round(dense / 2) + text.split(/\s+/).length - (dense > 0 ? 1 : 0)
}
