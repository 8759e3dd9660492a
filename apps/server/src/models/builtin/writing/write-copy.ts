import type { Idea, Intent } from '@rheos/contract'
import { createRandom, type Random } from '../../../random.ts'
import type { BrandBrief } from '../../brand-brief.ts'
import type { CopyRequest } from '../../text-model.ts'
import { callLine } from './call-line.ts'
import { directionOf } from './direction.ts'
import { fill } from './fill.ts'
import { afterColon, audienceOf, firstLines, linesOfHook, withinSentence } from './first-lines.ts'
import { type Habits, habits } from './habits.ts'
import { hashtags } from './hashtags.ts'
import type { Phrases } from './phrases.ts'
import { speaks, tongueFor } from './phrases-for.ts'
import { sentence, shortened } from './sentences.ts'
import { describing, type Subject, subjectOf } from './subject.ts'
import { aboutOf } from './write-ideas.ts'

const anywhere: Habits = { charactersMax: 1000, tags: 2 }
const captionMax = 420

/** A paragraph, and how soon it is left out when there is too little room: 0 stays. */
interface Paragraph {
  readonly text: string
  readonly leaveOut: number
}

/** A post or a caption from what is known, in the network's habits. */
export function writeCopy(request: CopyRequest): string {
  const { charactersMax, tags } = request.network ? habits[request.network] : anywhere
  const limit = request.kind === 'caption' ? Math.min(captionMax, charactersMax) : charactersMax
  return fitted(paragraphs(request, tags), limit)
}

function paragraphs(request: CopyRequest, tagCount: number): readonly Paragraph[] {
  const { brand, idea, kind } = request
  const random = createRandom(request.seed)
  const { phrases, isForeign } = tongueFor(request)
  const [theme] = random.shuffle(brand?.themes ?? [])
  const subject = subjectOf(request.direction, { phrases, brand, theme })
  const intent = idea?.intent ?? request.intent ?? usualIntent(subject, phrases, random)
  const about = { random, phrases, brand }
  const [body, usual] = [random.pick(phrases.bodies[intent]), random.pick(phrases.calls[intent])]
  const call = callLine(request.callToAction?.id, phrases) ?? usual
  const hook = idea?.hook ?? (isForeign ? subject.text : firstLine(request, subject, intent, about))
  const said = [
    ...(idea && isSaid(subject) ? [subject.text] : []),
    ...besides(request, subject, about),
  ]
  const isPlain = isForeign || said.length > 0 || isSaid(idea ? aboutIdea(idea, about) : subject)
  const tags = hashtags(brand, [...subject.tags, tagTopic(request, subject, phrases)], tagCount)
  return [
    { text: sentence(hook), leaveOut: 0 },
    ...said.map((text, at) => ({ text: sentence(text), leaveOut: 1 - at / 100 })),
    { text: isPlain ? '' : body, leaveOut: 3 },
    ...(isForeign ? [] : ofTheBrand(request, { hook, said }, about)).map((text, at) => ({
      text,
      leaveOut: (kind === 'post' ? 4 : 5) + at,
    })),
    { text: isForeign || subject.kind === 'question' ? '' : unlessAsked(hook, call), leaveOut: 2 },
    { text: subject.links.join('\n'), leaveOut: 1.5 },
    { text: tags.join(' '), leaveOut: 2.5 },
  ].filter(({ text }) => text !== '')
}

interface About {
  readonly random: Random
  readonly phrases: Phrases
  readonly brand: BrandBrief | undefined
}

/** Something new, or a sentence of its own, is news; nobody is provoked who did not ask for it. */
function usualIntent({ kind, text }: Subject, { grammar }: Phrases, random: Random): Intent {
  if (kind === 'statement' || (kind === 'topic' && grammar.fresh.test(text))) return 'announce'
  if (kind === 'question') return 'connect'
  if (grammar.clause.test(text)) return 'educate'
  return random.pick(['sell', 'educate', 'prove', 'connect', 'inspire'])
}

/** What the brand says of itself follows a first line that only names it. */
function besides(request: CopyRequest, subject: Subject, about: About): readonly string[] {
  const { idea } = request
  if (!idea || request.direction !== '') return subject.rest
  const of = aboutIdea(idea, about)
  return of.isSelf ? of.rest : subject.rest
}

function aboutIdea(idea: Idea, { phrases, brand }: About): Subject {
  const said = aboutOf(idea)
  const hello = brand ? fill(phrases.introduction, { brand: brand.name }) : undefined
  return subjectOf(sentence(said) === hello ? (brand?.name ?? said) : said, {
    phrases,
    brand,
    theme: undefined,
  })
}

