import type { LanguageModel } from 'ai'
import { ModelError } from '../model-error.ts'
import type { ModelWritingEvent, TextModel, WritingRequest } from '../text-model.ts'
import { askForObject } from './ask-for-object.ts'
import { callProvider } from './call-provider.ts'
import { hashtagsSchema, readHashtags } from './hashtags-reply.ts'
import { ideasSchema, readIdeas } from './ideas-reply.ts'
import { sentences } from './model-error-from.ts'
import { readSlides, slidesSchema } from './slides-reply.ts'
import { streamCopy } from './stream-copy.ts'
import type { Prompt } from './writing-prompt.ts'
import { writingPrompt } from './writing-prompt.ts'

export interface SdkLanguage {
  readonly provider: string
  readonly modelId: string
  readonly languageModel: LanguageModel
  readonly timeoutMs: number
}

/** A text model behind the AI SDK. */
export function createSdkTextModel(language: SdkLanguage): TextModel {
  return {
    provider: language.provider,
    model: language.modelId,
    builtIn: false,
    write: (request, { signal }) => write(language, request, signal),
  }
}

function write(
  language: SdkLanguage,
  request: WritingRequest,
  signal: AbortSignal,
): AsyncIterable<ModelWritingEvent> {
  switch (request.kind) {
    case 'ideas':
      return listed(language, request, signal, {
        schema: ideasSchema,
        read: (reply) => readIdeas(reply, request),
        events: (ideas) => ideas.map((idea) => ({ type: 'idea', idea })),
      })
    case 'slides':
      return listed(language, request, signal, {
        schema: slidesSchema,
        read: (reply) => readSlides(reply, request),
        events: (slides) => slides.map((slide) => ({ type: 'slide', slide })),
      })
    case 'hashtags':
      return listed(language, request, signal, {
        schema: hashtagsSchema,
        read: readHashtags,
        events: (hashtags) => [{ type: 'hashtags', hashtags }],
      })
    default:
      return streamCopy(language, request, signal)
  }
}

interface Listed<Item> {
  readonly schema: Parameters<typeof askForObject>[2]
  readonly read: (reply: string) => Promise<readonly Item[]>
  readonly events: (items: readonly Item[]) => readonly ModelWritingEvent[]
}

const again = 'Your last answer could not be read. Answer with the JSON alone, and finish it.'

/** Asks for a list in JSON; what cannot be read is asked for once more, telling so. */
async function* listed<Item>(
  language: SdkLanguage,
  request: WritingRequest,
  signal: AbortSignal,
  { schema, read, events }: Listed<Item>,
): AsyncGenerator<ModelWritingEvent> {
  const ask = async (prompt: Prompt) =>
    read(
      await callProvider({
        timeoutMs: language.timeoutMs,
        signal,
        attempt: (within) => askForObject(language, prompt, schema, within),
      }),
    )
  const first = await ask(writingPrompt(request))
  const correction = [request.correction, again].filter(Boolean).join(' ')
  const items = first.length > 0 ? first : await ask(writingPrompt({ ...request, correction }))
  if (items.length === 0) throw new ModelError('provider_failed', sentences.broken)
  yield* events(items)
  yield { type: 'done' }
}
