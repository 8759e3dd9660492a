import type { Asset, Folder } from '@rheos/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FolderPlus, Images } from 'lucide-react'
import { useCallback, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useAsset } from '../../api/assets.ts'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { useFolders } from '../../api/folders.ts'
import { countText } from '../../features/count-text.ts'
import { Gone } from '../../features/gone.tsx'
import { AssetDialog } from '../../features/library/asset-dialog.tsx'
import { AssetGridSkeleton } from '../../features/library/asset-grid.tsx'
import { assetWord } from '../../features/library/asset-word.ts'
import type { DroppedFile } from '../../features/library/dropped-files.ts'
import { FolderCrumbs } from '../../features/library/folder-crumbs.tsx'
import { FolderNameDialog } from '../../features/library/folder-name-dialog.tsx'
import { FolderTiles } from '../../features/library/folder-tiles.tsx'
import { type ChosenFilter, LibraryFilters } from '../../features/library/library-filters.tsx'
import { PictureWall } from '../../features/library/picture-wall.tsx'
import { among, nothingSelected } from '../../features/library/selection.ts'
import { SelectionBar } from '../../features/library/selection-bar.tsx'
import { UploadArea } from '../../features/library/upload-area.tsx'
import { UploadButton } from '../../features/library/upload-button.tsx'
import { UploadTray } from '../../features/library/upload-tray.tsx'
import { useChangeMany } from '../../features/library/use-change-many.ts'
import { useLibrary } from '../../features/library/use-library.ts'
import { usePutFiles } from '../../features/library/use-put-files.ts'
import { useUploads } from '../../features/library/use-uploads.ts'
import { Trouble } from '../../features/trouble.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function LibraryPage() {
  const { brand } = useCurrentBrand()
  const { asset: openId, folder: folderId, begin } = useSearch({ from: '/studio/library' })
  const navigate = useNavigate({ from: '/library' })
  const [filter, setFilter] = useState<ChosenFilter>({})
  const allFolders = useFolders()
  const folders = allFolders.data ?? []
  const library = useLibrary(filter, folderId)
  const uploads = useUploads()
  const put = usePutFiles()
  const many = useChangeMany()
  const listed = library.assets.find((asset) => asset.id === openId)
  const alone = useAsset(listed === undefined ? openId : undefined)

  function open(asset: string | undefined): void {
    void navigate({ search: (now) => withPart(now, 'asset', asset), replace: true })
  }

  function beginWith(what: 'folder' | undefined): void {
    void navigate({ search: (now) => withPart(now, 'begin', what), replace: true })
  }

  function turnTo({ id }: Asset): void {
    open(id)
    const { hasNextPage, isFetchingNextPage, fetchNextPage } = library.query
    if (library.assets.at(-1)?.id === id && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }

  function upload(files: readonly DroppedFile[]): void {
    void put(files, { folderId: folderId ?? null, brandIds: brand === undefined ? [] : [brand.id] })
  }

  function moveTo(ids: readonly string[], folder: Folder | null): void {
    void many.move(ids, folder?.id ?? null, folder === null ? 'no folder' : `“${folder.name}”`)
  }

  const inside = folders.filter(({ parentId }) => parentId === (folderId ?? null))
  const isFolderGone = allFolders.isSuccess && !folders.some(({ id }) => id === folderId)
  const isFiltered = Object.keys(filter).some((part) => part !== 'sort')
  return (
    <UploadArea onFiles={upload}>
      <PageHeader
        title="Library"
        description="Everything made here, uploaded, or found on your website."
        actions={
          <>
            <Button
              icon={<FolderPlus size={16} aria-hidden="true" />}
              onClick={() => beginWith('folder')}
            >
              New folder
            </Button>
            <UploadButton
              videos
              onFiles={(files) => upload(files.map(alike))}
              asking={begin === 'upload'}
              onAsked={() => beginWith(undefined)}
            />
          </>
        }
      />
      <UploadTray uploads={uploads} />
      {folderId !== undefined && (
        <FolderCrumbs
          folders={folders}
          folderId={folderId}
          onOpen={(folder) => void navigate({ search: (now) => withPart(now, 'folder', folder) })}
          onPut={moveTo}
        />
      )}
      {alone.isError && (
        <div className="mb-6">
          <Trouble
            error={alone.error}
            onRetry={() => void alone.refetch()}
            gone="This picture is not here any more"
            way={<Button onClick={() => open(undefined)}>See the others</Button>}
          />
        </div>
      )}
      <LibraryFilters filter={filter} onChange={setFilter} />
      {!isFiltered && (
        <FolderTiles
          folders={inside}
          onOpen={(folder) => void navigate({ search: (now) => withPart(now, 'folder', folder) })}
          onPut={moveTo}
        />
      )}
      <Pictures
        // What was selected belongs to what is looked at.
        key={JSON.stringify([folderId, filter])}
        library={library}
        isFiltered={isFiltered}
        folder={folderId === undefined ? 'none' : isFolderGone ? 'gone' : 'open'}
        onOpen={(asset) => open(asset.id)}
        onClear={() => setFilter({})}
        onFiles={upload}
      />
      <AssetDialog
        asset={openId === undefined ? undefined : (listed ?? alone.data)}
        onClose={() => open(undefined)}
        onMade={(made) => open(made.id)}
        among={library.assets}
        total={library.total}
        onTurn={turnTo}
      />
      {begin === 'folder' && (
        <FolderNameDialog parentId={folderId ?? null} onClose={() => beginWith(undefined)} />
      )}
    </UploadArea>
  )
}

