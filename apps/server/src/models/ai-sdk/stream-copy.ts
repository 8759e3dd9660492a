import { APICallError, type ModelMessage, streamText } from 'ai'
import { ModelError } from '../model-error.ts'
import type { ModelWritingEvent, WritingRequest } from '../text-model.ts'
import { callProvider } from './call-provider.ts'
import { sentences } from './model-error-from.ts'
import { refuseFiltered } from './refuse-filtered.ts'
import type { SdkLanguage } from './sdk-text-model.ts'
import { type Prompt, writingPrompt } from './writing-prompt.ts'

/**
 * A text as it comes. The stream is pumped into a queue so that tries before the first words can be
 * repeated, while what has been shown never is.
 */
export async function* streamCopy(
  language: SdkLanguage,
  request: WritingRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelWritingEvent> {
  const queue = new TransformStream<string, string>(undefined, { highWaterMark: 64 })
  const left = new AbortController()
  const writer = queue.writable.getWriter()
  let begun = false
  let isCutShort = false
  const show = async (delta: string) => {
    begun = true
    await writer.write(delta)
  }
  const pumped = callProvider({
    timeoutMs: language.timeoutMs,
    signal: AbortSignal.any([signal, left.signal]),
    begun: () => begun,
    attempt: async (within) => {
      isCutShort = await pump(language, request, { signal: within, show })
    },
  }).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  )
  pumped.catch(() => {})
  try {
    for await (const delta of queue.readable) yield { type: 'text', delta }
    yield isCutShort ? { type: 'done', isCutShort } : { type: 'done' }
  } finally {
    left.abort()
  }
}

interface Show {
  readonly signal: AbortSignal
  show(delta: string): Promise<void>
}

/** With the picture where there is one; a model that takes none is asked again in words. */
async function pump(language: SdkLanguage, request: WritingRequest, how: Show): Promise<boolean> {
  if (request.kind !== 'alt' || request.picture.jpeg === undefined)
    return pumpOnce(language, writingPrompt(request), undefined, how)
  try {
    return await pumpOnce(language, writingPrompt(request), request.picture.jpeg, how)
  } catch (error) {
    if (!takesNoPictures(error)) throw error
    const unseen = { ...request, picture: { ...request.picture, jpeg: undefined } }
    return pumpOnce(language, writingPrompt(unseen), undefined, how)
  }
}

/**
 * The SDK's stream does not throw: a failure is a part of it, and after a broken chunk it even ends
 * with `stop`. It has succeeded only when it finished with neither an error nor an abort in it.
 * Answers whether the model ran out of room.
 */
async function pumpOnce(
  language: SdkLanguage,
  { system, prompt }: Prompt,
  jpeg: Uint8Array | undefined,
  { signal, show }: Show,
): Promise<boolean> {
  const { fullStream } = streamText({
    model: language.languageModel,
    system,
    messages: [messageOf(prompt, jpeg)],
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
  return finishReason === 'length'
}

function messageOf(prompt: string, jpeg: Uint8Array | undefined): ModelMessage {
  if (jpeg === undefined) return { role: 'user', content: prompt }
  const picture = { type: 'image', image: jpeg, mediaType: 'image/jpeg' } as const
  return { role: 'user', content: [{ type: 'text', text: prompt }, picture] }
}

function takesNoPictures(error: unknown): boolean {
  return (
    APICallError.isInstance(error) &&
    [400, 404, 415, 422].includes(error.statusCode ?? 0) &&
    /image|vision|multimodal|modalit|content.{0,20}(?:string|type|part)/i.test(
      `${error.message} ${error.responseBody ?? ''}`,
    )
  )
}
