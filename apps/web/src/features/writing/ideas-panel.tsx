import { Lightbulb } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { Brief } from './brief.ts'
import { IdeaCard, type IdeaCardProps } from './idea-card.tsx'
import type { Ideas } from './use-ideas.ts'

const places = ['first', 'second', 'third'] as const

export interface IdeasPanelProps {
  readonly ideas: Ideas
  readonly brief: Brief
  readonly onWrite: IdeaCardProps['onWrite']
}

/** Three ideas as they come; the room for those still on their way is kept. */
export function IdeasPanel({ ideas, brief, onWrite }: IdeasPanelProps) {
  const awaited = ideas.running ? places.slice(ideas.ideas.length) : []
  if (ideas.ideas.length === 0 && !ideas.running) {
    return (
      <EmptyState
        icon={<Lightbulb size={32} strokeWidth={1.5} aria-hidden="true" />}
        title="Three ideas at a time"
      >
        Ask for ideas and choose one to write from, or say what it is about and have it written.
      </EmptyState>
    )
  }
  return (
    <section aria-label="Ideas" aria-busy={ideas.running} className="space-y-4">
      {ideas.running && (
        <div className="flex items-center justify-between gap-4">
          <p role="status" className="text-sm text-muted">
            Thinking of ideas
          </p>
          <Button size="sm" onClick={ideas.stop}>
            Stop
          </Button>
        </div>
      )}
      {ideas.ideas.map((idea) => (
        <IdeaCard key={idea.title} idea={idea} brief={brief} onWrite={onWrite} />
      ))}
      {awaited.map((place) => (
        <div key={place} aria-hidden="true" className="skeleton h-52 rounded-xl" />
      ))}
    </section>
  )
}
