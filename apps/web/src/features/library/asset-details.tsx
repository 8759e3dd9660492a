import type { Asset } from '@rheos/contract'
import { useBrands } from '../../api/brands.ts'
import { countText } from '../count-text.ts'
import { whenText } from '../when.ts'

const kindLabels = {
  generated: 'Made here',
  upload: 'Uploaded',
  imported: 'From the website',
  design: 'Text-only design',
  crop: 'Cropped',
  slide: 'Slide of a carousel',
} as const

/** What is known of a picture: how it was made and paid, or where it came from. */
export function AssetDetails({ asset }: { readonly asset: Asset }) {
  const brands = useBrands().data ?? []
  const brand = brands.find((other) => other.id === asset.brandId)
  const { made } = asset
  return (
    <dl className="grid grid-cols-[6rem_1fr] gap-x-4 gap-y-1.5 text-sm">
      {made !== null && (
        <>
          <Row
            label="Made with"
            value={made.builtIn ? 'Built-in designer' : `${made.provider}, ${made.model}`}
          />
          <Row
            label="Price"
            value={`${countText(made.credits, 'credit')}, ${made.tier === 'pro' ? 'pro' : 'standard'}`}
          />
        </>
      )}
      {made === null && <Row label="Origin" value={kindLabels[asset.kind]} />}
      {asset.fileName !== null && <Row label="File" value={asset.fileName} />}
      <Row label="Size" value={`${asset.width} × ${asset.height} px`} />
      {brand !== undefined && <Row label="Brand" value={brand.name || 'Unnamed brand'} />}
      <Row label="Added" value={whenText(asset.createdAt)} />
    </dl>
  )
}

function Row({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd dir="auto" className="min-w-0 tabular-nums">
        {value}
      </dd>
    </>
  )
}
