import { falImages } from './ai-sdk/fal.ts'
import { createFallbackImageModel } from './ai-sdk/fallback-image-model.ts'
import { googleModels } from './ai-sdk/google.ts'
import { openaiCompatibleModels } from './ai-sdk/openai-compatible.ts'
import { createSdkChoiceModel } from './ai-sdk/sdk-choice-model.ts'
import { createSdkImageModel } from './ai-sdk/sdk-image-model.ts'
import { createSdkTextModel, type SdkLanguage } from './ai-sdk/sdk-text-model.ts'
import { createBuiltinImageModel } from './builtin/builtin-image-model.ts'
import { createBuiltinTextModel } from './builtin/builtin-text-model.ts'
import type { ChoiceModel } from './choice-model.ts'
import type { ImageModel } from './image-model.ts'
import type { ModelsConfig } from './models-config.ts'
import type { TextModel } from './text-model.ts'

export interface Models {
  readonly text: TextModel
  readonly image: ImageModel
  readonly choice?: ChoiceModel
  /** Everything is made here, without a network. */
  readonly builtIn: boolean
  readonly provider: ModelsConfig['provider']
}

/** The models of the provider that is set. The only door to this folder's adapters. */
export function createModels(config: ModelsConfig): Models {
  const { provider } = config
  const timeoutMs = config.timeoutSeconds * 1000
  switch (provider) {
    case 'builtin':
      return {
        text: createBuiltinTextModel(),
        image: createBuiltinImageModel(),
        builtIn: true,
        provider,
      }
    case 'google':
      return { ...googleSet(config, timeoutMs), builtIn: false, provider }
    case 'fal':
      // fal has no language model: writing stays with the built-in one, which says so of itself.
      return {
        text: createBuiltinTextModel(),
        image: createSdkImageModel(falImages(needed(config.fal, provider), timeoutMs)),
        builtIn: false,
        provider,
      }
    case 'openai-compatible': {
      const service = needed(config.openaiCompatible, provider)
      const { language, images } = openaiCompatibleModels(service, timeoutMs)
      return { ...sdkSet(language, createSdkImageModel(images)), builtIn: false, provider }
    }
  }
}

/** With fal behind it, Google gets part of the time, so that the second try has some left. */
const shareOfFirst = 0.6

function googleSet(config: ModelsConfig, timeoutMs: number) {
  const service = needed(config.google, 'google')
  const { language, images } = googleModels(service, timeoutMs)
  if (!config.fal) return sdkSet(language, createSdkImageModel(images))
  const first = { ...images, timeoutMs: timeoutMs * shareOfFirst }
  const second = falImages(config.fal, timeoutMs * (1 - shareOfFirst))
  return sdkSet(
    language,
    createFallbackImageModel(createSdkImageModel(first), createSdkImageModel(second)),
  )
}

function sdkSet(language: SdkLanguage, image: ImageModel) {
  return { text: createSdkTextModel(language), image, choice: createSdkChoiceModel(language) }
}

function needed<Service>(service: Service | undefined, provider: string): Service {
  if (service === undefined) throw new TypeError(`the provider ${provider} is set without its key`)
  return service
}
