import type { Post } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useCreatePost } from '../../api/posts.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'
import { SpendButton } from '../credits/spend-button.tsx'
import { type Brief, ideasRequestOf, textRequestOf } from './brief.ts'
import type { Ideas } from './use-ideas.ts'
import type { TextRequest } from './use-text.ts'

const kinds = [
  { kind: 'post', label: 'Write post' },
  { kind: 'caption', label: 'Write caption' },
] as const

export interface BriefActionsProps {
  readonly brief: Brief
  readonly ideas: Ideas
  readonly onWrite: (request: TextRequest, pressId: string) => Promise<void>
  readonly onBlank: (post: Post) => void
}

/** What can be asked with a brief, each with its price; a text needs a direction. */
export function BriefActions({ brief, ideas, onWrite, onBlank }: BriefActionsProps) {
  const isSilent = brief.direction.trim() === ''
  return (
    <div className="mt-6 space-y-3">
      <SpendButton
        action="text.ideas"
        quiet
        label={ideas.ideas.length === 0 ? 'Suggest ideas' : 'Other ideas'}
        onSpend={({ quote, pressId }) => ideas.ask(ideasRequestOf(brief, quote), pressId)}
      />
      <div className="flex flex-wrap items-start gap-2">
        {kinds.map(({ kind, label }) => (
          <SpendButton
            key={kind}
            action={`text.${kind}`}
            label={label}
            variant="secondary"
            size="sm"
            quiet
            disabled={isSilent}
            onSpend={({ quote, pressId }) => onWrite(textRequestOf(kind, brief, quote), pressId)}
          />
        ))}
      </div>
      <BlankPost brief={brief} onBlank={onBlank} />
    </div>
  )
}

function BlankPost({ brief, onBlank }: Pick<BriefActionsProps, 'brief' | 'onBlank'>) {
  const create = useCreatePost()
  function start(): void {
    const { brandId, network } = brief
    create.mutate(
      {
        ...(brandId === undefined ? {} : { brandId }),
        ...(network === undefined ? {} : { network }),
      },
      {
        onSuccess: onBlank,
        onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }),
      },
    )
  }
  return (
    <Button variant="ghost" loading={create.isPending} size="sm" onClick={start} className="-ms-3">
      Or write it yourself
    </Button>
  )
}
