import type { Asset, Network, NewConversion, Post } from '@rheos/contract'
import { lazy, Suspense, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useConvertAsset } from '../../api/assets.ts'
import { toast } from '../../ui/toast.ts'
import { AssetPicker } from '../library/asset-picker.tsx'
import { cropShapes } from '../library/crop-region.ts'
import type { PreflightChange } from '../preflight/preflight-change.ts'
import { networkFacts } from '../writing/networks.ts'
import { versionEdit } from './fix-edit.ts'
import type { PostDraft } from './post-draft.ts'
import type { FieldEdit } from './post-fields.ts'
import { mediaFor } from './post-for-network.ts'
import { usePostAssets } from './use-post-assets.ts'

const PreflightPanel = lazy(async () => ({
  default: (await import('../preflight/preflight-panel.tsx')).PreflightPanel,
}))
const CropDialog = lazy(async () => ({
  default: (await import('../library/crop-dialog.tsx')).CropDialog,
}))

export interface PostChecksProps {
  readonly draft: PostDraft
  readonly post: Post
  readonly networks: readonly Network[]
}

type MediaChange = Extract<PreflightChange, { kind: 'media' }>

/** What is wrong with the post, each with what mends it at one press. */
export function PostChecks({ draft, post, networks }: PostChecksProps) {
  const assets = usePostAssets(post)
  const convert = useConvertAsset()
  /** Waits for somebody to say which part of it, or which other picture. */
  const [unfit, setUnfit] = useState<MediaChange>()

  function fix(change: PreflightChange): void {
    if (change.kind === 'media') {
      fixMedia(change)
      return
    }
    const label = `Mended for ${networkFacts[change.network].label}`
    draft.edit(versionEdit(draft.post, change.network, change.version), { label })
    toast({ title: label, action: { label: 'Undo', onPress: () => draft.undo() }, id: 'mended' })
  }

  function fixMedia(change: MediaChange): void {
    const conversion = conversionFor(change.fix)
    if (conversion === undefined) {
      setUnfit(change)
      return
    }
    convert.mutate(
      { assetId: change.fix.assetId, conversion },
      {
        onSuccess: (asset) => replace(change, asset),
        onError: (error) => {
          toast({ title: problemFrom(error).detail, tone: 'danger' })
          setUnfit(change)
        },
      },
    )
  }

  function replace(change: MediaChange, { id, alt }: Asset): void {
    setUnfit(undefined)
    const media = mediaFor(draft.post, change.network).map((item) =>
      item.assetId === change.fix.assetId ? { assetId: id, alt: item.alt || alt } : item,
    )
    const label = `Picture replaced for ${networkFacts[change.network].label}`
    draft.edit({ [`${change.network}.media`]: media } as FieldEdit, { label })
    toast({ title: label, action: { label: 'Undo', onPress: () => draft.undo() }, id: 'mended' })
  }

  const cropped =
    unfit?.fix.kind === 'crop' ? assets.find(({ id }) => id === unfit.fix.assetId) : undefined
  return (
    <>
      <PreflightPanel network={networks} post={post} assets={assets} onFix={fix} />
      {unfit !== undefined && cropped !== undefined && (
        <Suspense fallback={null}>
          <CropDialog
            asset={cropped}
            shapes={shapesFor(unfit)}
            onClose={() => setUnfit(undefined)}
            onMade={(asset) => replace(unfit, asset)}
          />
        </Suspense>
      )}
      {unfit !== undefined && cropped === undefined && (
        <AssetPicker
          title={`${unfit.fix.label}: choose or upload one that fits`}
          open
          onClose={() => setUnfit(undefined)}
          onPick={(asset) => replace(unfit, asset)}
        />
      )}
    </>
  )
}

/** What the server makes of the picture by itself; a crop is somebody's choice. */
function conversionFor(fix: MediaChange['fix']): NewConversion | undefined {
  switch (fix.kind) {
    case 'crop':
      return undefined
    case 'resize': {
      const { pixels, maxBytes } = fix
      return { maxWidth: pixels.width, maxHeight: pixels.height, maxBytes }
    }
    case 'convert': {
      const mediaType = convertible.find((type) => type === fix.mediaType)
      return mediaType && { mediaType, maxBytes: fix.maxBytes }
    }
  }
}

const convertible = ['image/png', 'image/jpeg', 'image/webp'] as const

/** The shape that comes closest to what the network takes, and any other. */
function shapesFor({ fix }: MediaChange): readonly string[] {
  if (fix.kind !== 'crop') return []
  const wanted = fix.pixels.width / fix.pixels.height
  const [closest] = cropShapes
    .flatMap(({ id, ratio }) =>
      ratio === undefined ? [] : [{ id, off: Math.abs(ratio - wanted) }],
    )
    .sort((a, b) => a.off - b.off)
  return [...(closest === undefined ? [] : [closest.id]), 'free']
}
