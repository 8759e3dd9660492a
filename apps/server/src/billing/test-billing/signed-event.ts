import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../clock.ts'
import { EventRefusedError } from '../billing-provider.ts'

/** Older than this is not believed, as with Stripe's events. */
const toleranceMs = 300_000

/** `t=SECONDS,v1=HMAC` over time and body, as Stripe signs its events. */
export function signEvent(rawBody: string, secret: string, now: Instant): string {
  const seconds = Math.floor(now / 1000)
  return `t=${seconds},v1=${macOf(rawBody, secret, seconds)}`
}

/** Throws an {@link EventRefusedError} for what was signed with another secret or too long ago. */
export function checkEvent(rawBody: string, signature: string, secret: string, now: Instant): void {
  const [, time, mac] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? []
  if (time === undefined || mac === undefined)
    throw new EventRefusedError('The event carries no signature.')
  const expected = macOf(rawBody, secret, Number(time))
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(expected)))
    throw new EventRefusedError('The event is not signed by test billing.')
  if (now - Number(time) * 1000 > toleranceMs)
    throw new EventRefusedError('The event was signed too long ago.')
}

function macOf(rawBody: string, secret: string, seconds: number): string {
  return createHmac('sha256', secret).update(`${seconds}.${rawBody}`).digest('hex')
}
