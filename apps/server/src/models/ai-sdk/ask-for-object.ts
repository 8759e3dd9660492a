import { APICallError, generateText, NoObjectGeneratedError, Output } from 'ai'
import type { z } from 'zod'
import { refuseFiltered } from './refuse-filtered.ts'
import type { SdkLanguage } from './sdk-text-model.ts'
import type { Prompt } from './writing-prompt.ts'

/**
 * Asks for the exact shape and answers with what was said, right or not; a service that knows no
 * schemas is asked again in words alone.
 */
export async function askForObject(
  language: SdkLanguage,
  prompt: Prompt,
  schema: z.ZodObject,
  signal: AbortSignal,
): Promise<string> {
  const call = { model: language.languageModel, ...prompt, maxRetries: 0, abortSignal: signal }
  try {
    const { text, finishReason } = await generateText({
      ...call,
      output: Output.object({ schema, name: 'answer' }),
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

function knowsNoSchemas(error: unknown): boolean {
  return (
    APICallError.isInstance(error) &&
    error.statusCode === 400 &&
    /response_format|json_schema|structured|responseSchema/i.test(
      `${error.message} ${error.responseBody ?? ''}`,
    )
  )
}