function isSaid({ kind }: Subject): boolean {
  return kind === 'statement' || kind === 'question'
}

function firstLine(
  { hook }: CopyRequest,
  subject: Subject,
  intent: Intent,
  { random, phrases, brand }: About,
): string {
  const own = hook ? linesOfHook(subject, hook.id, { phrases, brand }) : []
  if (own.length > 0) return own[random.below(own.length)]?.line ?? subject.text
  // What is said at length needs no frame.
  if (subject.isSelf || (subject.rest.length > 0 && subject.kind !== 'topic')) return subject.text
  const lines = firstLines(subject, intent, { phrases, brand })
  return lines[random.below(lines.length)]?.line ?? subject.text
}

/** One question at the end of a text is enough. */
function unlessAsked(hook: string, call: string): string {
  return /[?？]$/u.test(hook) && /\?$/.test(call) ? '' : call
}

/** What the brand says of itself, whom it is for and what else it speaks of. */
function ofTheBrand(
  request: CopyRequest,
  { hook, said }: { readonly hook: string; readonly said: readonly string[] },
  about: About,
): readonly string[] {
  const { brand, phrases, random } = about
  if (!brand) return []
  const long = request.kind === 'post'
  const audience = audienceOf(brand, phrases)
  const isNamed = audience !== undefined && mentions(hook, audience)
  const themes = themesBeside(brand, hook, phrases)
  return [
    isTold(brand, [hook, ...said], phrases) ? '' : aboutBrand(brand, phrases, long),
    long && audience && !isNamed ? fill(random.pick(phrases.audience), { audience }) : '',
    long && themes !== '' ? fill(random.pick(phrases.themes), { themes }) : '',
  ]
}

function mentions(text: string, what: string): boolean {
  return text.toLocaleLowerCase().includes(what.toLocaleLowerCase())
}

function isTold(brand: BrandBrief, said: readonly string[], phrases: Phrases): boolean {
  const [first] = describing(brand, phrases)
  return first !== undefined && said.some((text) => text.includes(first))
}

function aboutBrand(brand: BrandBrief, phrases: Phrases, long: boolean): string {
  const said = describing(brand, phrases).slice(0, long ? 2 : 1)
  const description = [said.join(' '), said[0] ?? ''].find((text) => text.length <= 280) ?? ''
  if (description === '') return ''
  const isOwn =
    phrases.firstPerson.test(description) ||
    description.toLowerCase().includes(brand.name.toLowerCase())
  return isOwn
    ? description
    : fill(phrases.about, { brand: brand.name, description: afterColon(description, phrases) })
}

function themesBeside(brand: BrandBrief, hook: string, phrases: Phrases): string {
  const themes = (brand.themes ?? [])
    .map((theme) => withinSentence(theme.trim(), phrases, brand.description))
    .filter((theme) => theme !== '' && theme.length <= 40 && !mentions(hook, theme))
    .slice(0, 3)
  if (themes.length < 2 || !speaks(phrases, themes.join(' '), brand.language)) return ''
  return new Intl.ListFormat(phrases.language === 'en' ? 'en-GB' : phrases.language, {
    type: 'conjunction',
  }).format(themes)
}

function tagTopic({ idea, direction }: CopyRequest, subject: Subject, phrases: Phrases): string {
  const said = idea && direction === '' ? directionOf(aboutOf(idea), phrases.grammar) : subject
  const topic = said.kind === 'topic' && !phrases.grammar.clause.test(said.text) ? said.text : ''
  return topic.replace(phrases.grammar.determiner, '').trim()
}

function fitted(all: readonly Paragraph[], limit: number): string {
  const text = all.map((paragraph) => paragraph.text).join('\n\n')
  if ([...text].length <= limit) return text
  const first = Math.max(...all.map(({ leaveOut }) => leaveOut))
  if (first === 0) return cut(text, limit)
  const left = all.filter(({ leaveOut }) => leaveOut !== first)
  // Of what the person said as much is kept as there is room for.
  return first <= 1 ? cut(text, limit) : fitted(left, limit)
}

/** Ends after a sentence where one ends late enough, else between words. */
function cut(text: string, limit: number): string {
  const letters = [...text]
  if (letters.length <= limit) return text
  const kept = letters.slice(0, limit).join('')
  const end = Math.max(
    ...['. ', '! ', '? ', '.\n', '!\n', '?\n'].map((stop) => kept.lastIndexOf(stop)),
  )
  return end > limit * 0.4 ? kept.slice(0, end + 1) : shortened(text, limit)
}
