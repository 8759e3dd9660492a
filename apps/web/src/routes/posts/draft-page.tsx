import type { Draft } from '@rheos/contract'
import { useNavigate, useParams } from '@tanstack/react-router'
import { hasCode } from '../../api/api-error.ts'
import { useBrands } from '../../api/brands.ts'
import { useDraft } from '../../api/drafts.ts'
import { DraftEditorView } from '../../features/writing/draft-editor-view.tsx'
import { PostBar } from '../../features/writing/post-bar.tsx'
import { TextStream } from '../../features/writing/text-stream.tsx'
import { useDeleteWithUndo } from '../../features/writing/use-delete-draft.ts'
import { useText } from '../../features/writing/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export function DraftPage() {
  const { draftId } = useParams({ from: '/studio/posts/$draftId' })
  const draft = useDraft(draftId)
  const brands = useBrands().data ?? []
  const brand = brands.find((other) => other.id === draft.data?.brandId)
  return (
    <>
      <PostBar title={draft.data?.state === 'idea' ? 'Idea' : 'Draft'}>
        {brand !== undefined && (
          <span className="min-w-0 truncate before:me-3 before:text-line-strong before:content-['/']">
            <bdi>{brand.name || 'Unnamed brand'}</bdi>
          </span>
        )}
      </PostBar>
      {draft.data !== undefined ? (
        <DraftView key={draftId} draft={draft.data} />
      ) : draft.isError ? (
        <DraftTrouble error={draft.error} retry={() => void draft.refetch()} />
      ) : (
        <Skeleton className="h-96 w-full max-w-prose rounded-xl" />
      )}
    </>
  )
}

function DraftView({ draft }: { readonly draft: Draft }) {
  const navigate = useNavigate()
  const remove = useDeleteWithUndo()
  const writing = useText((written) => {
    writing.clear()
    void navigate({ to: '/posts/$draftId', params: { draftId: written.id } })
  })

  async function removeAndLeave(gone: Draft): Promise<void> {
    if (await remove(gone)) void navigate({ to: '/posts' })
  }

  if (writing.request !== undefined) return <TextStream writing={writing} />
  return (
    <DraftEditorView
      draft={draft}
      writing={writing}
      onDelete={(gone) => void removeAndLeave(gone)}
    />
  )
}

function DraftTrouble({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  if (!hasCode(error, 'not_found')) return <ErrorNotice error={error} onRetry={retry} />
  return (
    <EmptyState
      title="This draft is not here any more"
      action={<LinkButton to="/posts">See all posts</LinkButton>}
    />
  )
}
