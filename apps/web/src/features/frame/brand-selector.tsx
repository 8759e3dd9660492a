import type { Brand } from '@rheos/contract'
import { useNavigate } from '@tanstack/react-router'
import { Check, ChevronsUpDown, Pin, PinOff, Plus } from 'lucide-react'
import { problemFrom } from '../../api/api-error.ts'
import { useChangeBrand } from '../../api/brands.ts'
import { chooseBrand, useCurrentBrand } from '../../api/current-brand.ts'
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.ts'
import { BrandMark, brandName } from './brand-mark.tsx'

const triggerClass =
  'flex w-full min-w-0 items-center gap-2.5 rounded-lg p-2 text-start text-sm font-medium ' +
  'transition-colors hover:bg-hover data-popup-open:bg-hover'

/** Which brand the whole studio shows. */
export function BrandSelector() {
  const navigate = useNavigate()
  const { brand, brands, state, retry } = useCurrentBrand()
  const pin = useTogglePin()
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
  const rows = [...brands].sort((one, other) => Number(other.pinned) - Number(one.pinned))
  return (
    <Menu
      align="start"
      className="w-64"
      trigger={
        <button type="button" className={triggerClass}>
          <BrandMark brand={brand} />
          <span dir="auto" className="min-w-0 grow truncate">
            <span className="sr-only">Brand: </span>
            {brandName(brand)}
          </span>
          <ChevronsUpDown size={15} aria-hidden="true" className="shrink-0 text-muted" />
        </button>
      }
    >
      <MenuGroup label="Brands">
        {rows.map((each) => (
          <BrandRow key={each.id} brand={each} current={each.id === brand.id} />
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuItem
        icon={brand.pinned ? <PinOff size={16} /> : <Pin size={16} />}
        onSelect={() => pin(brand)}
      >
        {brand.pinned ? 'Unpin this brand' : 'Pin this brand'}
      </MenuItem>
      <MenuItem icon={<Plus size={16} />} onSelect={add}>
        Add a brand
      </MenuItem>
    </Menu>
  )
}

function BrandRow({ brand, current }: { readonly brand: Brand; readonly current: boolean }) {
  return (
    <MenuItem icon={<BrandMark brand={brand} />} onSelect={() => chooseBrand(brand.id)}>
      <span className="min-w-0 grow truncate">
        <bdi>{brandName(brand)}</bdi>
      </span>
      {brand.pinned && <Pin size={14} aria-label="pinned" className="shrink-0 text-muted" />}
      {current && <Check size={16} aria-label="shown now" className="shrink-0 text-accent-ink" />}
    </MenuItem>
  )
}

function useTogglePin(): (brand: Brand) => void {
  const change = useChangeBrand()
  return (brand) =>
    change.mutate(
      { brandId: brand.id, change: { pinned: !brand.pinned } },
      { onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }) },
    )
}
