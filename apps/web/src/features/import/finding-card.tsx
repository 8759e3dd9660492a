import type { Finding } from '@rheos/contract'
import { Check, Plus, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { FindingDifference, isDrawnAsOne } from './finding-difference.tsx'
import { FindingValue, LogoChoice } from './finding-value.tsx'
import { comparisonLabels, confidenceText, fieldLabels } from './finding-words.ts'
import { listDifference } from './list-difference.ts'

export interface FindingCardProps {
  readonly finding: Finding
  readonly choice: number
  readonly busy: boolean
  readonly onChoose: (choice: number) => void
  readonly onDecide: (accept: boolean) => void
  /** Adds what is new of a list to what is there. */
  readonly onMerge: () => void
  readonly onMove: (step: 1 | -1) => void
  readonly ref: Ref<HTMLElement>
}

/** One field as it was found, beside what the brand has now, with what speaks for it. */
export function FindingCard(props: FindingCardProps) {
  const { finding, busy, onDecide } = props
  const label = fieldLabels[finding.field]
  return (
    <article
      ref={props.ref}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a review is walked card by card with the keys.
      tabIndex={0}
      aria-label={`${label}, ${stateText(finding)}`}
      onKeyDown={(event) => onKey(event, props)}
      className={`rounded-lg border border-line p-5 sm:p-6 ${
        finding.decision === 'dismissed' ? 'border-dashed text-muted' : 'bg-surface'
      }`}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-semibold">{label}</h2>
        <Badge tone={finding.comparison === 'hand_edited' ? 'warning' : 'neutral'}>
          {comparisonLabels[finding.comparison]}
        </Badge>
        <span className="text-sm text-muted">{confidenceText(finding.confidence)}</span>
      </header>
      {isDrawnAsOne(finding) ? (
        <div className="mt-4">
          <FindingDifference finding={finding} />
        </div>
      ) : (
        <div className="mt-4 grid gap-x-10 gap-y-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <div className="min-w-0">
            {finding.field === 'logo' ? (
              <LogoChoice
                candidates={finding.value}
                choice={props.choice}
                onChoose={props.onChoose}
                disabled={finding.decision !== null}
              />
            ) : (
              <FindingValue
                field={finding.field}
                value={finding.value}
                label={`${label}, as found`}
              />
            )}
          </div>
          <CurrentLogo finding={finding} />
        </div>
      )}
      <EvidenceList evidence={finding.evidence} />
      <footer className="mt-5 flex flex-wrap items-center gap-2">
        <Button
          variant={finding.decision === 'accepted' ? 'chosen' : 'secondary'}
          size="sm"
          disabled={busy}
          aria-pressed={finding.decision === 'accepted'}
          icon={<Check size={16} aria-hidden="true" />}
          onClick={() => onDecide(true)}
        >
          {finding.decision === 'accepted'
            ? 'Accepted'
            : isDrawnAsOne(finding)
              ? 'Replace'
              : 'Accept'}
        </Button>
        {finding.decision === null && hasMore(finding) && (
          <Button
            size="sm"
            disabled={busy}
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => props.onMerge()}
          >
            Add what is new
          </Button>
        )}
        {finding.decision !== 'accepted' && (
          <Button
            variant="ghost"
            size="sm"
            disabled={busy}
            aria-pressed={finding.decision === 'dismissed'}
            icon={<X size={16} aria-hidden="true" />}
            onClick={() => onDecide(false)}
          >
            {finding.decision === 'dismissed'
              ? 'Dismissed'
              : finding.comparison === 'hand_edited'
                ? 'Keep mine'
                : 'Dismiss'}
          </Button>
        )}
      </footer>
    </article>
  )
}

function CurrentLogo({ finding }: { readonly finding: Finding }) {
  const { field, current, comparison } = finding
  if (field !== 'logo' || current === null || comparison === 'same' || comparison === 'new')
    return null
  return (
    <div className="min-w-0 border-s-2 border-line ps-5">
      <p className="mb-2 text-xs text-muted">
        {comparison === 'hand_edited' ? 'What you chose' : 'As it is now'}
      </p>
      <img src={current} alt="The present logo" className="max-h-16 object-contain" />
    </div>
  )
}

/** A list that holds something which the brand's has not, beside something that would go. */
function hasMore({ field, value, current, comparison }: Finding): boolean {
  if (field !== 'tone' && field !== 'audience' && field !== 'themes') return false
  if (current === null || (comparison !== 'differs' && comparison !== 'hand_edited')) return false
  const { added, removed } = listDifference(current, value)
  return added.length > 0 && removed.length > 0
}

function onKey(event: KeyboardEvent<HTMLElement>, props: FindingCardProps): void {
  if (event.target instanceof HTMLInputElement || event.metaKey || event.ctrlKey || event.altKey)
    return
  const action = keyActions[event.key]
  if (action === undefined) return
  event.preventDefault()
  event.stopPropagation()
  action(props)
}

const keyActions: Readonly<Record<string, (props: FindingCardProps) => void>> = {
  a: ({ busy, onDecide }) => !busy && onDecide(true),
  d: ({ busy, finding, onDecide }) => !busy && finding.decision !== 'accepted' && onDecide(false),
  ArrowDown: ({ onMove }) => onMove(1),
  ArrowUp: ({ onMove }) => onMove(-1),
  ArrowRight: ({ onMove }) => onMove(1),
  ArrowLeft: ({ onMove }) => onMove(-1),
}

function stateText(finding: Finding): string {
  return finding.decision ?? 'not decided'
}
