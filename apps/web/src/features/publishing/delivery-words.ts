import type { DeliveryState, PostState } from '@rheos/contract'
import type { BadgeProps } from '../../ui/badge.tsx'

interface Words {
  readonly label: string
  readonly tone: NonNullable<BadgeProps['tone']>
}

/** What is said of a post on its way to one network. */
export const deliveryWords: Readonly<Record<DeliveryState, Words>> = {
  scheduled: { label: 'Scheduled', tone: 'neutral' },
  publishing: { label: 'Publishing', tone: 'accent' },
  waiting: { label: 'Waiting', tone: 'warning' },
  unconfirmed: { label: 'Checking', tone: 'warning' },
  published: { label: 'Published', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  needs_person: { label: 'Needs you', tone: 'danger' },
  missed: { label: 'Missed', tone: 'danger' },
  dropped: { label: 'Not sent', tone: 'neutral' },
}

export const postStateWords: Readonly<Record<PostState, Words>> = {
  idea: { label: 'Idea', tone: 'neutral' },
  draft: { label: 'Draft', tone: 'neutral' },
  scheduled: { label: 'Scheduled', tone: 'accent' },
  publishing: { label: 'Publishing', tone: 'accent' },
  published: { label: 'Published', tone: 'success' },
  partly_published: { label: 'Partly published', tone: 'warning' },
  failed: { label: 'Failed', tone: 'danger' },
}

/** Worst first: of several networks the one that needs somebody most is told. */
const urgency: readonly DeliveryState[] = [
  'needs_person',
  'failed',
  'missed',
  'unconfirmed',
  'waiting',
  'publishing',
  'scheduled',
  'dropped',
  'published',
]

/** Undefined where there is no network. */
export function mostUrgent(states: readonly DeliveryState[]): DeliveryState | undefined {
  return urgency.find((state) => states.includes(state))
}
