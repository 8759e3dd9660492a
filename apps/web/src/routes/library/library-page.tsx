import type { Asset } from '@rheos/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Images } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { type AssetFilter, useAsset, useAssets } from '../../api/assets.ts'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { AssetDialog } from '../../features/library/asset-dialog.tsx'
import { AssetGrid, AssetGridSkeleton } from '../../features/library/asset-grid.tsx'
import { LibraryFilters } from '../../features/library/library-filters.tsx'
import { PendingUploads } from '../../features/library/pending-uploads.tsx'
import { UploadArea } from '../../features/library/upload-area.tsx'
import { UploadButton } from '../../features/library/upload-button.tsx'
import { useUploads } from '../../features/library/use-uploads.ts'
import { LoadMore } from '../../features/load-more.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function LibraryPage() {
  const { brand } = useCurrentBrand()
  const [filter, setFilter] = useState<AssetFilter>({})
  const assets = useAssets(useDeferredValue(filter))
  const uploads = useUploads()
  const { asset: openId } = useSearch({ from: '/studio/library' })
  const navigate = useNavigate({ from: '/library' })
  const items = assets.data?.pages.flatMap((page) => page.items) ?? []
  const listed = items.find((asset) => asset.id === openId)
  const alone = useAsset(listed === undefined ? openId : undefined).data

  function open(asset: string | undefined): void {
    void navigate({ search: asset === undefined ? {} : { asset }, replace: true })
  }

  function upload(files: readonly File[]): void {
    void uploads.add(files, brand?.id)
  }

  return (
    <UploadArea onFiles={upload}>
      <PageHeader
        title="Library"
        description="Everything made here, uploaded, or found on your website."
        actions={<UploadButton onFiles={upload} />}
      />
      <LibraryFilters filter={filter} onChange={setFilter} />
      <PendingUploads uploads={uploads} />
      <AssetsFound
        query={assets}
        items={items}
        isFiltered={Object.keys(filter).length > 0}
        onOpen={(asset) => open(asset.id)}
        onClear={() => setFilter({})}
        onFiles={upload}
      />
      <AssetDialog
        asset={openId === undefined ? undefined : (listed ?? alone)}
        onClose={() => open(undefined)}
      />
    </UploadArea>
  )
}

interface AssetsFoundProps {
  readonly query: ReturnType<typeof useAssets>
  readonly items: readonly Asset[]
  readonly isFiltered: boolean
  readonly onOpen: (asset: Asset) => void
  readonly onClear: () => void
  readonly onFiles: (files: readonly File[]) => void
}

function AssetsFound(props: AssetsFoundProps) {
  const { query, items, isFiltered, onOpen, onClear, onFiles } = props
  if (query.isPending) return <AssetGridSkeleton />
  if (query.isError && items.length === 0) {
    return (
      <ErrorNotice title="The library could not be loaded" onRetry={() => void query.refetch()}>
        {problemFrom(query.error).detail}
      </ErrorNotice>
    )
  }
  if (items.length === 0) {
    return isFiltered ? <NothingFound onClear={onClear} /> : <EmptyLibrary onFiles={onFiles} />
  }
  return (
    <>
      <div className={query.isPlaceholderData ? 'opacity-60 transition-opacity' : ''}>
        <AssetGrid assets={items} label="Pictures" onOpen={onOpen} />
      </div>
      <LoadMore query={query} />
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

function EmptyLibrary({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  return (
    <EmptyState
      icon={<Images size={32} strokeWidth={1.5} aria-hidden="true" />}
      title="Nothing here yet"
      action={
        <>
          <LinkButton to="/images" variant="primary">
            Make an image
          </LinkButton>
          <UploadButton onFiles={onFiles} variant="secondary" label="Upload pictures" />
        </>
      }
    >
      Pictures you make or upload are kept here. You can also drop them on this page, or paste them.
    </EmptyState>
  )
}
