import type { Post } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useCreatePost } from '../../api/posts.ts'
import { Button } from '../../ui/button.tsx'
import { tooLong } from '../../ui/over-limit.ts'
import { toast } from '../../ui/toast.ts'
import { SpendButton } from '../credits/spend-button.tsx'
import { type Brief, textRequestOf } from '../writing/brief.ts'
import type { TextRequest } from '../writing/use-text.ts'
import { directionMax } from './direction-max.ts'
import { type Ideas, ideasRequestOf } from './use-ideas.ts'

const kinds = [
  { kind: 'post', label: 'Write post' },
  { kind: 'caption', label: 'Write caption' },
] as const

export interface StartActionsProps {
  readonly brief: Brief
  readonly ideas: Ideas
  readonly onWrite: (request: TextRequest, pressId: string) => Promise<void>
  readonly onByHand: (post: Post) => void
}

/** What can be asked with a brief, each with its price; a text needs a direction. */
export function StartActions({ brief, ideas, onWrite, onByHand }: StartActionsProps) {
  const obstacle = tooLong('direction', brief.direction, directionMax)
  const isSilent = brief.direction.trim() === ''
  return (
    <div className="mt-6 space-y-3">
      <SpendButton
        action="text.ideas"
        quiet
        label="Suggest ideas"
        obstacle={obstacle}
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
            // Said once, below the first of them.
            disabled={isSilent || obstacle !== undefined}
            onSpend={({ quote, pressId }) => onWrite(textRequestOf(kind, brief, quote), pressId)}
          />
        ))}
      </div>
      <ByHand brief={brief} onByHand={onByHand} />
    </div>
  )
}

/** What stands in the direction is the beginning of the post. */
function ByHand({ brief, onByHand }: Pick<StartActionsProps, 'brief' | 'onByHand'>) {
  const create = useCreatePost()
  function start(): void {
    const { brandId, networks, type, hook, direction, intents } = brief
    const [intent, ...others] = intents
    create.mutate(
      {
        type,
        body: direction,
        networks: [...networks],
        ...(brandId === undefined ? {} : { brandId }),
        ...(hook === undefined ? {} : { hook }),
        ...(intent === undefined || others.length > 0 ? {} : { intent }),
      },
      {
        onSuccess: onByHand,
        onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }),
      },
    )
  }
  return (
    <Button variant="ghost" loading={create.isPending} size="sm" onClick={start} className="-ms-3">
      {brief.direction.trim() === '' ? 'Or write it yourself' : 'Or go on by hand from these words'}
    </Button>
  )
}
