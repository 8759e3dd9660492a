import type { ImageModel } from '../image-model.ts'
import { ModelError } from '../model-error.ts'

type Doing<Request, Result> = (
  request: Request,
  options: { readonly signal: AbortSignal },
) => Promise<Result>

/**
 * Asks the first model and, when that cannot, the second, as one call. A refusal for content is an
 * answer and is not carried to another service; a model that does not know an action is passed over.
 */
export function createFallbackImageModel(first: ImageModel, second: ImageModel): ImageModel {
  return {
    provider: first.provider,
    builtIn: false,
    draw: inTurn(first.draw, second.draw),
    edit: either(first.edit, second.edit),
    vary: either(first.vary, second.vary),
    replaceBackground: either(first.replaceBackground, second.replaceBackground),
    upscale: either(first.upscale, second.upscale),
  }
}

function either<Request, Result>(
  first: Doing<Request, Result> | undefined,
  second: Doing<Request, Result> | undefined,
): Doing<Request, Result> | undefined {
  return first && second ? inTurn(first, second) : (first ?? second)
}

function inTurn<Request, Result>(
  first: Doing<Request, Result>,
  second: Doing<Request, Result>,
): Doing<Request, Result> {
  return async (request, options) => {
    try {
      return await first(request, options)
    } catch (error) {
      const refused = error instanceof ModelError && error.code === 'provider_refused'
      if (refused || options.signal.aborted) throw error
      return second(request, options)
    }
  }
}
