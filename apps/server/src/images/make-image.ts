import type { BrandBrief } from '../models/brand-brief.ts'
import type {
  ChangedPicture,
  DrawnImage,
  ImageModel,
  MadePicture,
  SourcePicture,
} from '../models/image-model.ts'
import { ModelError } from '../models/model-error.ts'
import type { ImageOrder } from './image-order.ts'

/** A picture as a model made it. */
export type Made = MadePicture & Partial<Pick<DrawnImage, 'alt'>> & Pick<ChangedPicture, 'redrawn'>

/** Asks the model for one picture, in the way that was ordered. */
export async function makeImage(
  model: ImageModel,
  asked: {
    readonly order: ImageOrder
    readonly source: SourcePicture | undefined
    readonly brand: BrandBrief | undefined
    readonly seed: number
  },
  signal: AbortSignal,
): Promise<Made> {
  const { order, source, brand, seed } = asked
  const { tier, aspect, prompt, width, height, withLogo, factor } = order
  const size = { tier, width, height, seed, ...(brand && { brand }) }
  if (order.way === 'draw') return model.draw({ ...size, prompt, aspect, withLogo }, { signal })
  if (source === undefined) throw new Error('A picture is to be changed, and there is none.')
  const changed = order.way === 'upscale' ? undefined : changing(model)[order.way]
  if (changed) return changed({ ...size, source, instruction: prompt }, { signal })
  if (model.upscale && factor !== null) return model.upscale({ source, factor }, { signal })
  // Only where the studio was set to another service while this waited.
  throw new ModelError(
    'edit_not_possible',
    'The AI service of this studio has changed and cannot do this any more.',
  )
}

function changing({ edit, vary, replaceBackground }: ImageModel) {
  return { edit, vary, background: replaceBackground } as const
}
