import { useCurrentBrand } from '../../api/current-brand.ts'
import { BrandEditorView } from '../../features/brand/brand-editor-view.tsx'
import { NewBrand } from '../../features/brand/new-brand.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export function BrandPage() {
  const { brand, state, retry } = useCurrentBrand()
  if (state === 'failed') {
    return (
      <>
        <PageHeader title="Brand" />
        <ErrorNotice onRetry={retry}>Your brands could not be loaded.</ErrorNotice>
      </>
    )
  }
  if (state === 'loading') return <BrandSkeleton />
  if (brand === undefined) {
    return (
      <>
        <PageHeader
          title="Begin with your brand"
          description="How it sounds and looks is read before anything is written or drawn."
        />
        <NewBrand />
      </>
    )
  }
  return <BrandEditorView key={brand.id} brand={brand} />
}

function BrandSkeleton() {
  return (
    <div className="space-y-6">
      <Skeleton className="h-9 w-64" />
      <Skeleton className="h-28 w-full rounded-lg" />
      <Skeleton className="h-64 w-full rounded-lg" />
    </div>
  )
}
