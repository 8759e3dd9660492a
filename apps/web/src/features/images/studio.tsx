import type { Aspect, Asset, Brand, Generation, Post } from '@rheos/contract'
import { type ComponentType, lazy, Suspense, useRef, useState } from 'react'
import { useGenerate } from '../../api/generations.ts'
import { bringIntoView } from '../../ui/bring-into-view.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { Spend } from '../credits/use-spend.ts'
import { LibraryChoice } from '../library/asset-picker.tsx'
import { GenerationHistory } from './generation-history.tsx'
import { ImageForm } from './image-form.tsx'
import { againBody, bodyOf, firstRequest, type ImageRequest, requestOf } from './image-request.ts'
import { NewestImages } from './newest-images.tsx'
import { PictureWorkbench } from './picture-workbench.tsx'

export interface StudioProps {
  readonly brand: Brand | undefined
  /** What the picture is for: a prompt can be written from it. */
  readonly post?: Post | undefined
  readonly shape?: Aspect | undefined
  readonly prompt?: string | undefined
  /** Takes a picture to where the studio was opened from. */
  readonly onPick?: ((asset: Asset) => void) | undefined
  /** A run to be shown first. */
  readonly shownId?: string | undefined
  /** Something newer was asked for. */
  readonly onAsked?: (() => void) | undefined
}

type TabName = 'generate' | 'library' | 'design' | 'history'

/** Generate, take from the library, design in type, or go back to what was made before. */
export function Studio(props: StudioProps) {
  const { brand, post, shape, onPick, shownId, onAsked } = props
  const generate = useGenerate()
  const [tab, setTab] = useState<TabName>('generate')
  const [open, setOpen] = useState<Asset>()
  const [request, setRequest] = useState<ImageRequest>({
    ...firstRequest,
    prompt: props.prompt ?? '',
    aspect: shape ?? firstRequest.aspect,
  })
  const made = useRef<HTMLDivElement>(null)

  async function spend(press: Spend) {
    const body = bodyOf(request, brand?.id, press.quote)
    await generate.mutateAsync({ body, pressId: press.pressId })
    onAsked?.()
    bringIntoView(made.current)
  }

  async function again(generation: Generation, press: Spend): Promise<void> {
    const body = againBody(generation, press.quote)
    if (body === undefined) return
    await generate.mutateAsync({ body, pressId: press.pressId })
    onAsked?.()
    if (open === undefined && tab === 'generate') bringIntoView(made.current)
  }

  function reuse(generation: Generation): void {
    const asked = requestOf(generation)
    if (asked === undefined) return
    setRequest(asked)
    setOpen(undefined)
    setTab('generate')
    onAsked?.()
    // The form may only now come onto the page.
    requestAnimationFrame(() => document.getElementById('prompt')?.focus())
  }

  // Over whatever wants a picture: what scrolls is the dialog, under its tabs.
  const inDialog = onPick !== undefined
  const card = { onOpen: setOpen, onPick, onReuse: reuse, onAgain: again }
  if (open !== undefined) {
    return (
      <PictureWorkbench key={open.id} {...card} asset={open} onBack={() => setOpen(undefined)} />
    )
  }
  return (
    <Tabs
      label="Where the picture comes from"
      value={tab}
      onChange={setTab}
      tabs={tabs}
      barClass={inDialog ? 'sticky -top-5 z-10 -mx-6 bg-raised px-6' : undefined}
    >
      {tab === 'generate' && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-12">
          <section
            aria-label="New image"
            className={inDialog ? 'lg:sticky lg:top-16' : 'lg:sticky lg:top-6'}
          >
            <ImageForm
              request={request}
              brand={brand}
              post={post}
              onChange={setRequest}
              onSpend={spend}
            />
          </section>
          <div ref={made} className="min-w-0 scroll-mt-20">
            <NewestImages
              {...card}
              shownId={shownId}
              brand={brand}
              onSuggest={(suggestion) => setRequest({ ...request, prompt: suggestion })}
              onHistory={() => setTab('history')}
            />
          </div>
        </div>
      )}
      {tab === 'library' && <LibraryChoice onPick={setOpen} />}
      {tab === 'history' && <GenerationHistory {...card} />}
      {tab === 'design' && DesignPanel !== undefined && (
        <Suspense fallback={<Skeleton className="h-96 w-full rounded-lg" />}>
          <DesignPanel brandId={brand?.id} aspect={request.aspect} onMade={setOpen} />
        </Suspense>
      )}
    </Tabs>
  )
}

interface DesignPanelProps {
  readonly brandId: string | undefined
  readonly aspect?: Aspect
  readonly onMade: (asset: Asset) => void
}

/** Text-only designs have a room of their own; where it is not built there is no tab for it. */
const [loadDesigns] = Object.values(
  import.meta.glob<{ readonly DesignPanel: ComponentType<DesignPanelProps> }>(
    '../designs/design-panel.tsx',
  ),
)
const DesignPanel =
  loadDesigns && lazy(async () => ({ default: (await loadDesigns()).DesignPanel }))

const tabs: readonly { readonly value: TabName; readonly label: string }[] = [
  { value: 'generate', label: 'Generate' },
  { value: 'library', label: 'Library' },
  ...(loadDesigns ? ([{ value: 'design', label: 'Design' }] as const) : []),
  { value: 'history', label: 'History' },
]
