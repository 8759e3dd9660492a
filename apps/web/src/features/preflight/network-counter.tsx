import type { Network } from '@rheos/contract'
import { useMemo } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { type CounterLevel, counterFor, levelText } from './counter-level.ts'

export interface NetworkCounterProps {
  readonly network: Network
  readonly text: string
  /** A comment under a post may have another limit than the post. */
  readonly of?: 'text' | 'comment'
}

const tones: Readonly<Record<CounterLevel, string>> = {
  fine: 'text-muted',
  near: 'text-warning',
  over: 'text-danger',
}
const radius = 8
const around = 2 * Math.PI * radius

/** How long a text is, counted as the network counts, beside what it takes. */
export function NetworkCounter({ network, text, of = 'text' }: NetworkCounterProps) {
  const { count, max, share, level } = useMemo(
    () => counterFor(network, text, of),
    [network, text, of],
  )
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-2 text-sm whitespace-nowrap tabular-nums',
        tones[level],
      )}
    >
      <svg viewBox="0 0 20 20" className="size-5 -rotate-90" aria-hidden="true">
        <circle cx="10" cy="10" r={radius} className="fill-none stroke-line" strokeWidth="2.5" />
        <circle
          cx="10"
          cy="10"
          r={radius}
          className="fill-none stroke-current"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeDasharray={`${share * around} ${around}`}
          visibility={share === 0 ? 'hidden' : undefined}
        />
      </svg>
      <span className={level === 'over' ? 'font-medium' : undefined}>
        {count.toLocaleString('en-GB')} / {max.toLocaleString('en-GB')}
      </span>
      <span role="status" className="sr-only">
        {levelText(level, network)}
      </span>
    </span>
  )
}
