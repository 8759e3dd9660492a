import type { AssetOrigin } from '../db/schema.ts'
import type { Order } from '../generation/generation-kind.ts'
import { newAssetRow } from '../library/asset-row.ts'
import { changedAlt } from './alt-text.ts'
import type { ImageOrder } from './image-order.ts'
import type { Made } from './make-image.ts'
import { drawnBy, type Source } from './source-picture.ts'

/** A picture that was made and whose original lies in the storage. */
export interface Stored {
  readonly assetId: string
  readonly seed: number
  readonly image: Made
}

/** The row of a picture in the library: what it is, what it was made from, and how. */
export function assetMade(
  order: Order,
  request: ImageOrder,
  { assetId, seed, image }: Stored,
  from: { readonly source: Source | undefined; readonly builtIn: boolean; readonly at: number },
) {
  const { source } = from
  return newAssetRow({
    workspaceId: order.workspaceId,
    id: assetId,
    kind: 'generated',
    mediaType: image.mediaType,
    width: image.width,
    height: image.height,
    bytes: image.bytes.byteLength,
    alt: altOf(request, image, source),
    brandId: order.brandId ?? null,
    generationId: order.id,
    parentId: request.assetId,
    made: {
      ...wordsOf(request, image, source),
      action: request.action,
      tier: request.tier,
      aspect: request.aspect,
      withLogo: request.way === 'draw' ? request.withLogo : (source?.made?.withLogo ?? false),
      provider: image.provider,
      model: image.model,
      builtIn: from.builtIn,
      credits: order.unitPrice,
      seed: image.redrawn?.seed ?? (request.way === 'draw' ? seed : (source?.made?.seed ?? seed)),
    },
    createdBy: order.memberId,
    createdAt: from.at,
  })
}

type Words = Pick<AssetOrigin, 'prompt' | 'instruction' | 'fromPicture'>

/** What it goes back to: the prompt it was drawn from, or a picture and what was asked of that. */
function wordsOf(request: ImageOrder, image: Made, source: Source | undefined): Words {
  if (request.way === 'draw') return { prompt: request.prompt }
  if (image.redrawn) return { prompt: image.redrawn.prompt }
  const drawn = source && drawnBy(source)
  const changed = request.prompt !== '' && request.way !== 'vary'
  // An enlarged picture is as much changed as what it was enlarged from.
  const instruction = changed ? request.prompt : source?.made?.instruction
  const said = { ...(instruction !== undefined && { instruction }) }
  if (drawn) return { prompt: drawn.prompt, ...said }
  const prompt = request.prompt || source?.made?.prompt || source?.alt || 'A picture of your own'
  return { prompt, ...said, fromPicture: true }
}

function altOf(request: ImageOrder, image: Made, source: Source | undefined): string {
  if (image.redrawn) return image.redrawn.alt
  if (image.alt !== undefined) return image.alt
  const from = { alt: source?.alt ?? '', prompt: source?.made?.prompt }
  const instruction = request.way === 'vary' ? '' : request.prompt
  return changedAlt(from, { action: request.action, instruction })
}
