import { Link } from '@tanstack/react-router'
import { useDrafts } from '../../api/drafts.ts'
import { whenText } from '../../features/when.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { HomeSection, moreLinkClass } from './home-section.tsx'

const shown = 3

/** Where one left off writing. */
export function RecentDrafts({ brandId }: { readonly brandId: string }) {
  const { data, error, refetch } = useDrafts({ state: 'draft', brandId })
  const drafts = data?.pages[0]?.items.slice(0, shown)
  return (
    <HomeSection
      title="Go on writing"
      more={
        <Link to="/posts" className={moreLinkClass}>
          All posts
        </Link>
      }
    >
      {drafts === undefined && error !== null && (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      )}
      {drafts === undefined && error === null && <Skeleton className="h-36 w-full" />}
      {drafts?.length === 0 && (
        <div className="flex flex-wrap items-center justify-between gap-4 rounded-xl border border-dashed border-line p-5">
          <p className="text-muted">No drafts yet. Writing is free.</p>
          <LinkButton to="/posts/new">New post</LinkButton>
        </div>
      )}
      {drafts !== undefined && drafts.length > 0 && (
        <ul className="border-t border-line">
          {drafts.map((draft) => (
            <li key={draft.id} className="border-b border-line">
              <Link
                to="/posts/$draftId"
                params={{ draftId: draft.id }}
                className="flex items-baseline justify-between gap-6 py-3 hover:text-accent-ink"
              >
                <span dir="auto" className="min-w-0 truncate">
                  {draft.title || draft.body || 'Untitled draft'}
                </span>
                <span className="shrink-0 text-sm text-muted tabular-nums">
                  {whenText(draft.updatedAt)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </HomeSection>
  )
}
