import type { Idea, SlideText } from '@rheos/contract'
import { GenerationFailure, type Work } from '../generation/generation-kind.ts'
import type { ModelWritingEvent, TextModel, WritingRequest } from '../models/text-model.ts'
import { type Expectations, expectationsOf } from './expectations.ts'
import { finishHashtags, finishIdea, finishSlide } from './finish-parts.ts'
import { readsAsRefusal } from './reply/reads-as-refusal.ts'
import { languageName, otherLanguage } from './reply/reply-language.ts'
import { StreamedText } from './reply/streamed-text.ts'

/** What was written, ready to be kept. */
export interface Written {
  readonly text: string
  readonly ideas: readonly Idea[]
  readonly slides: readonly SlideText[]
  readonly hashtags: readonly string[]
  readonly note: string | undefined
}

/**
 * Has it written and shows it as it comes. An answer in another language is asked for once more,
 * telling so; one that is still wrong is kept with a note. Throws when nothing is left to keep.
 */
export async function writeAll(
  model: TextModel,
  request: WritingRequest,
  work: Work,
): Promise<Written> {
  const expected = expectationsOf(request)
  const first = await writeOnce(model, request, { expected, work })
  const wrong = wrongLanguage(model, first, expected)
  if (wrong === undefined) return first
  work.emit({ type: 'restart' })
  const right = expected.languages.map(languageName).join(' or ')
  const correction = `Your last answer was in ${languageName(wrong)}. Write it in ${right}.`
  const second = await writeOnce(model, { ...request, correction }, { expected, work })
  const still = wrongLanguage(model, second, expected)
  if (still === undefined) return second
  return { ...second, note: `This came in ${languageName(still)}, though ${right} was asked for.` }
}

interface Writing {
  readonly expected: Expectations
  readonly work: Work
}

async function writeOnce(
  model: TextModel,
  request: WritingRequest,
  { expected, work }: Writing,
): Promise<Written> {
  const text = new StreamedText(expected)
  const ideas: Idea[] = []
  const slides: SlideText[] = []
  const hashtags: string[] = []
  let isCutShort = false
  for await (const event of model.write(request, { signal: work.signal })) {
    work.signal.throwIfAborted()
    isCutShort = text.isFull || (event.type === 'done' && (event.isCutShort ?? false))
    if (event.type === 'done' || text.isFull) break
    const shown = shownOf(event, { text, expected, request })
    if (shown === undefined) continue
    if (shown.type === 'idea') ideas.push(shown.idea)
    if (shown.type === 'slide') slides.push(shown.slide)
    if (shown.type === 'hashtags') hashtags.push(...shown.hashtags)
    else work.emit(shown)
  }
  const rest = text.end()
  if (rest !== '') work.emit({ type: 'text', delta: rest })
  return something(request, {
    text: text.whole(isCutShort),
    ideas,
    slides,
    hashtags,
    note: undefined,
  })
}

/** An event of the model, made safe to be shown; nothing when nothing of it is left. */
function shownOf(
  event: Exclude<ModelWritingEvent, { type: 'done' }>,
  about: { text: StreamedText; expected: Expectations; request: WritingRequest },
) {
  switch (event.type) {
    case 'text': {
      const delta = about.text.push(event.delta)
      return delta === '' ? undefined : { type: 'text' as const, delta }
    }
    case 'idea': {
      const idea = finishIdea(event.idea, about.expected)
      return idea && { type: 'idea' as const, idea }
    }
    case 'slide':
      return { type: 'slide' as const, slide: finishSlide(event.slide, about.expected) }
    case 'hashtags': {
      if (about.request.kind !== 'hashtags') return undefined
      const hashtags = finishHashtags(event.hashtags, about.request)
      return { type: 'hashtags' as const, hashtags }
    }
  }
}

function something(request: WritingRequest, written: Written): Written {
  if (isEmpty(request, written)) {
    throw new GenerationFailure('provider_failed', 'The AI service returned nothing. Try again.')
  }
  if (readsAsRefusal(written.text)) {
    throw new GenerationFailure(
      'provider_refused',
      'The AI service declined to write this. Say it in other words and try again.',
    )
  }
  return written
}

function isEmpty(request: WritingRequest, written: Written): boolean {
  switch (request.kind) {
    case 'ideas':
      return written.ideas.length === 0
    case 'slides':
      return written.slides.every(({ heading, body }) => `${heading}${body}` === '')
    case 'hashtags':
      return written.hashtags.length === 0
    default:
      return !/[^\s\p{P}]/u.test(written.text)
  }
}

/** The built-in writer quotes what was said and mixes no languages. */
function wrongLanguage(
  model: TextModel,
  { text, ideas, slides }: Written,
  { languages }: Expectations,
): string | undefined {
  if (model.builtIn) return undefined
  const said = [
    text,
    ...ideas.flatMap(({ title, hook, angle }) => [title, hook, angle]),
    ...slides.flatMap(({ heading, body }) => [heading, body]),
  ]
  return otherLanguage(said.join('\n'), languages)
}
