import type { Credits } from '@rheos/contract'
import { creditsText, numberText } from '../credits/credits-text.ts'
import { resetTextLong } from '../credits/reset-text.ts'

/** The billing page's first sentence: what there is, and until when. */
export function balanceSentence(credits: Credits, timeZone?: string): string {
  const until = resetTextLong(credits.resetsAt, timeZone)
  // What was paid for before an upgrade is of a plan too, and ends at another time.
  const extra = credits.grants.filter(
    ({ kind, endsAt }) => (kind !== 'allowance' && kind !== 'plan') || endsAt !== credits.resetsAt,
  )
  const extraCredits = extra.reduce((sum, grant) => sum + grant.available + grant.held, 0)
  const own = credits.balance - extraCredits
  const sentence = `You have ${numberText(own)} of ${creditsText(credits.allowance)} until ${until}`
  const last = extra
    .filter((grant) => grant.available + grant.held > 0)
    .map((grant) => grant.endsAt)
    .sort()
    .at(-1)
  if (last === undefined) return `${sentence}.`
  return `${sentence}, and ${numberText(extraCredits)} more until ${resetTextLong(last, timeZone)}.`
}
