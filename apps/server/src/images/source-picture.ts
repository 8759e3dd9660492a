import { type Aspect, aspectSchema } from '@rheos/contract'
import { and, eq, isNull } from 'drizzle-orm'
import sharp, { type Sharp } from 'sharp'
import type { Statements } from '../db/database.ts'
import { assets, brands } from '../db/schema.ts'
import { GenerationFailure } from '../generation/generation-kind.ts'
import type { Drawn, SourcePicture } from '../models/image-model.ts'
import { nearestAspect } from '../models/image-size.ts'
import type { Storage } from '../storage/storage.ts'
import { pixelsMax } from './renditions/upload-limits.ts'

type AssetRecord = typeof assets.$inferSelect

/** A picture of the library that others are made from; the brand only while there is one. */
export type Source = Omit<AssetRecord, 'brandId'> & { readonly brandId: string | null }

/** Also one that is in the bin: whether it may still be used is asked with the press. */
export async function findSource(
  db: Statements,
  workspaceId: string,
  assetId: string,
): Promise<Source | undefined> {
  const [found] = await db
    .select({ asset: assets, brandId: brands.id })
    .from(assets)
    .leftJoin(
      brands,
      and(
        eq(brands.workspaceId, assets.workspaceId),
        eq(brands.id, assets.brandId),
        isNull(brands.deletedAt),
      ),
    )
    .where(and(eq(assets.workspaceId, workspaceId), eq(assets.id, assetId)))
  return found && { ...found.asset, brandId: found.brandId }
}

/** How it was drawn, where it was drawn from a prompt. */
export function drawnBy({ made, width, height }: AssetRecord): Drawn | undefined {
  if (made === null || made.fromPicture === true) return undefined
  const { provider, prompt, seed, aspect, withLogo = true, instruction, action } = made
  const known = aspectSchema.safeParse(aspect)
  const shape: Aspect = known.success ? known.data : nearestAspect({ width, height })
  const unchanged = instruction === undefined && action !== 'upscale'
  return { provider, prompt, seed, aspect: shape, withLogo, unchanged }
}

/** More would cost a provider time and teach it nothing. */
const givenSideMax = 2048
const pngBytesMax = 4 * 1024 * 1024

/**
 * The picture as models are given it, whatever came as an upload: the first frame, upright, in sRGB,
 * with nothing of what a camera wrote beside it. `whole` leaves its size as it is.
 */
export async function loadSource(
  storage: Storage,
  source: Source,
  { whole }: { readonly whole: boolean },
): Promise<SourcePicture> {
  const bytes = await storage.get(source.storageKey)
  if (bytes === undefined) throw unreadable()
  const drawn = drawnBy(source)
  try {
    return { ...(await given(bytes, whole)), ...(drawn && { drawn }) }
  } catch (error) {
    throw unreadable(error)
  }
}

type Given = Pick<SourcePicture, 'bytes' | 'mediaType' | 'width' | 'height'>

async function given(bytes: Uint8Array, whole: boolean): Promise<Given> {
  const picture = sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
  const { hasAlpha = false, format } = await picture.metadata()
  const upright = picture.rotate().toColourspace('srgb')
  const sized = whole
    ? upright
    : upright.resize(givenSideMax, givenSideMax, { fit: 'inside', withoutEnlargement: true })
  // Flat colours stay flat in a PNG; a photograph in one is too large to send about.
  if (hasAlpha || format === 'png' || format === 'gif') {
    const flat = await encoded(sized.clone().png({ compressionLevel: 3 }), 'image/png')
    if (hasAlpha || flat.bytes.byteLength <= pngBytesMax) return flat
  }
  return encoded(sized.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }), 'image/jpeg')
}

async function encoded(picture: Sharp, mediaType: Given['mediaType']): Promise<Given> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { bytes: data, mediaType, width: info.width, height: info.height }
}

function unreadable(cause?: unknown): GenerationFailure {
  return new GenerationFailure(
    'unsupported_media',
    'This picture could not be read. Upload it again, or choose another one.',
    { cause },
  )
}
