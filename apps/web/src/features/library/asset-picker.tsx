import type { Asset } from '@rheos/contract'
import { useState } from 'react'
import { useFolders } from '../../api/folders.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LoadMore } from '../load-more.tsx'
import { SearchField } from '../search-field.tsx'
import { AssetGrid, AssetGridSkeleton } from './asset-grid.tsx'
import type { DroppedFile } from './dropped-files.ts'
import { FolderCrumbs } from './folder-crumbs.tsx'
import { FolderTiles } from './folder-tiles.tsx'
import { UploadArea } from './upload-area.tsx'
import { UploadButton } from './upload-button.tsx'
import { UploadTray } from './upload-tray.tsx'
import { useLibrary } from './use-library.ts'
import { usePutFiles } from './use-put-files.ts'
import { useUploads } from './use-uploads.ts'

export interface AssetPickerProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onPick: (asset: Asset) => void
  /** A video will do as well. */
  readonly videos?: boolean
}

/** Picks one picture of the library, or video where one will do, or uploads or pastes the one to pick. */
export function AssetPicker({ title, open, onClose, onPick, videos = false }: AssetPickerProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      title={title}
      width="wide"
    >
      <LibraryChoice onPick={onPick} videos={videos} />
    </Dialog>
  )
}

/** The library as something to choose from: folders, search, upload and paste. */
export function LibraryChoice({
  onPick,
  videos = false,
}: Pick<AssetPickerProps, 'onPick' | 'videos'>) {
  const [q, setQ] = useState('')
  const [folderId, setFolderId] = useState<string>()
  const folders = useFolders().data ?? []
  const { query, assets } = useLibrary(
    { ...(q !== '' && { q }), ...(!videos && { mediaType: 'picture' }) },
    folderId,
  )
  const uploads = useUploads()
  const put = usePutFiles()

  async function upload(files: readonly DroppedFile[]): Promise<void> {
    const [first] = files
    if (first === undefined) return
    const [asset] = await put([{ file: first.file, folders: [] }], { folderId: folderId ?? null })
    // Pasting and dropping ask nobody what is wanted here.
    if (asset !== undefined && (videos || asset.durationMs === null)) onPick(asset)
  }

  return (
    <UploadArea onFiles={(files) => void upload(files)}>
      <div className="mb-5 flex flex-wrap gap-3">
        <SearchField label="Search pictures" value={q} onChange={setQ} />
        <UploadButton
          variant="secondary"
          multiple={false}
          videos={videos}
          onFiles={(files) => void upload(files.map((file) => ({ file, folders: [] })))}
        />
      </div>
      <UploadTray uploads={uploads} />
      {folderId !== undefined && (
        <FolderCrumbs folders={folders} folderId={folderId} onOpen={setFolderId} />
      )}
      {q === '' && (
        <FolderTiles
          folders={folders.filter(({ parentId }) => parentId === (folderId ?? null))}
          onOpen={setFolderId}
        />
      )}
      {query.isPending ? (
        <AssetGridSkeleton rowHeight={120} />
      ) : query.isError && assets.length === 0 ? (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : assets.length === 0 ? (
        <p className="py-10 text-center text-muted">
          {q === '' ? 'No pictures here yet. Upload one, or drop it here.' : 'No picture fits.'}
        </p>
      ) : (
        <>
          <AssetGrid
            assets={assets}
            label="Pictures to choose from"
            rowHeight={120}
            onOpen={onPick}
          />
          <LoadMore query={query} />
        </>
      )}
    </UploadArea>
  )
}
