import type { Idea } from '@rheos/contract'
import { Lightbulb } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import type { Spend } from '../credits/use-spend.ts'
import type { Brief } from '../writing/brief.ts'
import { directionMax } from './direction-max.ts'
import { IdeaCard } from './idea-card.tsx'
import { KeepBar } from './keep-bar.tsx'
import { useChosenIdeas } from './use-chosen-ideas.ts'
import { useIdeaKeys } from './use-idea-keys.ts'
import { type Ideas, ideasRequestOf } from './use-ideas.ts'
import { useOneSpend } from './use-one-spend.ts'

const places = ['first', 'second', 'third'] as const

export interface IdeasPanelProps {
  readonly ideas: Ideas
  readonly brief: Brief
  readonly onWrite: (idea: Idea, spend: Spend) => Promise<void>
  readonly onStartOver: () => void
}

/** Three ideas as they come; the room for those still on their way is kept. */
export function IdeasPanel(props: IdeasPanelProps) {
  const { table, running } = props.ideas
  if (table.ideas.length > 0 || running) return <OnTheTable {...props} />
  return (
    <EmptyState
      icon={<Lightbulb size={32} strokeWidth={1.5} aria-hidden="true" />}
      title="Three ideas at a time"
    >
      Ask for ideas and choose one to write from, or say what it is about and have it written.
    </EmptyState>
  )
}

function OnTheTable({ ideas, brief, onWrite, onStartOver }: IdeasPanelProps) {
  const { table } = ideas
  const cards = useRef<(HTMLElement | null)[]>([])
  const { chosen, toggle, keep, pending } = useChosenIdeas(ideas, brief)
  const spend = useOneSpend()
  useIdeaKeys({
    count: table.ideas.length,
    onChoose: (at) => {
      cards.current[at]?.focus()
      const idea = table.ideas[at]
      if (idea !== undefined) toggle(idea)
    },
    onWrite: (at) => {
      const idea = table.ideas[at]
      if (idea === undefined || table.posts.has(idea.title)) return
      spend('text.post', (press) => onWrite(idea, press))
    },
    onOthers: () =>
      spend('text.ideas', ({ quote, pressId }) => ideas.ask(ideasRequestOf(brief, quote), pressId)),
    onKeep: () => keep('idea'),
  })
  const awaited =
    ideas.running && ideas.replacing === undefined ? places.slice(table.ideas.length) : []
  return (
    <section aria-label="Ideas" aria-busy={ideas.running} className="space-y-4">
      <IdeasHead ideas={ideas} brief={brief} onStartOver={onStartOver} />
      {table.ideas.map((idea, at) => (
        <IdeaCard
          key={idea.title}
          ref={(card) => {
            cards.current[at] = card
          }}
          idea={idea}
          place={at + 1}
          chosen={chosen.includes(idea)}
          postId={table.posts.get(idea.title)}
          leaving={ideas.replacing === at}
          busy={ideas.running}
          onChoose={() => toggle(idea)}
          onWrite={(press) => onWrite(idea, press)}
          onOther={({ quote, pressId }) =>
            ideas.askForOther(at, ideasRequestOf(brief, quote), pressId)
          }
        />
      ))}
      {awaited.map((place) => (
        <div key={place} aria-hidden="true" className="skeleton h-64 rounded-xl" />
      ))}
      <KeepBar count={chosen.length} pending={pending} onKeep={keep} />
    </section>
  )
}

function IdeasHead({ ideas, brief, onStartOver }: Omit<IdeasPanelProps, 'onWrite'>) {
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="grow basis-60 text-sm text-muted">
        {ideas.running
          ? 'Thinking of ideas'
          : (ideas.table.note ?? 'Change the direction or the intents for others')}
      </p>
      {ideas.running ? (
        <Button size="sm" onClick={ideas.stop}>
          Stop
        </Button>
      ) : (
        <div className="-ms-3 flex items-start gap-1 sm:ms-0">
          <Button size="sm" variant="ghost" onClick={onStartOver}>
            Start over
          </Button>
          <SpendButton
            action="text.ideas"
            label="Other ideas"
            size="sm"
            variant="secondary"
            quiet
            disabled={brief.direction.length > directionMax}
            onSpend={({ quote, pressId }) => ideas.ask(ideasRequestOf(brief, quote), pressId)}
          />
        </div>
      )}
    </div>
  )
}
