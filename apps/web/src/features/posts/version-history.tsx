import type { Post, PostContent, PostRevision } from '@rheos/contract'
import { useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { usePostRevision, usePostRevisions, useRestoreRevision } from '../../api/posts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.ts'
import { whenText } from '../when.ts'
import { networkFacts, networkNames } from '../writing/networks.ts'
import type { PostDraft } from './post-draft.ts'
import { WordDiff } from './word-diff.tsx'

export interface VersionHistoryProps {
  readonly draft: PostDraft
  readonly onClose: () => void
}

/** The states of a post: what each would change, and the way back to it. */
export function VersionHistory({ draft, onClose }: VersionHistoryProps) {
  const revisions = usePostRevisions(draft.post.id)
  const [chosen, setChosen] = useState<number>()
  const items = revisions.data ?? []
  // The newest is the post itself: what one looks for is before it.
  const number = chosen ?? items.find(({ kind }, at) => at > 0 || kind === 'set_aside')?.number
  const restore = useRestore(draft, items)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Version history"
      width="full"
      footer={
        number !== undefined && (
          <Button
            variant="primary"
            loading={restore.isPending}
            onClick={() => void restore.run(number).then((done) => done && onClose())}
          >
            Restore this version
          </Button>
        )
      }
    >
      {revisions.isPending ? (
        <Skeleton className="h-64 w-full" />
      ) : revisions.isError ? (
        <ErrorNotice error={revisions.error} onRetry={() => void revisions.refetch()} />
      ) : items.length === 0 ? (
        <p className="py-10 text-center text-muted">
          Nothing was changed yet. Versions appear here as the post is edited.
        </p>
      ) : (
        <div className="grid gap-6 md:grid-cols-[17rem_minmax(0,1fr)]">
          <RevisionList items={items} chosen={number} onChoose={setChosen} />
          <RevisionChanges post={draft.post} number={number} />
        </div>
      )}
    </Dialog>
  )
}

function useRestore(draft: PostDraft, items: readonly PostRevision[]) {
  const { mutateAsync, isPending } = useRestoreRevision()
  const postId = draft.post.id

  async function run(number: number): Promise<boolean> {
    try {
      await draft.flush()
      const before = items.find(({ kind }) => kind !== 'set_aside')?.number
      draft.hear(await mutateAsync({ postId, number }))
      toast({
        title: 'Version restored',
        ...(before !== undefined && {
          action: { label: 'Undo', onPress: () => void run(before) },
        }),
      })
      return true
    } catch (error) {
      toast({ title: problemFrom(error).detail, tone: 'danger' })
      return false
    }
  }

  return { run, isPending }
}

interface RevisionListProps {
  readonly items: readonly PostRevision[]
  readonly chosen: number | undefined
  readonly onChoose: (number: number) => void
}

function RevisionList({ items, chosen, onChoose }: RevisionListProps) {
  return (
    <ol
      aria-label="Versions, newest first"
      className="max-h-56 space-y-1 overflow-y-auto md:max-h-[60vh]"
    >
      {items.map((revision, at) => (
        <li key={revision.number}>
          <button
            type="button"
            aria-pressed={revision.number === chosen}
            onClick={() => onChoose(revision.number)}
            className={classNames(
              'w-full rounded-md px-3 py-2 text-start hover:bg-hover',
              revision.number === chosen && 'bg-accent-soft',
            )}
          >
            <span className="flex items-center gap-2 text-sm font-medium">
              {whenText(revision.at)}
              {at === 0 && revision.kind !== 'set_aside' && <Badge>current</Badge>}
              {revision.kind === 'rewrite' && <Badge tone="accent">AI</Badge>}
              {revision.kind === 'set_aside' && <Badge tone="warning">not saved</Badge>}
            </span>
            <span className="mt-0.5 block text-sm text-muted">
              <bdi>{revision.by.name}</bdi> · {revision.summary}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function RevisionChanges(props: { readonly post: Post; readonly number: number | undefined }) {
  const { post, number } = props
  const revision = usePostRevision(post.id, number)
  if (number === undefined) {
    return <p className="text-muted">This is the only version so far.</p>
  }
  if (revision.isError)
    return <ErrorNotice error={revision.error} onRetry={() => void revision.refetch()} />
  if (revision.data === undefined) return <Skeleton className="h-48 w-full" />
  const parts = differingParts(post, revision.data.content)
  return (
    <section aria-label="What restoring changes" className="min-w-0 space-y-5">
      {parts.length === 0 && <p className="text-muted">The post is as it was then.</p>}
      {parts.map(({ label, now, before }) => (
        <div key={label}>
          <h3 className="mb-1 text-sm text-muted">{label}</h3>
          <WordDiff before={now} after={before} />
        </div>
      ))}
    </section>
  )
}

interface Part {
  readonly label: string
  readonly now: string
  readonly before: string
}

/** What the post holds now and what it held then, part by part, where they differ. */
function differingParts(now: PostContent, before: PostContent): readonly Part[] {
  const parts: Part[] = [
    { label: 'Title', now: now.title, before: before.title },
    { label: 'Text for all networks', now: now.body, before: before.body },
    ...networkNames.map((network) => ({
      label: `Text for ${networkFacts[network].label}`,
      now: versionText(now, network),
      before: versionText(before, network),
    })),
    { label: 'Networks', now: networksText(now), before: networksText(before) },
    { label: 'Pictures', now: picturesText(now), before: picturesText(before) },
  ]
  return parts.filter((part) => part.now !== part.before)
}

function versionText({ versions }: PostContent, network: (typeof networkNames)[number]): string {
  const version = versions[network]
  return [version?.body, ...(version?.thread ?? []), version?.firstComment]
    .filter((text) => text !== undefined)
    .join('\n\n')
}

function networksText({ networks }: PostContent): string {
  return networks.map((network) => networkFacts[network].label).join(', ')
}

function picturesText({ media }: PostContent): string {
  return media.map(({ alt }, at) => `${at + 1}. ${alt || 'without a description'}`).join('\n')
}
