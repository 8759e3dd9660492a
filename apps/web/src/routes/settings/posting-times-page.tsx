import { useWorkspace } from '../../api/account.ts'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { usePostingSlots } from '../../api/posting-slots.ts'
import { ownTimeZone } from '../../features/calendar/moment-text.ts'
import { PostingTimesEditor } from '../../features/posting-times/posting-times-editor.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SettingsSection } from './settings-section.tsx'

/** When the current brand likes to post. */
export function PostingTimesPage() {
  usePageTitle('Posting times')
  const { brand, state } = useCurrentBrand()
  if (state === 'loading') return <Skeleton className="h-96 w-full" />
  if (brand === undefined) {
    return (
      <EmptyState
        title="Posting times belong to a brand"
        action={
          <LinkButton to="/brand/new" variant="primary">
            Add a brand
          </LinkButton>
        }
      >
        Add a brand first; then say when it likes to post.
      </EmptyState>
    )
  }
  return <TimesOf key={brand.id} brandId={brand.id} brandName={brand.name || 'this brand'} />
}

function TimesOf({ brandId, brandName }: { readonly brandId: string; readonly brandName: string }) {
  const mayChange = useWorkspace().role !== 'member'
  return (
    <SettingsSection
      title="Posting times"
      description={
        <>
          <p>
            When <bdi>{brandName}</bdi> likes to post. Scheduling offers the next of these times at
            which nothing is planned.
          </p>
          {!mayChange && <p className="mt-2">Ask the owner or an admin to change them.</p>}
        </>
      }
    >
      <Times brandId={brandId} mayChange={mayChange} />
    </SettingsSection>
  )
}

function Times({ brandId, mayChange }: { readonly brandId: string; readonly mayChange: boolean }) {
  const { data, isError, error, refetch } = usePostingSlots(brandId, ownTimeZone())
  if (data !== undefined) {
    return <PostingTimesEditor brandId={brandId} set={data} mayChange={mayChange} />
  }
  if (!isError) return <Skeleton className="h-96 w-full" />
  return (
    <ErrorNotice
      title="The posting times could not be loaded"
      error={error}
      onRetry={() => void refetch()}
    />
  )
}
