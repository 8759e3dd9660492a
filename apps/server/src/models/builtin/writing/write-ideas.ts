import { type Idea, type Intent, intents } from '@rheos/contract'
import type { IdeasRequest } from '../../text-model.ts'
import { createRandom, type Random } from '../random.ts'
import { fill } from './fill.ts'
import { audienceOf, firstLines } from './first-lines.ts'
import type { Phrases } from './phrases.ts'
import { tongueFor } from './phrases-for.ts'
import { capital, shortened } from './sentences.ts'
import { type Subject, subjectOf } from './subject.ts'

/** Between what an idea is about and how it begins. */
const joint = ' – '
const labelMax = 64

/** Ideas that differ in first line and angle, and in intent and theme where those are open. */
export function writeIdeas(request: IdeasRequest): readonly Idea[] {
  const random = createRandom(request.seed)
  const { phrases, isForeign } = tongueFor(request)
  const subjects = subjectsOf(request, phrases).map((subject) =>
    // Another language is quoted, never mixed into a sentence.
    isForeign ? { ...subject, kind: 'statement' as const, isAddress: true } : subject,
  )
  const seen = new Set((request.avoid ?? []).map(comparable))
  const fresh = candidates(request, { phrases, subjects, random }).filter(
    (idea) => !seen.has(comparable(idea.title)),
  )
  const pool =
    fresh.length >= request.count ? fresh : candidates(request, { phrases, subjects, random })
  return forAudience(distinct(pool, request), request, phrases)
}

interface Materials {
  readonly phrases: Phrases
  readonly subjects: readonly Subject[]
  readonly random: Random
}

function subjectsOf({ brand, direction }: IdeasRequest, phrases: Phrases): readonly Subject[] {
  const themes = brand?.themes?.filter((theme) => theme.trim() !== '') ?? []
  const subjects = (themes.length > 0 ? themes : [undefined]).map((theme) =>
    subjectOf(direction, { phrases, brand, theme }),
  )
  return subjects.filter(({ text }, at) => subjects.findIndex((one) => one.text === text) === at)
}

function candidates(
  { brand, intent: only }: IdeasRequest,
  { phrases, subjects, random }: Materials,
): readonly Idea[] {
  const wanted = only ? [only] : random.shuffle(usualIntents(subjects[0], phrases))
  const different = random.shuffle(subjects)
  const ideas = wanted.flatMap((intent) =>
    different.flatMap((subject, turn) =>
      random.shuffle(firstLines(subject, intent, { phrases, brand })).map(({ name, line }, at) => ({
        title: `${labelOf(subject)}${joint}${name}`,
        intent,
        hook: line,
        angle: phrases.angles[intent][(at + turn) % 3] ?? phrases.angles[intent][0],
      })),
    ),
  )
  return random.shuffle(ideas)
}

/** Nothing is announced where nothing was said; what was said needs no argument. */
function usualIntents(subject: Subject | undefined, { grammar }: Phrases): readonly Intent[] {
  const { kind = 'open', text = '' } = subject ?? {}
  if (kind === 'topic' && grammar.clause.test(text))
    return ['educate', 'prove', 'connect', 'provoke']
  const left: readonly Intent[] =
    kind === 'open' ? ['announce'] : kind === 'topic' ? [] : ['provoke', 'prove']
  return intents.filter((intent) => !left.includes(intent))
}

function labelOf({ kind, text }: Subject): string {
  const label = kind === 'statement' ? text.replace(/\.$/, '') : text
  return capital(shortened(label.replaceAll(joint, ', '), labelMax))
}

/** What an idea is about, by its title. */
export function aboutOf({ title }: Idea): string {
  const at = title.lastIndexOf(joint)
  return at > 0 ? title.slice(0, at) : title
}

/** One of each kind before a second of any. */
function distinct(pool: readonly Idea[], { count, intent }: IdeasRequest): readonly Idea[] {
  const taken: Idea[] = []
  const marks = (idea: Idea): readonly string[] => [
    idea.angle,
    idea.title.slice(idea.title.lastIndexOf(joint)),
    ...(intent === undefined ? [idea.intent satisfies Intent] : []),
  ]
  const used = new Set<string>()
  const isFree = (idea: Idea) => marks(idea).every((mark) => !used.has(mark))
  while (taken.length < count) {
    const next =
      pool.find((idea) => !taken.includes(idea) && isFree(idea)) ??
      pool.find((idea) => !taken.includes(idea))
    if (!next) break
    taken.push(next)
    for (const mark of marks(next)) used.add(mark)
  }
  return taken
}

/** The first idea says for whom, where the brand does. */
function forAudience(
  ideas: readonly Idea[],
  { brand }: IdeasRequest,
  phrases: Phrases,
): readonly Idea[] {
  const audience = brand && audienceOf(brand, phrases)
  const said = audience === undefined ? '' : ` ${fill(phrases.angleAudience, { audience })}`
  return ideas.map((idea, at) => (at === 0 ? { ...idea, angle: idea.angle + said } : idea))
}

function comparable(title: string): string {
  return title
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
