import type { Idea } from '@rheos/contract'
import { Check, Plus, RefreshCw } from 'lucide-react'
import type { Ref } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import type { SpendAction } from '../credits/use-spend.ts'
import { intentLabels } from '../writing/networks.ts'
import { IdeaMore } from './idea-details.tsx'

export interface IdeaCardProps {
  readonly idea: Idea
  /** Its key, from 1. */
  readonly place: number
  readonly chosen: boolean
  /** The post it became, if it was kept or written from. */
  readonly postId: string | undefined
  /** Another one is being thought of for its place. */
  readonly leaving: boolean
  readonly busy: boolean
  readonly onChoose: () => void
  readonly onWrite: SpendAction
  readonly onOther: SpendAction
  readonly ref: Ref<HTMLElement>
}

/** One idea: to be written from now, chosen to be kept, or exchanged for another. */
export function IdeaCard(props: IdeaCardProps) {
  const { idea, place, chosen, postId, leaving } = props
  return (
    <article
      ref={props.ref}
      tabIndex={-1}
      aria-busy={leaving}
      aria-labelledby={`idea-${place}`}
      className={classNames(
        'rounded-xl border bg-surface p-5 transition-opacity sm:p-6',
        chosen ? 'border-accent' : 'border-line',
        leaving && 'opacity-50',
      )}
    >
      <div className="flex items-center justify-between gap-3">
        <span className="flex gap-2">
          <Badge>{intentLabels[idea.intent]}</Badge>
          {postId !== undefined && <Badge tone="success">Kept</Badge>}
        </span>
        <span className="hidden md:block">
          <Kbd>{String(place)}</Kbd>
        </span>
      </div>
      <h2
        id={`idea-${place}`}
        dir="auto"
        className="mt-3 text-lg font-semibold text-balance break-words"
      >
        {idea.title}
      </h2>
      <p dir="auto" className="mt-2 text-pretty break-words">
        {idea.hook}
      </p>
      <p dir="auto" className="mt-2 text-sm text-pretty break-words text-muted">
        {idea.angle}
      </p>
      <IdeaMore idea={idea} />
      <IdeaActions {...props} />
    </article>
  )
}

function IdeaActions(props: IdeaCardProps) {
  const { chosen, postId, leaving, busy, onChoose, onWrite, onOther } = props
  return (
    <div className="mt-5 flex flex-wrap items-start gap-2">
      {postId === undefined ? (
        <>
          <SpendButton
            action="text.post"
            label="Write it"
            size="sm"
            variant="secondary"
            quiet
            disabled={busy}
            onSpend={onWrite}
          />
          <Chip selected={chosen} disabled={leaving} onClick={onChoose}>
            {chosen ? (
              <Check size={14} aria-hidden="true" />
            ) : (
              <Plus size={14} aria-hidden="true" />
            )}
            Choose
          </Chip>
        </>
      ) : (
        <LinkButton to="/posts/$postId" params={{ postId }} size="sm">
          Open draft
        </LinkButton>
      )}
      <SpendButton
        action="text.ideas"
        label="Another"
        size="sm"
        variant="ghost"
        quiet
        disabled={busy}
        icon={<RefreshCw size={14} aria-hidden="true" />}
        onSpend={onOther}
      />
    </div>
  )
}
