import type { Idea } from '@rheos/contract'
import { Bookmark, Check } from 'lucide-react'
import { problemFrom } from '../../api/api-error.ts'
import { useCreatePost } from '../../api/posts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'
import { SpendButton } from '../credits/spend-button.tsx'
import type { Spend } from '../credits/use-spend.ts'
import { type Brief, postOfIdea } from './brief.ts'
import { intentLabels } from './networks.ts'

export interface IdeaCardProps {
  readonly idea: Idea
  readonly brief: Brief
  readonly onWrite: (idea: Idea, spend: Spend) => Promise<void>
}

/** One idea: to be written from now, or kept for later. */
export function IdeaCard({ idea, brief, onWrite }: IdeaCardProps) {
  const keep = useCreatePost()
  return (
    <article className="rounded-xl border border-line bg-surface p-5 sm:p-6">
      <Badge>{intentLabels[idea.intent]}</Badge>
      <h2 dir="auto" className="mt-3 text-lg font-semibold text-balance">
        {idea.title}
      </h2>
      <p dir="auto" className="mt-2 text-pretty">
        {idea.hook}
      </p>
      <p dir="auto" className="mt-2 text-sm text-pretty text-muted">
        {idea.angle}
      </p>
      <div className="mt-5 flex flex-wrap items-start gap-2">
        <SpendButton
          action="text.post"
          label="Write it"
          size="sm"
          variant="secondary"
          quiet
          onSpend={(spend) => onWrite(idea, spend)}
        />
        <Button
          variant="ghost"
          size="sm"
          loading={keep.isPending}
          disabled={keep.isSuccess}
          icon={
            keep.isSuccess ? (
              <Check size={14} aria-hidden="true" />
            ) : (
              <Bookmark size={14} aria-hidden="true" />
            )
          }
          onClick={() =>
            keep.mutate(postOfIdea(idea, brief), {
              onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }),
            })
          }
        >
          {keep.isSuccess ? 'Kept under Posts' : 'Keep for later'}
        </Button>
      </div>
    </article>
  )
}
