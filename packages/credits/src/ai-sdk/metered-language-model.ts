import type { LanguageModelV3CallOptions, LanguageModelV3Middleware } from '@ai-sdk/provider'
import { beginOperation } from './begin-operation.ts'
import { splitParams } from './credits-options.ts'
import { isContentful } from './delivered-text.ts'
import { holdOfCall } from './hold-of-call.ts'
import { meterStream } from './meter-stream.ts'
import type { MeteredOperation } from './metered-operation.ts'
import type { MeteringSettings } from './metering-settings.ts'
import { type NumberedCall, OperationIds } from './operation-ids.ts'

/**
 * Meters a language model of the AI SDK. One call of the provider is one operation of quantity 1:
 * each step of a text with tools pays for itself.
 *
 * A stream is paid for when it has finished, before its `finish` is passed on; one that fails, is
 * aborted or cancelled is released. An answer without content is released too. `streamText` does not
 * tell a model that nobody reads on: give it an `abortSignal`, or wait for `callMsMax`.
 *
 * Throws a `CreditsRefusedError`, `OperationReplayedError` or `OperationLostError`; the SDK tries
 * none of them again. Comes first where a model has several middlewares: one before it that copies
 * the parameters hides which calls are tries of the same press, and the second try is refused.
 *
 * @example
 * const model = wrapLanguageModel({
 *   model: google('gemini-2.5-flash'),
 *   middleware: meteredLanguageModel({ ledger, ...rules, action: 'text.post', accountId }),
 * })
 */
export function meteredLanguageModel(settings: MeteringSettings): LanguageModelV3Middleware {
  const ids = new OperationIds()
  const begin = (params: LanguageModelV3CallOptions) => beginCall(settings, ids, params)
  return {
    specificationVersion: 'v3',
    async wrapGenerate({ params: all, model }) {
      const { operation, params } = await begin(all)
      const answer = await operation.attempt((abortSignal) =>
        model.doGenerate({ ...params, abortSignal }),
      )
      await operation.deliver(isContentful(answer) ? 1 : 0)
      return answer
    },
    async wrapStream({ params: all, model }) {
      const { operation, params } = await begin(all)
      const answer = await operation.attempt(
        (abortSignal) => model.doStream({ ...params, abortSignal }),
        (late) => late.stream.cancel(),
      )
      return { ...answer, stream: meterStream(answer.stream, operation) }
    },
  }
}

async function beginCall(
  settings: MeteringSettings,
  ids: OperationIds,
  all: LanguageModelV3CallOptions,
): Promise<{
  readonly operation: MeteredOperation
  readonly params: LanguageModelV3CallOptions
}> {
  const { params, options } = splitParams(all)
  const { operationId, released } = numbered(ids, settings, all)
  const hold = holdOfCall(settings, options, { operationId, quantity: 1 })
  const { abortSignal: signal } = params
  const operation = await beginOperation(settings, { hold, signal, released })
  return { operation, params }
}

/**
 * `generateText` makes its headers anew and keeps them for every try and step; `streamText` passes
 * on the caller's, if any, but keeps the options in which the id came.
 */
function numbered(
  ids: OperationIds,
  settings: MeteringSettings,
  { headers, prompt, providerOptions }: LanguageModelV3CallOptions,
): NumberedCall {
  const given = providerOptions?.['credits']
  const operationId = given?.['operationId'] ?? settings.operationId
  if (typeof operationId !== 'string') return { operationId: settings.newId(), released() {} }
  return ids.ofStep(headers ?? given ?? settings, operationId, prompt.length)
}
