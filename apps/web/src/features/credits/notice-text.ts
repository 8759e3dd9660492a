import type { Credits, Notice } from '@rheos/contract'
import { creditsText, numberText } from './credits-text.ts'
import { resetTextLong } from './reset-text.ts'

/** What a notice says: how much is left, and when there is more. */
export function noticeText(kind: Notice['kind'], credits: Credits, timeZone?: string): string {
  if (kind === 'payment_failed') {
    return 'The last payment failed. The rest of this month’s credits waits until it is made.'
  }
  const reset = resetTextLong(credits.resetsAt, timeZone)
  if (kind === 'running_low') {
    return `${numberText(credits.balance)} of ${creditsText(credits.allowance)} are left until ${reset}.`
  }
  if (kind === 'last_image') {
    return `Your credits are enough for one more standard image. They reset on ${reset}.`
  }
  const waiting = credits.paused
    ? `AI is paused until ${reset}; everything else works as before.`
    : `Images and website reading wait until ${reset}; writing goes on.`
  return `This month’s ${creditsText(credits.allowance)} are used up. ${waiting}`
}
