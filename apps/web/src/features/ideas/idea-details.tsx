import type { Idea } from '@rheos/contract'
import { ChevronDown } from 'lucide-react'
import { useFormulas } from '../../api/formulas.ts'

/** What is behind an idea, for who wants to know. */
export function IdeaMore({ idea }: { readonly idea: Idea }) {
  const { outline, audience, theme, reason } = idea.details
  const hook = useFormulas().data?.hooks.find(({ id }) => id === idea.hookId)?.label ?? ''
  const facts = [
    ['Hook', hook],
    ['For', audience],
    ['Theme', theme],
    ['Why it fits', reason],
  ] as const
  const known = facts.filter(([, fact]) => fact !== '')
  if (outline.length === 0 && known.length === 0) return null
  return (
    <details className="group mt-3">
      <summary className="hit-area inline-flex cursor-pointer list-none items-center gap-1 rounded-sm text-sm font-medium text-muted hover:text-ink">
        More details
        <ChevronDown
          size={14}
          aria-hidden="true"
          className="transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="mt-3 space-y-4 text-sm">
        {outline.length > 0 && (
          <ol dir="auto" className="list-decimal space-y-1 ps-5 marker:text-muted">
            {outline.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
        )}
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
          {known.map(([label, fact]) => (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd dir="auto">{fact}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}
