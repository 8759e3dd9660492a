import type { Draft } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { whenText } from '../when.ts'
import { intentLabels, isIntent, isPlatform, platformFacts } from './platforms.ts'
import { useDeleteWithUndo } from './use-delete-draft.ts'

/** Drafts or ideas, the one edited last on top. */
export function DraftList({ drafts }: { readonly drafts: readonly Draft[] }) {
  return (
    <ul className="divide-y divide-line">
      {drafts.map((draft) => (
        <DraftRow key={draft.id} draft={draft} />
      ))}
    </ul>
  )
}

function DraftRow({ draft }: { readonly draft: Draft }) {
  const remove = useDeleteWithUndo()
  return (
    <li className="py-1">
      <div className="group relative -mx-3 flex items-start gap-4 rounded-lg px-3 py-3 hover:bg-hover">
        <div className="min-w-0 max-w-prose grow">
          <h2 dir="auto" className="truncate font-medium">
            <Link
              to="/posts/$draftId"
              params={{ draftId: draft.id }}
              className="rounded-sm after:absolute after:inset-0"
            >
              {headingOf(draft)}
            </Link>
          </h2>
          <p dir="auto" className="mt-0.5 line-clamp-2 text-sm text-muted">
            {draft.body || 'Nothing written yet'}
          </p>
          <p className="mt-1.5 text-xs text-muted tabular-nums">{factsOf(draft)}</p>
        </div>
        <IconButton
          label={`Delete ${headingOf(draft)}`}
          icon={<Trash2 size={16} aria-hidden="true" />}
          size="sm"
          className="relative ms-auto focus-visible:opacity-100 md:opacity-0 md:group-hover:opacity-100"
          onClick={() => void remove(draft)}
        />
      </div>
    </li>
  )
}

export function DraftListSkeleton() {
  return (
    <div className="space-y-7 py-4">
      {['first', 'second', 'third', 'fourth', 'fifth'].map((place) => (
        <div key={place} className="space-y-2">
          <Skeleton className="h-5 w-72 max-w-full" />
          <Skeleton className="h-4 w-full max-w-prose" />
        </div>
      ))}
    </div>
  )
}

function headingOf(draft: Draft): string {
  return draft.title || draft.body.split('\n')[0]?.slice(0, 80) || 'Untitled'
}

function factsOf(draft: Draft): string {
  const facts = [
    isPlatform(draft.platform) ? platformFacts[draft.platform].label : undefined,
    isIntent(draft.intent) ? intentLabels[draft.intent] : undefined,
    `edited ${whenText(draft.updatedAt)}`,
  ]
  return facts.filter(Boolean).join(' · ')
}
