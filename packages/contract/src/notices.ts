import { z } from 'zod'

/**
 * Something that the people of a workspace are told once in a cycle: a fifth of the credits is left,
 * enough for one more standard image, nothing; or once for a period: that its payment failed.
 */
export const noticeSchema = z
  .object({
    id: z.string(),
    kind: z.enum([
      'running_low',
      'last_image',
      'used_up',
      'payment_failed',
      'publishing_failed',
      'account_expiring',
      'account_lost',
    ]),
    at: z.iso.datetime(),
    /** What the balance had fallen to; 0 where it is about a payment. */
    balance: z.number().int().nonnegative(),
    /** It concerns this cycle only. */
    cycleStart: z.iso.datetime(),
    /** Of a payment that failed, and for who may pay: where. */
    payUrl: z.string().nullable(),
    /** The post that did not go out, or the social account that needs its owner: where to look. */
    subject: z.object({ id: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'Notice' })
export type Notice = z.infer<typeof noticeSchema>

/** Newest first, without those that this person dismissed. */
export const noticesSchema = z.object({ notices: z.array(noticeSchema) }).meta({ id: 'Notices' })
export type Notices = z.infer<typeof noticesSchema>
