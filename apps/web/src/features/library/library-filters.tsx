import type { AssetKind, AssetSort } from '@rheos/contract'
import type { ReactNode } from 'react'
import type { AssetFilter } from '../../api/assets.ts'
import { useBrands } from '../../api/brands.ts'
import { Select, type SelectOption } from '../../ui/select.tsx'
import { SearchField } from '../search-field.tsx'

const kinds: readonly SelectOption<AssetKind | ''>[] = [
  { value: '', label: 'All kinds' },
  { value: 'generated', label: 'Made here' },
  { value: 'upload', label: 'Uploads' },
  { value: 'imported', label: 'From the website' },
  { value: 'design', label: 'Designs' },
  { value: 'crop', label: 'Crops' },
  { value: 'slide', label: 'Slides' },
]

const types = [
  { value: '', label: 'All files' },
  { value: 'picture', label: 'Pictures' },
  { value: 'video', label: 'Videos' },
  { value: 'image/png', label: 'PNG' },
  { value: 'image/jpeg', label: 'JPEG' },
  { value: 'image/webp', label: 'WebP' },
  { value: 'image/gif', label: 'GIF' },
  { value: 'image/avif', label: 'AVIF' },
] as const

const ages = [
  { value: '', label: 'Any time' },
  { value: '1', label: 'Last day' },
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '365', label: 'Last year' },
] as const

const sorts: readonly SelectOption<AssetSort>[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'name', label: 'By name' },
  { value: 'largest', label: 'Largest first' },
]

/** A filter as it is chosen: `age` in days instead of an instant, `mediaType` also all of a kind. */
export type ChosenFilter = Omit<AssetFilter, 'since' | 'folderId' | 'media'> & {
  readonly age?: string
}

export interface LibraryFiltersProps {
  readonly filter: ChosenFilter
  readonly onChange: (filter: ChosenFilter) => void
}

export function LibraryFilters({ filter, onChange }: LibraryFiltersProps) {
  const brands = useBrands().data ?? []
  const set = (part: keyof ChosenFilter) => (value: string) =>
    onChange(withPart(filter, part, value))
  return (
    <search className="mb-5 flex flex-col gap-1.5">
      <SearchField label="Search the library" value={filter.q ?? ''} onChange={set('q')} />
      <div className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0">
        <Narrow>
          <Select label="Kind" value={filter.kind ?? ''} options={kinds} onChange={set('kind')} />
        </Narrow>
        {brands.length > 0 && (
          <Narrow>
            <Select
              label="Brand"
              value={filter.brandId ?? ''}
              options={[
                { value: '', label: 'All brands' },
                ...brands.map(({ id, name }) => ({ value: id, label: name || 'Unnamed brand' })),
              ]}
              onChange={set('brandId')}
            />
          </Narrow>
        )}
        <Narrow>
          <Select
            label="File type"
            value={filter.mediaType ?? ''}
            options={types}
            onChange={set('mediaType')}
          />
        </Narrow>
        <Narrow>
          <Select label="Added" value={filter.age ?? ''} options={ages} onChange={set('age')} />
        </Narrow>
        <Narrow>
          <Select
            label="Sort"
            value={filter.sort ?? 'newest'}
            options={sorts}
            onChange={set('sort')}
          />
        </Narrow>
      </div>
    </search>
  )
}

function Narrow({ children }: { readonly children: ReactNode }) {
  return <div className="w-36 shrink-0">{children}</div>
}

function withPart(filter: ChosenFilter, part: keyof ChosenFilter, value: string): ChosenFilter {
  const { [part]: _, ...rest } = filter
  return value === '' || (part === 'sort' && value === 'newest') ? rest : { ...rest, [part]: value }
}
