import type { Asset } from '@rheos/contract'
import { ChevronLeft, ChevronRight, Copy, Crop, Trash2 } from 'lucide-react'
import { type KeyboardEvent, lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.ts'
import { AltTextField } from './alt-text-field.tsx'
import { AssetDetails } from './asset-details.tsx'
import { AssetNameField } from './asset-name-field.tsx'
import { AssetPicture } from './asset-picture.tsx'
import { AssetTags } from './asset-tags.tsx'
import { AssetUses } from './asset-uses.tsx'
import { AssetVideo } from './asset-video.tsx'
import { DownloadLinks } from './download-links.tsx'
import { useDeleteWithUndo } from './use-change-many.ts'

const CropDialog = lazy(async () => ({ default: (await import('./crop-dialog.tsx')).CropDialog }))

export interface AssetDialogProps {
  /** The picture to look at; closed when there is none. */
  readonly asset: Asset | undefined
  readonly onClose: () => void
  /** Another picture was made of it. */
  readonly onMade?: (asset: Asset) => void
  /** Those it stands among, by which one goes on to the next. */
  readonly among?: readonly Asset[]
  /** Of all of them, loaded or not. */
  readonly total?: number
  readonly onTurn?: (asset: Asset) => void
}

/** A picture large, with all that is known of it and all that can be done with it. */
export function AssetDialog(props: AssetDialogProps) {
  const { asset, onClose, onMade, among = [], total = among.length, onTurn } = props
  const at = among.findIndex(({ id }) => id === asset?.id)
  const turn = (step: 1 | -1): void => {
    const next = at === -1 ? undefined : among[at + step]
    if (next !== undefined) onTurn?.(next)
  }
  return (
    <Dialog
      open={asset !== undefined}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={asset?.durationMs == null ? 'Picture' : 'Video'}
      titleHidden
      width="full"
      focusWhole
      onKeyDown={(event) => {
        const step = stepOf(event)
        if (step === undefined) return
        event.preventDefault()
        // What had the focus goes with its picture.
        event.currentTarget.focus()
        turn(step)
      }}
    >
      {asset !== undefined && at !== -1 && onTurn !== undefined && (
        <Turner place={at + 1} total={total} last={among.length} onTurn={turn} />
      )}
      {asset !== undefined && (
        <AssetView key={asset.id} asset={asset} onClose={onClose} onMade={onMade} />
      )}
    </Dialog>
  )
}

interface TurnerProps {
  readonly place: number
  readonly total: number
  /** The last that can be turned to. */
  readonly last: number
  readonly onTurn: (step: 1 | -1) => void
}

/** Where the picture stands among the others, and the ways to those beside it. */
function Turner({ place, total, last, onTurn }: TurnerProps) {
  return (
    <div className="-mt-2 flex items-center gap-1 pe-10">
      <IconButton
        label="Previous picture"
        aria-disabled={place <= 1}
        className="aria-disabled:opacity-50"
        icon={<ChevronLeft size={20} aria-hidden="true" className="rtl:rotate-180" />}
        onClick={() => onTurn(-1)}
      />
      <IconButton
        label="Next picture"
        aria-disabled={place >= last}
        className="aria-disabled:opacity-50"
        icon={<ChevronRight size={20} aria-hidden="true" className="rtl:rotate-180" />}
        onClick={() => onTurn(1)}
      />
      <p role="status" className="ms-1 text-sm text-muted tabular-nums">
        {place.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')}
      </p>
    </div>
  )
}

/** Arrows turn the page, except where they move in a text, a video or another dialog above this one. */
function stepOf(event: KeyboardEvent<HTMLDivElement>): 1 | -1 | undefined {
  const target = event.target as HTMLElement
  if (!event.currentTarget.contains(target) || event.defaultPrevented) return undefined
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined
  if (
    target.closest('input, textarea, select, video, [role="combobox"], [contenteditable]') !== null
  ) {
    return undefined
  }
  if (event.key === 'ArrowRight') return 1
  return event.key === 'ArrowLeft' ? -1 : undefined
}

interface AssetViewProps {
  readonly asset: Asset
  readonly onClose: () => void
  readonly onMade: ((asset: Asset) => void) | undefined
}

function AssetView({ asset, onClose, onMade }: AssetViewProps) {
  const remove = useDeleteWithUndo()
  const [cropping, setCropping] = useState(false)
  const isVideo = asset.durationMs !== null
  return (
    <div className="grid grid-cols-1 items-start gap-8 pt-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-h-48 items-center justify-center rounded-lg bg-sunken lg:min-h-96">
        {isVideo ? (
          <AssetVideo
            asset={asset}
            className="mx-auto h-auto max-h-[70dvh] w-full rounded-lg object-contain"
          />
        ) : (
          <AssetPicture
            asset={asset}
            sizes="(min-width: 68rem) 44rem, 92vw"
            eager
            className="max-h-[70dvh] w-auto object-contain"
          />
        )}
      </div>
      <div className="space-y-6">
        {asset.made !== null && (
          <div>
            <div className="flex items-center justify-between gap-3">
              <h3 className="text-sm font-medium">Prompt</h3>
              <Button
                variant="ghost"
                size="sm"
                icon={<Copy size={14} aria-hidden="true" />}
                onClick={() => void copyPrompt(asset.made?.prompt ?? '')}
              >
                Copy
              </Button>
            </div>
            <p dir="auto" className="mt-1 max-h-48 overflow-y-auto leading-relaxed">
              {asset.made.prompt}
            </p>
          </div>
        )}
        <AssetNameField asset={asset} />
        <AltTextField asset={asset} />
        <AssetTags asset={asset} />
        <AssetUses asset={asset} />
        <DownloadLinks asset={asset} />
        <AssetDetails asset={asset} />
        <div className="flex flex-wrap gap-2">
          {!isVideo && (
            <Button icon={<Crop size={16} aria-hidden="true" />} onClick={() => setCropping(true)}>
              Crop
            </Button>
          )}
          <Button
            variant="ghost"
            icon={<Trash2 size={16} aria-hidden="true" />}
            onClick={() => {
              onClose()
              remove(asset)
            }}
          >
            Delete
          </Button>
        </div>
        {cropping && (
          <Suspense fallback={null}>
            <CropDialog
              asset={asset}
              onClose={() => setCropping(false)}
              onMade={(made) => {
                setCropping(false)
                toast({ title: 'Crop added to the library', tone: 'success' })
                onMade?.(made)
              }}
            />
          </Suspense>
        )}
      </div>
    </div>
  )
}

async function copyPrompt(prompt: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(prompt)
    toast({ title: 'Prompt copied', tone: 'success' })
  } catch {
    toast({ title: 'The prompt could not be copied. Select and copy it yourself.', tone: 'danger' })
  }
}
