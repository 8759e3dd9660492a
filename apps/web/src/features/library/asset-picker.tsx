import type { Asset } from '@rheos/contract'
import { useState } from 'react'
import { useAssets } from '../../api/assets.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadMore } from '../load-more.tsx'
import { SearchField } from '../search-field.tsx'
import { AssetGrid, AssetGridSkeleton } from './asset-grid.tsx'
import { PendingUploads } from './pending-uploads.tsx'
import { UploadArea } from './upload-area.tsx'
import { UploadButton } from './upload-button.tsx'
import { useUploads } from './use-uploads.ts'

export interface AssetPickerProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onPick: (asset: Asset) => void
}

/** Picks one picture of the library, or uploads the one to pick. */
export function AssetPicker({ title, open, onClose, onPick }: AssetPickerProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      title={title}
      width="wide"
    >
      <PickerBody onPick={onPick} />
    </Dialog>
  )
}

function PickerBody({ onPick }: Pick<AssetPickerProps, 'onPick'>) {
  const [q, setQ] = useState('')
  const assets = useAssets(q === '' ? {} : { q })
  const uploads = useUploads()
  const items = assets.data?.pages.flatMap((page) => page.items) ?? []

  async function upload(files: readonly File[]): Promise<void> {
    const [asset] = await uploads.add(files.slice(0, 1))
    if (asset !== undefined) onPick(asset)
  }

  return (
    <UploadArea onFiles={(files) => void upload(files)}>
      <div className="mb-5 flex flex-wrap gap-3">
        <SearchField label="Search pictures" value={q} onChange={setQ} />
        <UploadButton
          variant="secondary"
          multiple={false}
          onFiles={(files) => void upload(files)}
        />
      </div>
      <PendingUploads uploads={uploads} />
      {assets.isPending ? (
        <AssetGridSkeleton rowHeight={120} />
      ) : assets.isError && items.length === 0 ? (
        <ErrorNotice error={assets.error} onRetry={() => void assets.refetch()} />
      ) : items.length === 0 ? (
        <p className="py-10 text-center text-muted">
          {q === '' ? 'No pictures yet. Upload one, or drop it here.' : 'No picture fits.'}
        </p>
      ) : (
        <>
          <AssetGrid
            assets={items}
            label="Pictures to choose from"
            rowHeight={120}
            onOpen={onPick}
          />
          <LoadMore query={assets} />
        </>
      )}
    </UploadArea>
  )
}
