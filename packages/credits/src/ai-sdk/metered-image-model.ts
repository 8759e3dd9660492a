import type { ImageModelV3CallOptions, ImageModelV3Middleware } from '@ai-sdk/provider'
import { beginOperation } from './begin-operation.ts'
import { type CreditsOptions, splitParams } from './credits-options.ts'
import { drawImages } from './draw-images.ts'
import { holdOfCall } from './hold-of-call.ts'
import type { MeteringSettings } from './metering-settings.ts'
import { type NumberedCall, OperationIds } from './operation-ids.ts'

/**
 * Meters an image model of the AI SDK: credits are held before the provider is asked, spent for the
 * images that came, and released when it fails, is aborted or answers none.
 *
 * The order of one `generateImage` is one operation, also when the provider needs several calls for
 * it: one that fails takes nothing from the others. A caller that sets `maxImagesPerCall` gets an
 * operation for each call instead.
 *
 * Throws a `CreditsRefusedError`, `OperationReplayedError` or `OperationLostError`; the SDK tries
 * none of them again. Comes first where a model has several middlewares: one before it that copies
 * the parameters hides which calls are tries of the same press, and the second try is refused.
 *
 * @example
 * const model = wrapImageModel({
 *   model: google.image('imagen-4.0-generate-001'),
 *   middleware: meteredImageModel({ ledger, ...rules, action: 'image.standard' }),
 * })
 * await generateImage({ model, prompt, n: 4, providerOptions: { credits: { accountId, operationId } } })
 */
export function meteredImageModel(settings: MeteringSettings): ImageModelV3Middleware {
  const ids = new OperationIds()
  return {
    specificationVersion: 'v3',
    overrideMaxImagesPerCall: () => Number.MAX_SAFE_INTEGER,
    async wrapGenerate({ params: all, model }) {
      const { params, options } = splitParams(all)
      const call = numbered(ids, settings, options, params)
      const { operationId, released } = call
      const hold = holdOfCall(settings, options, { operationId, quantity: params.n })
      const { abortSignal: signal } = params
      const operation = await beginOperation(settings, { hold, signal, released })
      const answer = await operation.attempt((abortSignal) =>
        drawImages(model, { ...params, abortSignal }),
      )
      await operation.deliver(Math.min(answer.images.length, params.n))
      return answer
    },
  }
}

/** `generateImage` makes its headers anew and gives the same to every part and try. */
function numbered(
  ids: OperationIds,
  settings: MeteringSettings,
  { operationId = settings.operationId }: CreditsOptions,
  { headers }: ImageModelV3CallOptions,
): NumberedCall {
  if (operationId === undefined || headers === undefined) {
    return { operationId: operationId ?? settings.newId(), released() {} }
  }
  return ids.ofPart(headers, operationId)
}
