import type { ImageModel } from '../image-model.ts'
import { ModelError } from '../model-error.ts'

/**
 * Asks the first model and, when that cannot, the second, as one call. A refusal for content is an
 * answer and is not carried to another service.
 */
export function createFallbackImageModel(first: ImageModel, second: ImageModel): ImageModel {
  return {
    provider: first.provider,
    builtIn: false,
    async draw(request, options) {
      try {
        return await first.draw(request, options)
      } catch (error) {
        const refused = error instanceof ModelError && error.code === 'provider_refused'
        if (refused || options.signal.aborted) throw error
        return second.draw(request, options)
      }
    },
  }
}
