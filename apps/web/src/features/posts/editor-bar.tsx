import type { Network, Post } from '@rheos/contract'
import { History, Redo2, Trash2, Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { ScheduleButton } from '../publishing/schedule-button.tsx'
import { CopyButton } from '../writing/copy-button.tsx'
import type { PostDraft } from './post-draft.ts'
import { textParts } from './post-for-network.ts'
import { SaveStateMark } from './save-state.tsx'
import { sayStep } from './use-editor-keys.ts'
import { useOfDraft } from './use-post-draft.ts'

const VersionHistory = lazy(async () => ({
  default: (await import('./version-history.tsx')).VersionHistory,
}))

export interface EditorBarProps {
  readonly draft: PostDraft
  readonly network: Network | undefined
  readonly onDelete: (post: Post) => void
  /** The draft as it is saved; absent: it cannot be scheduled. */
  readonly toSchedule?: () => Promise<Post>
}

/** Whether the post is saved, the ways back, and what is done with the whole of it. */
export function EditorBar({ draft, network, onDelete, toSchedule }: EditorBarProps) {
  const canUndo = useOfDraft(draft, (view) => view.canUndo)
  const canRedo = useOfDraft(draft, (view) => view.canRedo)
  const [showing, setShowing] = useState(false)
  return (
    <div className="mb-3 flex min-h-10 flex-wrap items-center gap-x-1 gap-y-2">
      <div className="min-w-0 grow basis-0 text-sm text-muted">
        <SaveStateMark draft={draft} />
      </div>
      <div className="flex items-center gap-1">
        <IconButton
          label="Undo"
          disabled={!canUndo}
          icon={<Undo2 size={18} aria-hidden="true" />}
          onClick={() => sayStep('Undone', draft.undo())}
        />
        <IconButton
          label="Redo"
          disabled={!canRedo}
          icon={<Redo2 size={18} aria-hidden="true" />}
          onClick={() => sayStep('Redone', draft.redo())}
        />
        <IconButton
          label="Version history"
          icon={<History size={18} aria-hidden="true" />}
          onClick={() => void draft.flush().then(() => setShowing(true))}
        />
        <IconButton
          label="Delete"
          icon={<Trash2 size={18} aria-hidden="true" />}
          onClick={() => onDelete(draft.post)}
        />
      </div>
      <div className="flex w-full gap-2 *:grow sm:w-auto sm:gap-1">
        <CopyText draft={draft} network={network} />
        {toSchedule !== undefined && <ScheduleButton current={toSchedule} />}
      </div>
      {showing && (
        <Suspense fallback={null}>
          <VersionHistory draft={draft} onClose={() => setShowing(false)} />
        </Suspense>
      )}
    </div>
  )
}

interface CopyTextProps {
  readonly draft: PostDraft
  readonly network: Network | undefined
}

function CopyText({ draft, network }: CopyTextProps) {
  const text = useOfDraft(draft, ({ post }) => textParts(post, network).join('\n\n'))
  return <CopyButton text={text} />
}