const alike = (file: File): DroppedFile => ({ file, folders: [] })

interface Search {
  readonly asset?: string
  readonly folder?: string
  readonly begin?: string
}

function withPart(search: Search, part: keyof Search, value: string | undefined): Search {
  const { [part]: _, ...rest } = search
  return value === undefined ? rest : { ...rest, [part]: value }
}

/** Whether it is looked at from inside a folder, and whether that is still there. */
type FolderState = 'none' | 'open' | 'gone'

interface PicturesProps {
  readonly library: ReturnType<typeof useLibrary>
  readonly isFiltered: boolean
  readonly folder: FolderState
  readonly onOpen: (asset: Asset) => void
  readonly onClear: () => void
  readonly onFiles: (files: readonly DroppedFile[]) => void
}

function Pictures(props: PicturesProps) {
  const { library, isFiltered, folder, onOpen, onClear, onFiles } = props
  const { query, assets, total } = library
  const folders = useFolders().data ?? []
  const many = useChangeMany()
  const [selection, setSelection] = useState(nothingSelected)
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query
  const loadNext = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])

  if (query.isPending) return <AssetGridSkeleton />
  if (query.isError && assets.length === 0) {
    return (
      <ErrorNotice title="The library could not be loaded" onRetry={() => void query.refetch()}>
        {problemFrom(query.error).detail}
      </ErrorNotice>
    )
  }
  if (assets.length === 0) {
    if (isFiltered) return <NothingFound onClear={onClear} />
    return <EmptyLibrary folder={folder} onFiles={onFiles} />
  }
  const chosen = new Set(
    among(
      selection,
      assets.map(({ id }) => id),
    ),
  )
  return (
    <>
      <p className="mb-3 text-sm text-muted tabular-nums">{countText(total, assetWord(assets))}</p>
      <div className={query.isPlaceholderData ? 'opacity-60 transition-opacity' : ''}>
        <PictureWall
          assets={assets}
          total={total}
          label="Pictures"
          selection={selection}
          onSelect={setSelection}
          onOpen={onOpen}
          onDelete={(some) => {
            setSelection(nothingSelected)
            void many.remove(some)
          }}
          onNearEnd={loadNext}
        />
      </div>
      {isFetchNextPageError && (
        <ErrorNotice
          className="mt-6"
          error={query.error}
          onRetry={() => void query.fetchNextPage()}
        />
      )}
      <SelectionBar
        selected={chosen.size === 0 ? [] : assets.filter(({ id }) => chosen.has(id))}
        folders={folders}
        onClear={() => setSelection(nothingSelected)}
      />
    </>
  )
}

function NothingFound({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      title="No picture fits"
      action={<Button onClick={onClear}>Show all pictures</Button>}
    >
      Try another word, or another kind.
    </EmptyState>
  )
}

interface EmptyLibraryProps {
  readonly folder: FolderState
  readonly onFiles: (files: readonly DroppedFile[]) => void
}

function EmptyLibrary({ folder, onFiles }: EmptyLibraryProps) {
  const upload = (
    <UploadButton
      onFiles={(files) => onFiles(files.map(alike))}
      variant="secondary"
      label="Upload files"
      videos
    />
  )
  if (folder === 'gone') {
    return (
      <Gone
        title="This folder is not here any more"
        way={<LinkButton to="/library">See all pictures</LinkButton>}
      />
    )
  }
  if (folder === 'open') {
    return (
      <EmptyState title="This folder is empty" action={upload}>
        Drop pictures or videos on this page, paste them, or move some here from the library.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<Images size={32} strokeWidth={1.5} aria-hidden="true" />}
      title="Nothing here yet"
      action={
        <>
          <LinkButton to="/images" variant="primary">
            Make an image
          </LinkButton>
          {upload}
        </>
      }
    >
      Pictures you make or upload are kept here. You can also drop them on this page, or paste them.
    </EmptyState>
  )
}
