import type { Network } from '@rheos/contract'
import { classNames } from '../../ui/class-names.ts'

/** Two letters stand for a network: its own sign belongs to it. */
const letters: Readonly<Record<Network, string>> = {
  linkedin: 'in',
  instagram: 'Ig',
  facebook: 'f',
  x: 'X',
  pinterest: 'P',
  bluesky: 'Bs',
  mastodon: 'M',
  tiktok: 'Tk',
  youtube: 'Yt',
  threads: 'Th',
  telegram: 'Tg',
  discord: 'D',
}

export interface NetworkMarkProps {
  readonly network: Network
  readonly size?: 'sm' | 'md'
}

/** Marks what belongs to a network; its name stands beside it or is read aloud there. */
export function NetworkMark({ network, size = 'md' }: NetworkMarkProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-flex shrink-0 items-center justify-center rounded-md bg-ink font-semibold text-surface',
        size === 'md' ? 'size-9 text-sm' : 'size-5 rounded-sm text-[0.625rem]',
      )}
    >
      {letters[network]}
    </span>
  )
}
