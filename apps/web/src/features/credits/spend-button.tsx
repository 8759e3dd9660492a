import type { Problem } from '@rheos/contract'
import { type ReactNode, useId } from 'react'
import { quoteOf, usePrices } from '../../api/credits.ts'
import { Button, type ButtonProps } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { type Afford, afford } from './afford.ts'
import { creditsText, numberText, priceText } from './credits-text.ts'
import { resetText } from './reset-text.ts'
import { useCredits } from './use-credits.ts'
import { type SpendAction, useSpend } from './use-spend.ts'
import { WayForward } from './way-forward.tsx'

export interface SpendButtonProps {
  /** The action as the price book calls it: `image.standard`. */
  readonly action: string
  readonly count?: number
  readonly label: string
  /** Sends the request; a refusal it throws is put into words under the button. */
  readonly onSpend: SpendAction
  readonly icon?: ReactNode
  readonly size?: ButtonProps['size']
  readonly variant?: ButtonProps['variant']
  /** `submit` lets Enter in its form press it. */
  readonly type?: ButtonProps['type']
  /** Something of the request is still missing. */
  readonly disabled?: boolean
  /** Why it cannot be pressed now, said below it: a text is too long. */
  readonly obstacle?: string | undefined
  /**
   * Says nothing below it while all is well: for buttons of which there are many. Nor that AI is
   * paused: the page's panel does.
   */
  readonly quiet?: boolean
  readonly className?: string
}

/** A button that spends: says its price before it is pressed, and what will be left. */
export function SpendButton(props: SpendButtonProps) {
  const {
    action,
    count = 1,
    label,
    onSpend,
    icon,
    disabled = false,
    obstacle,
    quiet = false,
    className,
  } = props
  const noteId = useId()
  const prices = usePrices()
  const { credits } = useCredits()
  const { pending, problem, press } = useSpend(onSpend)
  const quote = prices.data === undefined ? undefined : quoteOf(prices.data, action, count)
  const means = afford(quote?.credits, credits)
  const blocked = means.kind === 'short' || means.kind === 'paused'
  const silent =
    quiet &&
    obstacle === undefined &&
    means.kind !== 'short' &&
    problem === undefined &&
    !prices.isError

  return (
    <div className={classNames('min-w-0', className)}>
      <Button
        variant={props.variant ?? 'primary'}
        size={props.size ?? 'md'}
        type={props.type ?? 'button'}
        icon={icon}
        loading={pending}
        disabled={disabled || obstacle !== undefined || blocked || quote === undefined}
        price={quote === undefined ? '–' : priceText(quote.credits)}
        aria-describedby={silent ? undefined : noteId}
        onClick={() => {
          if (quote !== undefined) press(quote)
        }}
      >
        {label}
      </Button>
      {!silent && (
        <div id={noteId} className="mt-2 min-h-5 text-sm text-muted tabular-nums">
          {obstacle ?? (
            <SpendNote
              means={means}
              problem={problem}
              newPrice={quote?.credits}
              onRetry={prices.isError ? () => void prices.refetch() : undefined}
            />
          )}
        </div>
      )}
    </div>
  )
}

interface SpendNoteProps {
  readonly means: Afford
  readonly problem: Problem | undefined
  readonly newPrice: number | undefined
  readonly onRetry: (() => void) | undefined
}

function SpendNote({ means, problem, newPrice, onRetry }: SpendNoteProps) {
  if (onRetry !== undefined) {
    return (
      <>
        The price could not be loaded.{' '}
        <button type="button" className="font-medium text-accent-ink underline" onClick={onRetry}>
          Retry
        </button>
      </>
    )
  }
  if (problem !== undefined) return <ProblemNote problem={problem} newPrice={newPrice} />
  if (means.kind === 'leaves') return `Leaves ${numberText(means.credits)}`
  if (means.kind === 'short') return <Short by={means.by} resetsAt={means.resetsAt} />
  if (means.kind === 'paused') {
    return (
      <>
        AI is paused · resets {resetText(means.resetsAt)} · <WayForward />
      </>
    )
  }
  return null
}

function Short({ by, resetsAt }: { readonly by: number; readonly resetsAt: string }) {
  return (
    <>
      Short by {numberText(by)} · resets {resetText(resetsAt)} · <WayForward />
    </>
  )
}

function ProblemNote(props: { readonly problem: Problem; readonly newPrice: number | undefined }) {
  const { problem, newPrice } = props
  const { shortBy, resetsAt, charged } = problem
  if (problem.code === 'price_changed') {
    const price = problem.quote?.credits ?? newPrice
    return (
      <p role="alert" className="text-warning">
        The price has changed{price === undefined ? '' : ` to ${creditsText(price)}`}. Nothing was
        charged. Press again to go on.
      </p>
    )
  }
  if (problem.code === 'insufficient_credits' && shortBy !== undefined && resetsAt !== undefined) {
    return (
      <p role="alert">
        <Short by={shortBy} resetsAt={resetsAt} />
      </p>
    )
  }
  return (
    <p role="alert" ref={showWhole} className="scroll-mb-24 text-danger">
      {problem.detail}
      {charged === 0 && !problem.detail.includes('Nothing was charged') && ' Nothing was charged.'}
    </p>
  )
}

/** On a small screen a refusal would appear below what can be seen. */
function showWhole(note: HTMLElement | null): void {
  note?.scrollIntoView({ block: 'nearest' })
}
