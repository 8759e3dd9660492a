import type { Asset, Generation } from '@rheos/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useAbout } from '../../api/account.ts'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { useGenerate } from '../../api/generations.ts'
import { PausePanel } from '../../features/credits/pause-panel.tsx'
import type { Spend } from '../../features/credits/use-spend.ts'
import { GenerationHistory } from '../../features/images/generation-history.tsx'
import { ImageForm } from '../../features/images/image-form.tsx'
import {
  bodyOf,
  firstRequest,
  type ImageRequest,
  requestOf,
} from '../../features/images/image-request.ts'
import { AssetDialog } from '../../features/library/asset-dialog.tsx'
import { bringIntoView } from '../../ui/bring-into-view.ts'
import { PageHeader } from '../../ui/page-header.tsx'

export function ImagesPage() {
  const { prompt, generation: shownId } = useSearch({ from: '/studio/images' })
  const navigate = useNavigate({ from: '/images' })
  const { brand } = useCurrentBrand()
  const generate = useGenerate()
  const about = useAbout().data
  const [request, setRequest] = useState<ImageRequest>({ ...firstRequest, prompt: prompt ?? '' })
  const [open, setOpen] = useState<Asset>()
  const made = useRef<HTMLDivElement>(null)

  async function spend(asked: ImageRequest, brandId: string | undefined, press: Spend) {
    const body = bodyOf(asked, brandId, press.quote)
    await generate.mutateAsync({ body, pressId: press.pressId })
    // The newest is first, unless a notice led to another.
    if (shownId !== undefined) await navigate({ search: {}, replace: true, resetScroll: false })
    bringIntoView(made.current)
  }

  function reuse(generation: Generation): void {
    const asked = requestOf(generation)
    if (asked === undefined) return
    setRequest(asked)
    void navigate({ search: {}, replace: true })
    document.getElementById('prompt')?.focus()
  }

  async function again(generation: Generation, press: Spend): Promise<void> {
    const asked = requestOf(generation)
    if (asked !== undefined) await spend(asked, generation.brandId ?? undefined, press)
  }

  return (
    <>
      <PageHeader
        title="Image studio"
        description={
          about?.models.imagesBuiltIn === true
            ? 'Drawn by the built-in designer. Add a key for AI models to have pictures painted.'
            : 'Say what it should show; the brand’s style comes with it.'
        }
      />
      <PausePanel />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-12">
        <section aria-label="New image" className="lg:sticky lg:top-6">
          <ImageForm
            request={request}
            brand={brand}
            onChange={setRequest}
            onSpend={(press) => spend(request, brand?.id, press)}
          />
        </section>
        <div ref={made} className="min-w-0 scroll-mt-20">
          <GenerationHistory
            shownId={shownId}
            brand={brand}
            onOpen={setOpen}
            onReuse={reuse}
            onAgain={again}
            onSuggest={(suggestion) => setRequest({ ...request, prompt: suggestion })}
          />
        </div>
      </div>
      <AssetDialog asset={open} onClose={() => setOpen(undefined)} />
    </>
  )
}
