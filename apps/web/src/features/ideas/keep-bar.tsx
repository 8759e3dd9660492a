import { Button } from '../../ui/button.tsx'
import { countText } from '../count-text.ts'

export interface KeepBarProps {
  readonly count: number
  readonly pending: boolean
  readonly onKeep: (state: 'idea' | 'draft') => void
}

/** What happens to the ideas that were chosen; in reach while one scrolls. */
export function KeepBar({ count, pending, onKeep }: KeepBarProps) {
  if (count === 0) return null
  return (
    <section
      aria-label="Chosen ideas"
      className="sticky bottom-20 z-10 flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-surface px-5 py-3 shadow-high md:bottom-4"
    >
      <p role="status" className="text-sm tabular-nums">
        {countText(count, 'idea')} chosen
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" loading={pending} onClick={() => onKeep('draft')}>
          Keep as {count === 1 ? 'draft' : 'drafts'}
        </Button>
        <Button size="sm" variant="primary" loading={pending} onClick={() => onKeep('idea')}>
          Keep for later
        </Button>
      </div>
    </section>
  )
}
