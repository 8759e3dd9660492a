import type { ImageModelV3, ImageModelV3CallOptions } from '@ai-sdk/provider'

export type ImageAnswer = Awaited<ReturnType<ImageModelV3['doGenerate']>>

/**
 * All images of an order, in as many calls as the provider needs for them. What some of the calls
 * made is delivered although others failed; throws when all did.
 */
export async function drawImages(
  model: ImageModelV3,
  params: ImageModelV3CallOptions,
): Promise<ImageAnswer> {
  const parts = partsOf(params.n, await imagesPerCall(model))
  if (parts.length === 1) return await model.doGenerate(params)
  const calls = parts.map(async (n) => await model.doGenerate({ ...params, n }))
  return gather(await Promise.allSettled(calls))
}

/** A model that does not say makes one, as everywhere in the SDK. */
async function imagesPerCall(model: ImageModelV3): Promise<number> {
  const { maxImagesPerCall: max, modelId } = model
  return (typeof max === 'function' ? await max.call(model, { modelId }) : max) ?? 1
}

function partsOf(n: number, max: number): readonly number[] {
  const count = Math.ceil(n / max)
  return Array.from({ length: count }, (_, index) => Math.min(max, n - index * max))
}

function gather(calls: readonly PromiseSettledResult<ImageAnswer>[]): ImageAnswer {
  const answers = calls.flatMap((call) => (call.status === 'fulfilled' ? [call.value] : []))
  const failures = calls.flatMap((call) => (call.status === 'rejected' ? [call.reason] : []))
  const joined = answers.reduce<ImageAnswer | undefined>(join, undefined)
  if (joined === undefined) throw failures[0]
  if (failures.length === 0) return joined
  if (joined.images.length === 0) throw failures[0]
  return { ...joined, warnings: [...joined.warnings, warningOf(failures, calls.length)] }
}

function join(before: ImageAnswer | undefined, next: ImageAnswer): ImageAnswer {
  if (before === undefined) return next
  const { isRetryable, usage, providerMetadata, ...answer } = before
  const isFinal = isRetryable === false && next.isRetryable === false
  const metadata = joinMetadata(providerMetadata, next.providerMetadata)
  const used = addUsage(usage, next.usage)
  return {
    ...answer,
    // One model answers in one form: all text or all bytes.
    images: [...before.images, ...next.images] as ImageAnswer['images'],
    warnings: [...before.warnings, ...next.warnings],
    ...(isFinal && { isRetryable: false }),
    ...(metadata && { providerMetadata: metadata }),
    ...(used && { usage: used }),
  }
}

type Metadata = ImageAnswer['providerMetadata']

function joinMetadata(before: Metadata, next: Metadata): Metadata {
  if (before === undefined || next === undefined) return before ?? next
  const joined = { ...before }
  for (const [provider, metadata] of Object.entries(next)) {
    const images = [...(before[provider]?.images ?? []), ...metadata.images]
    joined[provider] = Object.assign({}, before[provider], metadata, { images })
  }
  return joined
}

type Usage = ImageAnswer['usage']

function addUsage(before: Usage, next: Usage): Usage {
  if (before === undefined || next === undefined) return before ?? next
  return {
    inputTokens: add(before.inputTokens, next.inputTokens),
    outputTokens: add(before.outputTokens, next.outputTokens),
    totalTokens: add(before.totalTokens, next.totalTokens),
  }
}

function add(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : a + b
}

function warningOf(failures: readonly unknown[], calls: number): ImageAnswer['warnings'][number] {
  const [first] = failures
  const why = first instanceof Error ? first.message : String(first)
  const message = `${failures.length} of ${calls} calls for images failed and cost nothing: ${why}`
  return { type: 'other', message }
}
