import type { FalProvider } from '@ai-sdk/fal'
import type { Aspect, Tier } from '@rheos/contract'
import type { DrawnImage, ImageModel, ImageRequest } from '../image-model.ts'
import { ModelError } from '../model-error.ts'
import { callProvider } from './call-provider.ts'
import { finishImage } from './finish-image.ts'
import { imagePrompt } from './image-prompt.ts'
import { sentences } from './model-error-from.ts'

/** The SDK's own interface of an image model, as all its providers have it. */
type SdkModel = ReturnType<FalProvider['image']>
type SdkAnswer = Awaited<ReturnType<SdkModel['doGenerate']>>

/** How one provider is asked for an image. */
export interface SdkImages {
  readonly provider: string
  readonly timeoutMs: number
  readonly modelIds: Readonly<Record<Tier, string>>
  model(modelId: string): SdkModel
  /** The provider's own way to say a shape. */
  shape(aspect: Aspect): Shape
  readonly takesSeed: boolean
}

interface Shape {
  readonly size?: `${number}x${number}`
  readonly aspectRatio?: `${number}:${number}`
}

/** An image model behind the AI SDK. One call is one image. */
export function createSdkImageModel(images: SdkImages): ImageModel {
  return {
    provider: images.provider,
    builtIn: false,
    async draw(request, { signal }) {
      const bytes = await callProvider({
        timeoutMs: images.timeoutMs,
        signal,
        attempt: async (within) => imageIn(await ask(images, request, within)),
      })
      const finished = await finishImage(bytes, request)
      const model = images.modelIds[request.tier]
      return { ...finished, provider: images.provider, model, alt: altFor(request) }
    },
  }
}

/**
 * The model is called directly and not through `generateImage`, which drops why there is no image
 * and prints warnings.
 */
async function ask(images: SdkImages, request: ImageRequest, signal: AbortSignal) {
  const { size, aspectRatio } = images.shape(request.aspect)
  return images.model(images.modelIds[request.tier]).doGenerate({
    prompt: imagePrompt(request),
    n: 1,
    size,
    aspectRatio,
    // Providers take a signed 32-bit number.
    seed: images.takesSeed ? request.seed & 0x7fffffff : undefined,
    files: undefined,
    mask: undefined,
    providerOptions: {},
    abortSignal: signal,
  })
}

function imageIn(answer: SdkAnswer): Uint8Array {
  if (saysUnsafe(answer)) throw new ModelError('provider_refused', sentences.refused)
  const [image] = answer.images
  if (image === undefined) throw new ModelError('provider_failed', sentences.empty)
  return typeof image === 'string' ? Buffer.from(image, 'base64') : image
}

/**
 * Google answers a refusal as a success without an image that is not worth repeating; fal blackens
 * what its checker dislikes and says so beside it.
 */
function saysUnsafe(answer: SdkAnswer): boolean {
  const filtered = 'isRetryable' in answer && answer.isRetryable === false
  if (filtered && answer.images.length === 0) return true
  return /"nsfw":true/.test(JSON.stringify(answer.providerMetadata?.['fal'] ?? null))
}

function altFor({ prompt }: ImageRequest): DrawnImage['alt'] {
  const line = prompt.replace(/\s+/g, ' ').trim()
  return `AI-generated image: ${line.length > 200 ? `${line.slice(0, 199).trimEnd()}…` : line}`
}
