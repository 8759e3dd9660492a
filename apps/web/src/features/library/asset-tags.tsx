import type { Asset } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useChangeAsset } from '../../api/assets.ts'
import { useBrands } from '../../api/brands.ts'
import { Chip } from '../../ui/chip.tsx'
import { toast } from '../../ui/toast.ts'

/** The brands that a picture is tagged with, switched on and off. */
export function AssetTags({ asset }: { readonly asset: Asset }) {
  const brands = useBrands().data ?? []
  const changeAsset = useChangeAsset()
  if (brands.length === 0) return null
  const toggle = (brandId: string) => {
    const brandIds = asset.brandIds.includes(brandId)
      ? asset.brandIds.filter((id) => id !== brandId)
      : [...asset.brandIds, brandId]
    changeAsset.mutate(
      { assetId: asset.id, change: { brandIds } },
      { onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }) },
    )
  }
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Brands</legend>
      <div className="flex flex-wrap gap-1.5">
        {brands.map((brand) => (
          <Chip
            key={brand.id}
            selected={asset.brandIds.includes(brand.id)}
            disabled={changeAsset.isPending}
            onClick={() => toggle(brand.id)}
          >
            <span dir="auto">{brand.name || 'Unnamed brand'}</span>
          </Chip>
        ))}
      </div>
    </fieldset>
  )
}
