import type { Asset } from '@rheos/contract'
import { ArrowLeft, Check, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useAbout } from '../../api/account.ts'
import { useGenerations } from '../../api/generations.ts'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { AltTextField } from '../library/alt-text-field.tsx'
import { AssetDetails } from '../library/asset-details.tsx'
import { AssetPicture } from '../library/asset-picture.tsx'
import { DownloadLinks } from '../library/download-links.tsx'
import { useDeleteWithUndo } from '../library/use-change-many.ts'
import { type Change, ChangeForm } from './change-form.tsx'
import { CropButton } from './crop-button.tsx'
import { GenerationCard, type GenerationCardProps } from './generation-card.tsx'

export interface PictureWorkbenchProps extends Omit<GenerationCardProps, 'generation' | 'large'> {
  readonly asset: Asset
  readonly onBack: () => void
}

const changes: readonly { readonly value: Change; readonly label: string }[] = [
  { value: 'variation', label: 'Variation' },
  { value: 'edit', label: 'Edit' },
  { value: 'background', label: 'Background' },
  { value: 'upscale', label: 'Upscale' },
]

/** One picture large, with everything that can be made of it, and what was. */
export function PictureWorkbench(props: PictureWorkbenchProps) {
  const { asset, onBack, onPick } = props
  const [asked, setAsked] = useState(0)
  const back = useRef<HTMLButtonElement>(null)
  // What was pressed to come here is gone from the page: the focus goes on from the top.
  useEffect(() => back.current?.focus(), [])
  return (
    <div>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-2">
        <Button
          ref={back}
          variant="ghost"
          className="-ms-4"
          icon={<ArrowLeft size={16} aria-hidden="true" className="rtl:-scale-x-100" />}
          onClick={onBack}
        >
          Back
        </Button>
        <div className="flex flex-wrap gap-2">
          <CropButton asset={asset} onMade={props.onOpen} />
          {onPick !== undefined && (
            <Button
              variant="primary"
              icon={<Check size={16} aria-hidden="true" />}
              onClick={() => onPick(asset)}
            >
              Use this picture
            </Button>
          )}
        </div>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-h-48 items-center justify-center overflow-hidden rounded-lg bg-sunken">
          <AssetPicture
            asset={asset}
            sizes="(min-width: 68rem) 44rem, 92vw"
            eager
            className="max-h-[60dvh] w-auto object-contain"
          />
        </div>
        <Changes asset={asset} onAsked={() => setAsked((times) => times + 1)} />
        <MadeFrom {...props} asked={asked} />
        <About asset={asset} onBack={onBack} />
      </div>
    </div>
  )
}

/** What it shows, in which formats it can be had, and where it came from. */
function About({ asset, onBack }: Pick<PictureWorkbenchProps, 'asset' | 'onBack'>) {
  const remove = useDeleteWithUndo()
  return (
    <section
      aria-label="About this picture"
      className="space-y-6 border-t border-line pt-6 lg:col-start-2"
    >
      <AltTextField key={asset.id} asset={asset} />
      <DownloadLinks asset={asset} />
      <AssetDetails asset={asset} />
      <Button
        variant="ghost"
        className="-ms-4"
        icon={<Trash2 size={16} aria-hidden="true" />}
        onClick={() => {
          onBack()
          remove(asset)
        }}
      >
        Delete
      </Button>
    </section>
  )
}

function Changes(props: { readonly asset: Asset; readonly onAsked: () => void }) {
  const { asset, onAsked } = props
  const able = useAbout().data?.models.imageActions
  const offered = changes.filter(({ value }) => able === undefined || able.includes(value))
  const [chosen, setChosen] = useState<Change>()
  const change = chosen ?? offered[0]?.value
  if (change === undefined) return null
  return (
    <section aria-label="Change this picture" className="min-w-0 space-y-5">
      <SegmentedControl
        label="What to make of it"
        value={change}
        options={offered}
        onChange={setChosen}
      />
      <ChangeForm key={change} asset={asset} change={change} onAsked={onAsked} />
    </section>
  )
}

const shownMax = 3

/** What was made from the picture, the newest first; brought into view when it was just asked for. */
function MadeFrom(props: PictureWorkbenchProps & { readonly asked: number }) {
  const { asset, asked, ...card } = props
  const query = useGenerations('image')
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const from = items.filter(({ image }) => image?.assetId === asset.id).slice(0, shownMax)
  const part = useRef<HTMLElement>(null)
  useEffect(() => {
    if (asked > 0) part.current?.scrollIntoView({ block: 'nearest' })
  }, [asked])
  if (from.length === 0) return null
  return (
    <section ref={part} aria-label="Made from this picture" className="min-w-0 scroll-mt-20">
      <h3 className="mb-4 text-lg font-semibold">Made from this picture</h3>
      <div className="space-y-8">
        {from.map((generation) => (
          <GenerationCard key={generation.id} {...card} generation={generation} large />
        ))}
      </div>
    </section>
  )
}
