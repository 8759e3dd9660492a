import type { Asset, Folder } from '@rheos/contract'
import { Check, FolderInput, Tag, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useBrands } from '../../api/brands.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { countText } from '../count-text.ts'
import { assetWord } from './asset-word.ts'
import { FolderChoice } from './folder-choice.tsx'
import { useChangeMany } from './use-change-many.ts'

export interface SelectionBarProps {
  readonly selected: readonly Asset[]
  readonly folders: readonly Folder[]
  readonly onClear: () => void
}

/** What can be done with the pictures that are selected. */
export function SelectionBar({ selected, folders, onClear }: SelectionBarProps) {
  const many = useChangeMany()
  const brands = useBrands().data ?? []
  const [moving, setMoving] = useState(false)
  if (selected.length === 0) return null
  const ids = selected.map(({ id }) => id)
  return (
    <section
      aria-label="Selection"
      className="fixed inset-x-3 bottom-20 z-20 mx-auto flex max-w-prose items-center sm:gap-1 rounded-xl border border-line bg-raised py-1.5 ps-4 pe-2 shadow-high md:bottom-6"
    >
      <p role="status" className="grow text-sm font-medium whitespace-nowrap tabular-nums">
        <span className="sm:hidden">{selected.length}</span>
        <span className="max-sm:hidden">{countText(selected.length, assetWord(selected))}</span>{' '}
        selected
      </p>
      <Button
        variant="ghost"
        size="sm"
        icon={<FolderInput size={16} aria-hidden="true" className="max-sm:hidden" />}
        onClick={() => setMoving(true)}
      >
        Move
      </Button>
      {brands.length > 0 && (
        <Menu
          side="top"
          trigger={
            <Button
              variant="ghost"
              size="sm"
              icon={<Tag size={16} aria-hidden="true" className="max-sm:hidden" />}
            >
              Tag
            </Button>
          }
        >
          {brands.map((brand) => {
            const name = brand.name || 'Unnamed brand'
            const tagged = selected.every(({ brandIds }) => brandIds.includes(brand.id))
            return (
              <MenuItem
                key={brand.id}
                icon={
                  <Check
                    size={16}
                    aria-hidden="true"
                    className={tagged ? 'text-accent-ink' : 'invisible'}
                  />
                }
                onSelect={() => void many.tag(ids, brand.id, name, !tagged)}
              >
                {tagged ? `Untag ${name}` : name}
              </MenuItem>
            )
          })}
        </Menu>
      )}
      <Button
        variant="ghost"
        size="sm"
        icon={<Trash2 size={16} aria-hidden="true" className="max-sm:hidden" />}
        onClick={() => {
          onClear()
          void many.remove(selected)
        }}
      >
        Delete
      </Button>
      <IconButton size="sm" label="Clear selection" icon={<X size={16} />} onClick={onClear} />
      {moving && (
        <FolderChoice
          title={`Move ${countText(selected.length, 'picture')}`}
          folders={folders}
          onClose={() => setMoving(false)}
          onChoose={(folderId, where) => {
            setMoving(false)
            onClear()
            void many.move(ids, folderId, where)
          }}
        />
      )}
    </section>
  )
}
