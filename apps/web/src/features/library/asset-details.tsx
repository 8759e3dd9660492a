import type { Asset } from '@rheos/contract'
import { useFolders } from '../../api/folders.ts'
import { countText } from '../count-text.ts'
import { whenText } from '../when.ts'
import { bytesText } from './bytes-text.ts'
import { durationText } from './duration-text.ts'
import { pathTo } from './folder-tree.ts'

const kindLabels: Readonly<Record<Asset['kind'], string>> = {
  generated: 'Made here',
  upload: 'Uploaded',
  imported: 'From the website',
  design: 'Designed here',
  crop: 'Made from another picture',
  slide: 'Slide of a carousel',
}

/** What is known of a picture: how it was made and paid, or where it came from. */
export function AssetDetails({ asset }: { readonly asset: Asset }) {
  const folders = useFolders().data ?? []
  const made = asset.kind === 'generated' ? asset.made : null
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
      <Row label="Size" value={`${asset.width} × ${asset.height} px`} />
      {asset.durationMs !== null && <Row label="Length" value={durationText(asset.durationMs)} />}
      <Row label="Original" value={`${typeText(asset)}, ${bytesText(asset.bytes)}`} />
      {asset.folderId !== null && (
        <Row
          label="Folder"
          value={pathTo(folders, asset.folderId)
            .map(({ name }) => name)
            .join(' / ')}
        />
      )}
      <Row label="Added" value={whenText(asset.createdAt)} />
    </dl>
  )
}

function typeText({ mediaType, animated }: Asset): string {
  if (mediaType === 'video/quicktime') return 'QuickTime'
  if (mediaType === 'video/webm') return 'WebM'
  const type = mediaType.replace(/^(image|video)\//, '').toUpperCase()
  return animated ? `${type}, animated` : type
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
