import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, Plus } from 'lucide-react'
import { type ComponentProps, lazy, Suspense, useState } from 'react'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BrandMark, brandName } from './brand-mark.tsx'

// What places and steers a popup is a quarter of a first load: fetched at the first reach for it.
const load = () => import('./brand-list.tsx')
const BrandList = lazy(async () => ({ default: (await load()).BrandList }))

const triggerClass =
  'flex w-full min-w-0 items-center gap-2.5 rounded-lg p-2 text-start text-sm font-medium ' +
  'transition-colors hover:bg-hover data-popup-open:bg-hover'

/** Which brand the whole studio shows. */
export function BrandSelector() {
  const navigate = useNavigate()
  const [opened, setOpened] = useState(false)
  const { brand, brands, state, retry } = useCurrentBrand()
  if (state === 'loading') return <Skeleton className="h-11 w-full" />
  if (state === 'failed') {
    return (
      <button type="button" className={triggerClass} onClick={retry}>
        Brands could not be loaded. Retry
      </button>
    )
  }
  const add = () => void navigate({ to: '/brand/new' })
  if (brand === undefined) {
    return (
      <button type="button" className={triggerClass} onClick={add}>
        <span className="flex size-7 items-center justify-center rounded-md border border-dashed border-line-strong text-muted">
          <Plus size={16} aria-hidden="true" />
        </span>
        Add your brand
      </button>
    )
  }
  const inside = (
    <>
      <BrandMark brand={brand} />
      <span dir="auto" className="min-w-0 grow truncate">
        <span className="sr-only">Brand: </span>
        {brandName(brand)}
      </span>
      <ChevronsUpDown size={15} aria-hidden="true" className="shrink-0 text-muted" />
    </>
  )
  const resting = <RestingTrigger onOpen={() => setOpened(true)}>{inside}</RestingTrigger>
  if (!opened) return resting
  return (
    <Suspense fallback={resting}>
      <BrandList
        trigger={
          <button type="button" className={triggerClass}>
            {inside}
          </button>
        }
        brands={brands}
        current={brand}
        onAdd={add}
      />
    </Suspense>
  )
}

interface RestingTriggerProps {
  readonly onOpen: () => void
  readonly children: ComponentProps<'button'>['children']
}

/** The trigger before the list was first asked for; the arrow opens it as a press does. */
function RestingTrigger({ onOpen, children }: RestingTriggerProps) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={false}
      className={triggerClass}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        onOpen()
      }}
    >
      {children}
    </button>
  )
}
