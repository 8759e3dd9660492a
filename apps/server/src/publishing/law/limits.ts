/** A post that was not begun for so long after its time is not sent by surprise. */
export const lateMaxMs = 24 * 3_600_000
/** For so long it is looked for by machine; then a person is asked. */
export const lookForMs = 6 * 3_600_000
/** Before a window closes in which the network knows a repeated call. */
export const windowMarginMs = 30_000

const firstWaitMs = 5_000
const longestWaitMs = 15 * 60_000

/** How long to wait before the next try: three times longer each time, to a quarter of an hour. */
export function backoffMs(attempts: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 3 ** Math.min(attempts, 10))
}
