import { type Idea, type Intent, intents } from '@rheos/contract'
import type { IdeasRequest } from '../../text-model.ts'
import { createRandom, type Random } from '../random.ts'
import { fill } from './fill.ts'
import type { Phrases } from './phrases.ts'
import { phrasesFor } from './phrases-for.ts'
import { topicOf } from './topic.ts'

/** Ideas that differ in first line and angle, and in intent and theme where those are open. */
export function writeIdeas(request: IdeasRequest): readonly Idea[] {
  const random = createRandom(request.seed)
  const phrases = phrasesFor(request)
  const seen = new Set((request.avoid ?? []).map(comparable))
  const fresh = candidates(request, phrases, random).filter(
    (idea) => !seen.has(comparable(idea.title)),
  )
  const pool = fresh.length >= request.count ? fresh : candidates(request, phrases, random)
  return distinct(pool, request)
}

function candidates(request: IdeasRequest, phrases: Phrases, random: Random): readonly Idea[] {
  const wanted = request.intent ? [request.intent] : random.shuffle([...intents])
  const themes = random.shuffle(request.brand?.themes?.filter((theme) => theme.trim() !== '') ?? [])
  const topics = (themes.length > 0 ? themes : [undefined]).map(
    (theme) => topicOf(request, phrases, theme).phrase,
  )
  const values = (phrase: string) => ({
    topic: phrase,
    brand: request.brand?.name ?? phrases.nothingKnown,
  })
  const ideas = wanted.flatMap((intent) =>
    random.shuffle(phrases.hooks[intent]).flatMap(([name, line], at) =>
      [...new Set(topics)].map((phrase, turn) => ({
        title: fill(`{Topic} – ${name}`, values(phrase)),
        intent,
        hook: fill(line, values(phrase)),
        angle: phrases.angles[intent][(at + turn) % 3] ?? phrases.angles[intent][0],
      })),
    ),
  )
  return random.shuffle(ideas)
}

/** One of each kind before a second of any. */
function distinct(pool: readonly Idea[], { count, intent }: IdeasRequest): readonly Idea[] {
  const taken: Idea[] = []
  const marks = (idea: Idea): readonly string[] => [
    idea.angle,
    idea.title.split(' – ')[1] ?? idea.title,
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

function comparable(title: string): string {
  return title
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
