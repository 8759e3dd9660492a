import { ModelError } from '../model-error.ts'
import { sentences } from './model-error-from.ts'

/** What was said, unless a content filter ended it. */
export function refuseFiltered(text: string, finishReason: string | undefined): string {
  if (finishReason === 'content-filter') throw new ModelError('provider_refused', sentences.refused)
  return text
}
