import {
  APICallError,
  generateText,
  type LanguageModel,
  NoObjectGeneratedError,
  Output,
  streamText,
} from 'ai'
import { ModelError } from '../model-error.ts'
import type { CopyRequest, IdeasRequest, ModelWritingEvent, TextModel } from '../text-model.ts'
import { callProvider } from './call-provider.ts'
import { ideasSchema, readIdeas } from './ideas-reply.ts'
import { sentences } from './model-error-from.ts'
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
    write: (request, { signal }) =>
      request.kind === 'ideas'
        ? writeIdeas(language, request, signal)
        : writeCopy(language, request, signal),
  }
}

async function* writeIdeas(
  language: SdkLanguage,
  request: IdeasRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelWritingEvent> {
  const reply = await callProvider({
    timeoutMs: language.timeoutMs,
    signal,
    attempt: (within) => askForIdeas(language, request, within),
  })
  const ideas = readIdeas(reply, { count: request.count, intent: request.intent })
  if (ideas.length === 0) throw new ModelError('provider_failed', sentences.broken)
  for (const idea of ideas) yield { type: 'idea', idea }
  yield { type: 'done' }
}

/** Asks for the exact shape; a service that knows no schemas is asked again in words alone. */
async function askForIdeas(
  language: SdkLanguage,
  request: IdeasRequest,
  signal: AbortSignal,
): Promise<string> {
  const call = {
    model: language.languageModel,
    ...writingPrompt(request),
    maxRetries: 0,
    abortSignal: signal,
  }
  try {
    const { text, finishReason } = await generateText({
      ...call,
      output: Output.object({ schema: ideasSchema, name: 'ideas' }),
    })
    return refuseFiltered(text, finishReason)
  } catch (error) {
    if (NoObjectGeneratedError.isInstance(error))
      return refuseFiltered(error.text ?? '', error.finishReason)
    if (!knowsNoSchemas(error)) throw error
    const { text, finishReason } = await generateText(call)
    return refuseFiltered(text, finishReason)
  }
}

function refuseFiltered(text: string, finishReason: string | undefined): string {
  if (finishReason === 'content-filter') throw new ModelError('provider_refused', sentences.refused)
  return text
}

function knowsNoSchemas(error: unknown): boolean {
  return (
    APICallError.isInstance(error) &&
    error.statusCode === 400 &&
    /response_format|json_schema|structured|responseSchema/i.test(
      `${error.message} ${error.responseBody ?? ''}`,
    )
  )
}

/**
 * The stream is pumped into a queue so that tries before the first words can be repeated, while what
 * has been shown never is.
 */
async function* writeCopy(
  language: SdkLanguage,
  request: CopyRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelWritingEvent> {
  const queue = new TransformStream<string, string>(undefined, { highWaterMark: 64 })
  const left = new AbortController()
  const writer = queue.writable.getWriter()
  let begun = false
  const pumped = callProvider({
    timeoutMs: language.timeoutMs,
    signal: AbortSignal.any([signal, left.signal]),
    begun: () => begun,
    attempt: (within) =>
      pump(language, request, {
        signal: within,
        show: async (delta) => {
          begun = true
          await writer.write(delta)
        },
      }),
  }).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  )
  pumped.catch(() => {})
  try {
    for await (const delta of queue.readable) yield { type: 'text', delta }
    yield { type: 'done' }
  } finally {
    left.abort()
  }
}

interface Show {
  readonly signal: AbortSignal
  show(delta: string): Promise<void>
}

/**
 * The SDK's stream does not throw: a failure is a part of it, and after a broken chunk it even ends
 * with `stop`. It has succeeded only when it finished with neither an error nor an abort in it.
 */
async function pump(language: SdkLanguage, request: CopyRequest, { signal, show }: Show) {
  const { fullStream } = streamText({
    model: language.languageModel,
    ...writingPrompt(request),
    maxRetries: 0,
    abortSignal: signal,
    // Without a handler the SDK prints the error, prompt included.
    onError: () => {},
  })
  let finishReason: string | undefined
  let characters = 0
  for await (const part of fullStream) {
    if (part.type === 'error') throw part.error
    if (part.type === 'abort') throw signal.reason ?? new Error('the stream was aborted')
    if (part.type === 'finish') finishReason = part.finishReason
    if (part.type !== 'text-delta' || part.text === '') continue
    characters += part.text.trim().length
    await show(part.text)
  }
  refuseFiltered('', finishReason)
  if (finishReason === undefined || finishReason === 'error')
    throw new ModelError('provider_failed', sentences.failed)
  if (characters === 0) throw new ModelError('provider_failed', sentences.empty)
}
