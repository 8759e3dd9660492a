import type { Delivery } from './generation-kind.ts'

/** How long work may take to hand over what is complete once it was told to stop. */
const graceMs = 1000

/**
 * The delivery of `work`, or its failure. Work that does not stop when told is left behind: what it
 * makes afterwards is discarded.
 */
export async function settleOnAbort(
  work: Promise<Delivery>,
  signal: AbortSignal,
): Promise<Delivery> {
  let left = false
  let timer: NodeJS.Timeout | undefined
  const abandoned = new Promise<never>((_, reject) => {
    const abandon = () => {
      timer = setTimeout(() => {
        left = true
        reject(signal.reason)
      }, graceMs)
    }
    if (signal.aborted) abandon()
    else signal.addEventListener('abort', abandon, { once: true })
  })
  const late = work.then((delivery) => (left ? delivery.discard?.() : undefined))
  late.catch(() => undefined)
  try {
    return await Promise.race([work, abandoned])
  } catch (error) {
    // However the work phrases its stop, the reason is the one it was given.
    throw signal.aborted ? signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}
