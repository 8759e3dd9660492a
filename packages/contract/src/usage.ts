import { z } from 'zod'

const credits = z.number().int().nonnegative()
const instant = z.iso.datetime()
const named = z.object({ id: z.string(), name: z.string() })

const cost = z.object({
  /** Spent, less what was given back since. */
  credits,
  /** How many operations were charged. */
  uses: z.number().int().nonnegative(),
})

/**
 * Where the spending leads at the pace of this cycle. `runs_out`: there is nothing left at `at`, which
 * is before the reset. `lasts`: so much is left when the credits are reset.
 */
export const forecastSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('runs_out'), at: instant }),
    z.object({ kind: z.literal('lasts'), left: credits }),
  ])
  .meta({ id: 'Forecast' })
export type Forecast = z.infer<typeof forecastSchema>

/**
 * What a period cost by day, action, member and brand: each of the four adds up to `credits`. Dearest
 * first, days in their order and with those on which nothing was spent, up to now.
 */
export const usageSummarySchema = z
  .object({
    period: z.object({ start: instant, end: instant }),
    ...cost.shape,
    /** UTC days. */
    days: z.array(z.object({ date: z.iso.date(), ...cost.shape })),
    actions: z.array(z.object({ action: z.string(), ...cost.shape })),
    /** `who`, `brand`: null where it was nobody's, or no brand's. */
    members: z.array(z.object({ who: named.nullable(), ...cost.shape })),
    brands: z.array(z.object({ brand: named.nullable(), ...cost.shape })),
    /** Of the present cycle alone, once there is a pace. */
    forecast: forecastSchema.nullable(),
  })
  .meta({ id: 'UsageSummary' })
export type UsageSummary = z.infer<typeof usageSummarySchema>
