import type { Decisions, Finding, WebsiteImport } from '@rheos/contract'
import { useEffect, useRef, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useDecide } from '../../api/imports.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { toast } from '../../ui/toast.ts'
import { countText } from '../count-text.ts'
import { FindingCard } from './finding-card.tsx'
import { isReviewed, sweepOf } from './finding-words.ts'
import { ReviewDone } from './review-done.tsx'

/** The findings one by one: accept, dismiss, or accept all that replaces nothing written by hand. */
export function ImportReview({ read }: { readonly read: WebsiteImport }) {
  const decide = useDecide(read.brandId, read.id)
  const [choice, setChoice] = useState(0)
  const [wasReviewed] = useState(() => isReviewed(read))
  const cards = useRef<(HTMLElement | null)[]>([])
  const sweep = sweepOf(read)
  const decided = read.findings.filter((finding) => finding.decision !== null).length

  const [first] = useState(() => read.findings.findIndex((finding) => finding.decision === null))
  // So that the keys work at once; what is shown does not move.
  useEffect(() => cards.current[first]?.focus({ preventScroll: true }), [first])

  function move(from: number, step: 1 | -1): void {
    cards.current[from + step]?.focus()
  }

  function send(findings: readonly Finding[], accept: boolean, then?: () => void): void {
    decideAll(
      findings.map(({ field }) => ({
        field,
        accept,
        ...(field === 'logo' && accept ? { choice } : {}),
      })),
      then,
    )
  }

  function decideAll(decisions: Decisions['decisions'], then?: () => void): void {
    decide.mutate(decisions, {
      onSuccess: () => then?.(),
      onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }),
    })
  }

  return (
    <section aria-label="Findings" className="max-w-[58rem]">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted tabular-nums" role="status">
          {decided} of {countText(read.findings.length, 'finding')} decided
        </p>
        {sweep.length > 0 && (
          <Button variant="primary" disabled={decide.isPending} onClick={() => send(sweep, true)}>
            Accept all
          </Button>
        )}
      </div>
      {sweep.length > 0 && read.findings.some(isOwnWords) && (
        <p className="mt-2 text-sm text-muted">
          What you edited by hand stays, unless you accept its finding by itself.
        </p>
      )}
      {!isReviewed(read) && (
        <p className="mt-2 hidden text-sm text-muted sm:block">
          <Kbd>a</Kbd> accepts, <Kbd>d</Kbd> dismisses, <Kbd>↑</Kbd> <Kbd>↓</Kbd> move.
        </p>
      )}
      {isReviewed(read) && <ReviewDone read={read} isFresh={!wasReviewed} />}
      <div className="mt-6 space-y-4">
        {read.findings.map((finding, index) => (
          <FindingCard
            key={finding.field}
            ref={(card) => {
              cards.current[index] = card
            }}
            finding={finding}
            choice={choice}
            busy={decide.isPending}
            onChoose={setChoice}
            onDecide={(accept) => send([finding], accept, () => move(index, 1))}
            onMerge={() =>
              decideAll([{ field: finding.field, accept: true, merge: true }], () => move(index, 1))
            }
            onMove={(step) => move(index, step)}
          />
        ))}
      </div>
    </section>
  )
}

function isOwnWords({ comparison, decision }: Finding): boolean {
  return comparison === 'hand_edited' && decision === null
}
