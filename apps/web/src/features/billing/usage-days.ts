import type { UsageItem } from '@rheos/contract'

export interface UsageDay {
  readonly label: string
  readonly items: readonly UsageItem[]
  readonly credits: number
}

/** Groups what was used by the person's own days, in the order it comes. */
export function usageDays(items: readonly UsageItem[], now: Date): readonly UsageDay[] {
  const days = new Map<string, UsageItem[]>()
  for (const item of items) {
    const label = dayLabel(new Date(item.at), now)
    const day = days.get(label)
    if (day === undefined) days.set(label, [item])
    else day.push(item)
  }
  return Array.from(days, ([label, ofDay]) => ({
    label,
    items: ofDay,
    credits: ofDay.reduce((sum, item) => sum + item.credits, 0),
  }))
}

function dayLabel(at: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (at.toDateString() === now.toDateString()) return 'Today'
  if (at.toDateString() === yesterday.toDateString()) return 'Yesterday'
  const date = at.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  })
  return `${at.toLocaleDateString('en-GB', { weekday: 'long' })} ${date}`
}
