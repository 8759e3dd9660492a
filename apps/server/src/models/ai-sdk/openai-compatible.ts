import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { Aspect } from '@rheos/contract'
import { nearestAspect } from '../image-size.ts'
import type { OpenaiCompatibleService } from '../models-config.ts'
import { providerFetch } from './provider-fetch.ts'
import type { SdkImages } from './sdk-image-model.ts'
import type { SdkLanguage } from './sdk-text-model.ts'

/** The sizes that services of this protocol share; what comes is covered to the size we promise. */
const sizes = {
  square: '1024x1024',
  portrait: '1024x1536',
  landscape: '1536x1024',
} as const satisfies Record<Aspect, string>

/** Any service that speaks OpenAI's protocol. */
export function openaiCompatibleModels(
  service: OpenaiCompatibleService,
  timeoutMs: number,
): { readonly language: SdkLanguage; readonly images: SdkImages } {
  const provider = createOpenAICompatible({
    name: 'openai-compatible',
    baseURL: service.baseUrl,
    apiKey: service.apiKey,
    supportsStructuredOutputs: true,
    fetch: providerFetch(service.baseUrl),
  })
  return {
    language: {
      provider: 'openai-compatible',
      modelId: service.textModel,
      languageModel: provider(service.textModel),
      timeoutMs,
    },
    images: {
      provider: 'openai-compatible',
      timeoutMs,
      modelIds: { standard: service.imageModelStandard, pro: service.imageModelPro },
      model: (modelId) => provider.imageModel(modelId),
      shape: (aspect) => ({ size: sizes[aspect] }),
      takesSeed: false,
      editing: {
        modelIds: { standard: service.imageModelStandard, pro: service.imageModelPro },
        shape: (picture) => ({ size: sizes[nearestAspect(picture)] }),
      },
    },
  }
}
