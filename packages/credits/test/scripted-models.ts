import type {
  ImageModelV3,
  LanguageModelV3,
  LanguageModelV3Content,
  LanguageModelV3GenerateResult,
  LanguageModelV3StreamPart,
} from '@ai-sdk/provider'
import { APICallError } from 'ai'

export type ImageCall = Parameters<ImageModelV3['doGenerate']>[0]
export type TextCall = Parameters<LanguageModelV3['doGenerate']>[0]
export type ImageAnswer = Awaited<ReturnType<ImageModelV3['doGenerate']>>

/** A provider's image model that answers by `draw` and remembers what it was asked. */
export function scriptedImages(
  draw: (call: ImageCall, index: number) => ImageAnswer | Promise<ImageAnswer>,
  maxImagesPerCall: number | undefined = 4,
): ImageModelV3 & { readonly calls: readonly ImageCall[] } {
  const calls: ImageCall[] = []
  return {
    specificationVersion: 'v3',
    provider: 'scripted',
    modelId: 'images',
    maxImagesPerCall,
    calls,
    doGenerate: async (call) => draw(call, calls.push(call) - 1),
  }
}

export function images(count: number, more: Partial<ImageAnswer> = {}): ImageAnswer {
  return {
    images: Array.from({ length: count }, (_, index) => btoa(`image ${index}`)),
    warnings: [],
    response: { timestamp: new Date(0), modelId: 'images', headers: undefined },
    ...more,
  }
}

/** A provider's language model that answers by `write`, or in a stream by `stream`. */
export function scriptedText({
  write = () => text('Hello'),
  stream = () => streamOf(...hello),
}: {
  readonly write?: (
    call: TextCall,
    index: number,
  ) => LanguageModelV3GenerateResult | Promise<LanguageModelV3GenerateResult>
  readonly stream?: (call: TextCall, index: number) => ReadableStream<LanguageModelV3StreamPart>
}): LanguageModelV3 & { readonly calls: readonly TextCall[] } {
  const calls: TextCall[] = []
  return {
    specificationVersion: 'v3',
    provider: 'scripted',
    modelId: 'text',
    supportedUrls: {},
    calls,
    doGenerate: async (call) => write(call, calls.push(call) - 1),
    doStream: async (call) => ({ stream: stream(call, calls.push(call) - 1) }),
  }
}

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
}

export function text(
  words: string,
  more: Partial<LanguageModelV3GenerateResult> = {},
): LanguageModelV3GenerateResult {
  const content: LanguageModelV3Content[] = [{ type: 'text', text: words }]
  return { content, finishReason: { unified: 'stop', raw: 'stop' }, usage, warnings: [], ...more }
}

export const finish: LanguageModelV3StreamPart = {
  type: 'finish',
  finishReason: { unified: 'stop', raw: 'stop' },
  usage,
}

export const hello: readonly LanguageModelV3StreamPart[] = [
  { type: 'stream-start', warnings: [] },
  { type: 'text-start', id: '1' },
  { type: 'text-delta', id: '1', delta: 'Hel' },
  { type: 'text-delta', id: '1', delta: 'lo' },
  { type: 'text-end', id: '1' },
  finish,
]

/** The parts one by one; then it closes, or fails with the error that stands last. */
export function streamOf(
  ...parts: readonly (LanguageModelV3StreamPart | Error)[]
): ReadableStream<LanguageModelV3StreamPart> {
  const waiting = [...parts]
  return new ReadableStream({
    pull(controller) {
      const part = waiting.shift()
      if (part === undefined) return controller.close()
      if (part instanceof Error) return controller.error(part)
      controller.enqueue(part)
    },
  })
}

/** The parts, and then silence until `signal` aborts or for ever. */
export function stallingStream(
  parts: readonly LanguageModelV3StreamPart[],
  signal?: AbortSignal,
): ReadableStream<LanguageModelV3StreamPart> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      signal?.addEventListener('abort', () => controller.error(signal.reason))
    },
  })
}

/** What the SDK tries again, without a long pause. */
export function busy(): APICallError {
  return new APICallError({
    message: 'The service is busy.',
    url: 'https://provider.test/',
    requestBodyValues: {},
    statusCode: 503,
    responseHeaders: { 'retry-after-ms': '1' },
    isRetryable: true,
  })
}
