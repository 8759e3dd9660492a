import type { UsageSummary } from '@rheos/contract'
import { actionText } from '../credits/action-text.ts'

export type UsageSide = 'action' | 'member' | 'brand' | 'day'

/** One line of the usage table. */
export interface UsageRow {
  readonly key: string
  readonly name: string
  readonly credits: number
  readonly uses: number
}

/** The summary seen from one side: dearest first, days newest first and only those with usage. */
export function usageRows(summary: UsageSummary, side: UsageSide): readonly UsageRow[] {
  if (side === 'action') {
    return summary.actions.map(({ action, ...cost }) => ({
      key: action,
      name: actionText(action),
      ...cost,
    }))
  }
  if (side === 'member') {
    return summary.members.map(({ who, ...cost }) => ({
      key: who?.id ?? '',
      name: who?.name ?? 'Nobody in particular',
      ...cost,
    }))
  }
  if (side === 'brand') {
    return summary.brands.map(({ brand, ...cost }) => ({
      key: brand?.id ?? '',
      name: brand?.name ?? 'No brand',
      ...cost,
    }))
  }
  return summary.days
    .filter(({ uses }) => uses > 0)
    .map(({ date, ...cost }) => ({ key: date, name: day.format(new Date(date)), ...cost }))
    .reverse()
}

/** Days of the server's are UTC days, whatever the person's zone is. */
const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})
