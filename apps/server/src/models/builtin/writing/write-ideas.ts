import { type Idea, type Intent, intents } from '@rheos/contract'
import { createRandom, type Random } from '../../../random.ts'
import type { IdeasRequest } from '../../text-model.ts'
import { fill } from './fill.ts'
import { audienceOf, type FirstLine, firstLines, linesOfHook } from './first-lines.ts'
import { ideaDetails } from './idea-details.ts'
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

function candidates(request: IdeasRequest, materials: Materials): readonly Idea[] {
  const { phrases, subjects, random } = materials
  const different = random.shuffle(subjects)
  const ideas = wantedIntents(request, materials).flatMap((intent) =>
    different.flatMap((subject, turn) => {
      const lines = random.shuffle(linesFor(request, subject, intent, phrases))
      const angles = phrases.angles[intent]
      const made = { subject, intent, phrases, random }
      // One line for several ideas: they are told apart by how they go about it.
      if (request.hook)
        return lines.flatMap((first) =>
          angles.map((angle) =>
            ideaFrom(request, { ...made, angle, first: byAngle(first, angle) }),
          ),
        )
      return lines.map((first, at) => {
        const angle = angles[(at + turn) % 3] ?? angles[0]
        return ideaFrom(request, { ...made, first, angle })
      })
    }),
  )
  return random.shuffle(ideas)
}

function byAngle(first: FirstLine, angle: string): FirstLine {
  return { ...first, name: `${first.name}: ${shortened(angle.replaceAll(joint, ', '), labelMax)}` }
}

function wantedIntents(
  { intents: wanted = [], hook }: IdeasRequest,
  { phrases, subjects, random }: Materials,
): readonly Intent[] {
  if (wanted.length > 0) return random.shuffle(wanted)
  return random.shuffle(hook ? hook.intents : usualIntents(subjects[0], phrases))
}

/** The lines of the hook that was chosen, else of the intent. */
function linesFor(
  { brand, hook }: IdeasRequest,
  subject: Subject,
  intent: Intent,
  phrases: Phrases,
): readonly FirstLine[] {
  const own = hook ? linesOfHook(subject, hook.id, { phrases, brand }) : []
  const all = own.length > 0 ? own : firstLines(subject, intent, { phrases, brand })
  return hook ? all.map((one) => ({ ...one, hookId: hook.id })) : all
}

interface Made {
  readonly subject: Subject
  readonly intent: Intent
  readonly first: FirstLine
  readonly angle: string
  readonly phrases: Phrases
  readonly random: Random
}

function ideaFrom(request: IdeasRequest, made: Made): Idea {
  const { subject, intent, first, angle } = made
  return {
    title: `${labelOf(subject)}${joint}${first.name}`,
    intent,
    hook: first.line,
    hookId: first.hookId,
    angle,
    details: ideaDetails(request, made),
  }
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
function distinct(
  pool: readonly Idea[],
  { count, intents: wanted = [] }: IdeasRequest,
): readonly Idea[] {
  const taken: Idea[] = []
  const marks = (idea: Idea): readonly string[] => [
    idea.angle,
    idea.title.slice(idea.title.lastIndexOf(joint)),
    ...(wanted.length === 1 ? [] : [idea.intent satisfies Intent]),
  ]
  const used = new Set<string>()
  const isFree = (idea: Idea) => marks(idea).every((mark) => !used.has(mark))
  while (taken.length < count) {
    const next =
      pool.find((idea) => !taken.includes(idea) && isFree(idea)) ??
      pool.find((idea) =>
        taken.every(({ title, hook }) => title !== idea.title && hook !== idea.hook),
      ) ??
      pool.find((idea) => taken.every(({ title }) => title !== idea.title)) ??
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
