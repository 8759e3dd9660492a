import { createFal } from '@ai-sdk/fal'
import { imageSize } from '../image-size.ts'
import type { KeyedService } from '../models-config.ts'
import { providerFetch } from './provider-fetch.ts'
import type { SdkImages } from './sdk-image-model.ts'

const home = 'https://fal.run'

/** fal's image models. */
export function falImages(service: KeyedService, timeoutMs: number): SdkImages {
  const baseURL = service.baseUrl ?? home
  const fal = createFal({ apiKey: service.apiKey, baseURL, fetch: providerFetch(baseURL) })
  return {
    provider: 'fal',
    timeoutMs,
    modelIds: { standard: 'fal-ai/flux/schnell', pro: 'fal-ai/flux-pro/v1.1' },
    model: (modelId) => fal.image(modelId),
    shape: (aspect) => {
      const { width, height } = imageSize(aspect, 'standard')
      return { size: `${width}x${height}` }
    },
    takesSeed: true,
    editing: {
      modelIds: { standard: 'fal-ai/flux-kontext/dev', pro: 'fal-ai/flux-pro/kontext' },
      backgroundModelId: 'fal-ai/bria/background/replace',
      shape: () => ({}),
    },
    upscaling: {
      modelId: 'fal-ai/esrgan',
      options: ({ factor }) => ({ fal: { scale: factor } }),
    },
  }
}
