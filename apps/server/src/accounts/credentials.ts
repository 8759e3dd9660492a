import { z } from 'zod'

export const passwordLengthMin = 10
export const passwordLengthMax = 128

/** What the accounts library leaves open about a name; it checks address and password itself. */
export const personNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  // A control character cannot be stored, or would reorder what is around the name.
  .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u)

/** The longest address that mail can be sent to. */
export const emailLengthMax = 254
