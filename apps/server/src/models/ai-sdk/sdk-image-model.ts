import type { FalProvider } from '@ai-sdk/fal'
import type { Aspect, Tier } from '@rheos/contract'
import { APICallError } from 'ai'
import type {
  ChangedPicture,
  DrawnImage,
  EditRequest,
  ImageModel,
  ImageRequest,
  SourcePicture,
  UpscaleRequest,
} from '../image-model.ts'
import { ModelError } from '../model-error.ts'
import { callProvider } from './call-provider.ts'
import { finishImage } from './finish-image.ts'
import { backgroundPrompt, editPrompt, imagePrompt, variationPrompt } from './image-prompt.ts'
import { liftingPictures, pictureIn } from './lifted-pictures.ts'
import { sentences } from './model-error-from.ts'

/** The SDK's own interface of an image model, as all its providers have it. */
type SdkModel = ReturnType<FalProvider['image']>
type SdkAnswer = Awaited<ReturnType<SdkModel['doGenerate']>>
type SdkOptions = Parameters<SdkModel['doGenerate']>[0]['providerOptions']

/** How one provider is asked for images. What it cannot do is left out. */
export interface SdkImages {
  readonly provider: string
  readonly timeoutMs: number
  readonly modelIds: Readonly<Record<Tier, string>>
  model(modelId: string): SdkModel
  /** The provider's own way to say a shape. */
  shape(aspect: Aspect): Shape
  readonly takesSeed: boolean
  readonly editing?: SdkEditing | undefined
  readonly upscaling?: SdkUpscaling | undefined
}

interface Shape {
  readonly size?: `${number}x${number}`
  readonly aspectRatio?: `${number}:${number}`
}

/** How it is asked to change a picture. */
interface SdkEditing {
  readonly modelIds: Readonly<Record<Tier, string>>
  /** A model that replaces backgrounds and is told the new one alone; the editing one without it. */
  readonly backgroundModelId?: string
  /** Nothing where the service keeps the shape of what it is given. */
  shape(picture: { readonly width: number; readonly height: number }): Shape
}

interface SdkUpscaling {
  readonly modelId: string
  options(request: UpscaleRequest): SdkOptions
}

interface Asked extends Shape {
  readonly modelId: string
  readonly prompt: string | undefined
  readonly source?: SourcePicture
  readonly seed?: number
  readonly options?: SdkOptions
}

/** An image model behind the AI SDK. One call is one image. */
export function createSdkImageModel(images: SdkImages): ImageModel {
  const { provider, editing } = images
  return {
    provider,
    builtIn: false,
    async draw(request, { signal }) {
      const modelId = images.modelIds[request.tier]
      const { prompt, seed } = { prompt: imagePrompt(request), seed: request.seed }
      const shape = images.shape(request.aspect)
      const bytes = await answer(images, { modelId, prompt, seed, ...shape }, signal)
      const finished = await finishImage(bytes, request)
      return { ...finished, provider, model: modelId, alt: altFor(request) }
    },
    ...(editing && changing(images, editing)),
    ...(images.upscaling && { upscale: upscaling(images, images.upscaling) }),
  }
}

function changing(
  images: SdkImages,
  editing: SdkEditing,
): Pick<ImageModel, 'edit' | 'vary' | 'replaceBackground'> {
  const { backgroundModelId } = editing
  const by =
    (words: (request: EditRequest) => string, ownModelId?: string) =>
    (request: EditRequest, { signal }: { readonly signal: AbortSignal }) => {
      const modelId = ownModelId ?? editing.modelIds[request.tier]
      return change(images, { modelId, prompt: words(request), request }, signal)
    }
  return {
    edit: by(editPrompt),
    vary: by(variationPrompt),
    replaceBackground:
      backgroundModelId === undefined
        ? by(backgroundPrompt)
        : by(({ instruction }) => instruction, backgroundModelId),
  }
}

async function change(
  images: SdkImages,
  asked: { readonly modelId: string; readonly prompt: string; readonly request: EditRequest },
  signal: AbortSignal,
): Promise<ChangedPicture> {
  const { modelId, prompt, request } = asked
  const { source, seed } = request
  const shape = images.editing?.shape(request) ?? {}
  const bytes = await answer(images, { modelId, prompt, source, seed, ...shape }, signal)
  const { width, height } = request
  const finished = await finishImage(bytes, { width, height, withLogo: false })
  return { ...finished, provider: images.provider, model: modelId }
}

function upscaling(images: SdkImages, { modelId, options }: SdkUpscaling): ImageModel['upscale'] {
  return async (request, { signal }) => {
    const { source, factor } = request
    const asked = { modelId, prompt: undefined, source, options: options(request) }
    const bytes = await answer(images, asked, signal)
    const size = { width: source.width * factor, height: source.height * factor }
    const finished = await finishImage(bytes, { ...size, withLogo: false })
    return { ...finished, provider: images.provider, model: modelId }
  }
}

function answer(images: SdkImages, asked: Asked, signal: AbortSignal): Promise<Uint8Array> {
  return callProvider({
    timeoutMs: images.timeoutMs,
    signal,
    attempt: (within) => liftingPictures(async () => imageIn(await ask(images, asked, within))),
  })
}

/**
 * The model is called directly and not through `generateImage`, which drops why there is no image
 * and prints warnings.
 */
async function ask(images: SdkImages, asked: Asked, signal: AbortSignal): Promise<SdkAnswer> {
  const { source, seed } = asked
  try {
    return await images.model(asked.modelId).doGenerate({
      prompt: asked.prompt,
      n: 1,
      size: asked.size,
      aspectRatio: asked.aspectRatio,
      // Providers take a signed 32-bit number.
      seed: images.takesSeed && seed !== undefined ? seed & 0x7fffffff : undefined,
      files: source && [{ type: 'file', mediaType: source.mediaType, data: source.bytes }],
      mask: undefined,
      providerOptions: asked.options ?? {},
      abortSignal: signal,
    })
  } catch (error) {
    throw source && knowsNoEditing(error)
      ? new ModelError('edit_not_possible', sentences.noEditing, { cause: error })
      : error
  }
}

/** A service that draws need not know the address at which others change pictures. */
function knowsNoEditing(error: unknown): boolean {
  return APICallError.isInstance(error) && [404, 405, 501].includes(error.statusCode ?? 0)
}

function imageIn(answer: SdkAnswer): Uint8Array {
  if (saysUnsafe(answer)) throw new ModelError('provider_refused', sentences.refused)
  const [image] = answer.images
  if (image === undefined) throw new ModelError('provider_failed', sentences.empty)
  return typeof image === 'string' ? pictureIn(image) : image
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
