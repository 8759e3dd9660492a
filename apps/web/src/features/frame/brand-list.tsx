import { Popover } from '@base-ui/react/popover'
import type { Brand } from '@rheos/contract'
import { Check, Pin, PinOff, Plus, Search } from 'lucide-react'
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useChangeBrand } from '../../api/brands.ts'
import { chooseBrand } from '../../api/current-brand.ts'
import { classNames } from '../../ui/class-names.ts'
import { popupClass } from '../../ui/popup-class.ts'
import { toast } from '../../ui/toast.ts'
import { BrandMark, brandName } from './brand-mark.tsx'
import { foundBrands } from './found-brands.ts'

export interface BrandListProps {
  readonly trigger: ReactElement
  readonly brands: readonly Brand[]
  readonly current: Brand
  readonly onAdd: () => void
}

/** The brands to choose from, pinned ones first: found by a few letters, walked with the arrows. */
export function BrandList({ trigger, brands, current, onAdd }: BrandListProps) {
  const [open, setOpen] = useState(true)
  const [sought, setSought] = useState('')
  const popup = useRef<HTMLDivElement>(null)
  const found = foundBrands(brands, sought)

  function choose(brand: Brand): void {
    chooseBrand(brand.id)
    setOpen(false)
  }

  function change(next: boolean): void {
    setOpen(next)
    if (next) setSought('')
  }

  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={4} className="z-50">
          <Popover.Popup
            ref={popup}
            aria-label="Brands"
            className={classNames(
              popupClass,
              'flex max-h-(--available-height) w-72 max-w-[calc(100vw-1.5rem)] flex-col',
            )}
            onKeyDown={(event) => walk(event, popup.current)}
          >
            <BrandSearch
              value={sought}
              onChange={setSought}
              onEnter={() => found[0] !== undefined && choose(found[0])}
            />
            <ul aria-label="Brands" className="min-h-0 grow overflow-y-auto py-1">
              {found.map((brand) => (
                <BrandRow
                  key={brand.id}
                  brand={brand}
                  isCurrent={brand.id === current.id}
                  onChoose={() => choose(brand)}
                />
              ))}
            </ul>
            {found.length === 0 && (
              <p role="status" className="px-3 pb-3 text-sm text-muted">
                No brand by that name.
              </p>
            )}
            <button
              type="button"
              data-row=""
              className={classNames(rowClass, 'border-t border-line')}
              onClick={() => {
                setOpen(false)
                onAdd()
              }}
            >
              <Plus size={16} aria-hidden="true" />
              Add a brand
            </button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

const rowClass =
  'flex min-h-10 min-w-0 grow items-center gap-2.5 rounded-md px-2.5 py-1.5 text-start text-sm ' +
  'hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2'

interface BrandSearchProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
}

function BrandSearch({ value, onChange, onEnter }: BrandSearchProps) {
  return (
    <div className="flex items-center gap-2.5 border-b border-line px-2.5">
      <Search size={16} aria-hidden="true" className="shrink-0 text-muted" />
      <input
        aria-label="Find a brand"
        placeholder="Find a brand"
        autoComplete="off"
        dir="auto"
        data-row=""
        className="h-10 min-w-0 grow bg-transparent text-sm outline-none"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter()
        }}
      />
    </div>
  )
}

interface BrandRowProps {
  readonly brand: Brand
  readonly isCurrent: boolean
  readonly onChoose: () => void
}

function BrandRow({ brand, isCurrent, onChoose }: BrandRowProps) {
  const togglePin = useTogglePin()
  const pinLabel = `${brand.pinned ? 'Unpin' : 'Pin'} ${brandName(brand)}`
  return (
    <li className="group flex items-center">
      <button
        type="button"
        data-row=""
        aria-current={isCurrent ? 'true' : undefined}
        className={rowClass}
        onClick={onChoose}
      >
        <BrandMark brand={brand} />
        <span className="min-w-0 grow truncate">
          <bdi>{brandName(brand)}</bdi>
          <span className="block text-xs text-muted">
            {brand.kind === 'personal' ? 'Personal' : 'Business'}
          </span>
        </span>
        {isCurrent && <Check size={16} aria-hidden="true" className="shrink-0 text-accent-ink" />}
      </button>
      <button
        type="button"
        aria-label={pinLabel}
        aria-pressed={brand.pinned}
        title={pinLabel}
        className={classNames(
          'inline-flex size-10 shrink-0 items-center justify-center rounded-md hover:bg-hover md:size-9',
          brand.pinned ? 'text-accent-ink' : 'text-muted',
        )}
        onClick={() => togglePin(brand)}
      >
        {brand.pinned ? (
          <PinOff size={15} aria-hidden="true" />
        ) : (
          <Pin size={15} aria-hidden="true" />
        )}
      </button>
    </li>
  )
}

/** The arrows go from row to row, beginning and ending at the search. */
function walk(event: KeyboardEvent, popup: HTMLElement | null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || popup === null || event.nativeEvent.isComposing) return
  const rows = [...popup.querySelectorAll<HTMLElement>('[data-row]')]
  const within = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-row]')
  const at = rows.indexOf(within ?? (document.activeElement as HTMLElement))
  event.preventDefault()
  rows[(at + step + rows.length) % rows.length]?.focus()
}

function useTogglePin(): (brand: Brand) => void {
  const change = useChangeBrand()
  return (brand) =>
    change.mutate(
      { brandId: brand.id, change: { pinned: !brand.pinned } },
      { onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }) },
    )
}
