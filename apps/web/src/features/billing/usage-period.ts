import type { UsagePeriod } from '../../api/credits.ts'

export type PeriodChoice = 'cycle' | 'month' | 'quarter' | 'year'

const daysOf = { month: 30, quarter: 91, year: 365 } as const
const dayMs = 86_400_000

/** Whole UTC days up to the end of today; absent: the present cycle. */
export function periodFor(choice: PeriodChoice, now: number): UsagePeriod | undefined {
  if (choice === 'cycle') return undefined
  const end = (Math.floor(now / dayMs) + 1) * dayMs
  return {
    from: new Date(end - daysOf[choice] * dayMs).toISOString(),
    to: new Date(end).toISOString(),
  }
}
