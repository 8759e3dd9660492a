/**
 * What `work` answers, or the signal's reason as soon as it aborts. Work that does not stop when it
 * is told is left behind, and `discard` gets what it answers later.
 */
export async function unlessAborted<Answer>(
  work: Promise<Answer>,
  signal: AbortSignal,
  discard: (late: Answer) => unknown,
): Promise<Answer> {
  let isLeft = false
  const abandoned = new Promise<never>((_, reject) => {
    whenAborted(signal, () => {
      isLeft = true
      reject(signal.reason)
    })
  })
  work.then((answer) => (isLeft ? discard(answer) : undefined)).catch(() => undefined)
  return await Promise.race([abandoned, work])
}

/** Calls `listener` once the signal is aborted, now if it is. */
export function whenAborted(signal: AbortSignal, listener: () => void): void {
  if (signal.aborted) listener()
  else signal.addEventListener('abort', listener, { once: true })
}
