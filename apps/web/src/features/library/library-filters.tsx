import type { Asset } from '@rheos/contract'
import type { AssetFilter } from '../../api/assets.ts'
import { useBrands } from '../../api/brands.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { SearchField } from '../search-field.tsx'

type Kind = Asset['kind'] | 'all'

const kinds: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'generated', label: 'Made here' },
  { value: 'upload', label: 'Uploads' },
  { value: 'imported', label: 'Website' },
]

export interface LibraryFiltersProps {
  readonly filter: AssetFilter
  readonly onChange: (filter: AssetFilter) => void
}

export function LibraryFilters({ filter, onChange }: LibraryFiltersProps) {
  const brands = useBrands().data ?? []
  const everyBrand = { value: '', label: 'All brands' }
  return (
    <search className="mb-6 flex flex-wrap items-center gap-3">
      <SearchField
        label="Search pictures"
        value={filter.q ?? ''}
        onChange={(q) => onChange(withPart(filter, 'q', q))}
      />
      <SegmentedControl
        label="Kind"
        value={filter.kind ?? 'all'}
        options={kinds}
        onChange={(kind) => onChange(withPart(filter, 'kind', kind === 'all' ? '' : kind))}
      />
      {brands.length > 1 && (
        <div className="w-48">
          <Select
            label="Brand"
            value={filter.brandId ?? ''}
            options={[
              everyBrand,
              ...brands.map((brand) => ({ value: brand.id, label: brand.name || 'Unnamed brand' })),
            ]}
            onChange={(brandId) => onChange(withPart(filter, 'brandId', brandId))}
          />
        </div>
      )}
    </search>
  )
}

function withPart(filter: AssetFilter, part: keyof AssetFilter, value: string): AssetFilter {
  const { [part]: _, ...rest } = filter
  return value === '' ? rest : { ...rest, [part]: value }
}
