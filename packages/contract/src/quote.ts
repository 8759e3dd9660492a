import { z } from 'zod'

/** The price that the person saw: the version of the price book, and the total of the whole request. */
export const quoteSchema = z
  .strictObject({
    version: z.number().int().positive(),
    credits: z.number().int().nonnegative(),
  })
  .meta({ id: 'Quote' })
export type Quote = z.infer<typeof quoteSchema>
