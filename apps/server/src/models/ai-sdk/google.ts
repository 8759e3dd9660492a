import { createGoogleGenerativeAI } from '@ai-sdk/google'
import type { Aspect } from '@rheos/contract'
import type { KeyedService } from '../models-config.ts'
import { providerFetch } from './provider-fetch.ts'
import type { SdkImages } from './sdk-image-model.ts'
import type { SdkLanguage } from './sdk-text-model.ts'

const home = 'https://generativelanguage.googleapis.com/v1beta'
const textModelId = 'gemini-2.5-flash'
// The Gemini image models know 4:5, which Imagen does not, and take pictures to change.
const imageModelIds = {
  standard: 'gemini-2.5-flash-image',
  pro: 'gemini-3-pro-image-preview',
} as const
const ratios = { square: '1:1', portrait: '4:5', landscape: '16:9' } as const satisfies Record<
  Aspect,
  string
>

/** Google's language and image models. */
export function googleModels(
  service: KeyedService,
  timeoutMs: number,
): { readonly language: SdkLanguage; readonly images: SdkImages } {
  const baseURL = service.baseUrl ?? home
  const google = createGoogleGenerativeAI({
    apiKey: service.apiKey,
    baseURL,
    fetch: providerFetch(baseURL),
  })
  return {
    language: {
      provider: 'google',
      modelId: textModelId,
      languageModel: google(textModelId),
      timeoutMs,
    },
    images: {
      provider: 'google',
      timeoutMs,
      modelIds: imageModelIds,
      model: (modelId) => google.image(modelId),
      shape: (aspect) => ({ aspectRatio: ratios[aspect] }),
      takesSeed: true,
      // They keep the shape of the picture they are given, and none of them only enlarges.
      editing: { modelIds: imageModelIds, shape: () => ({}) },
    },
  }
}
