/** Does `work` every `ms`, until the function it answers is called. */
export type Every = (ms: number, work: () => void) => () => void

/** The runtime's own timer. A lease to renew is no reason for a process to live on. */
export const everyByTimer: Every = (ms, work) => {
  const timer = setInterval(work, ms)
  letProcessEnd(timer)
  return () => clearInterval(timer)
}

/** Node's timers keep a process alive, those of browsers and workers are plain numbers. */
function letProcessEnd(timer: unknown): void {
  if (typeof timer !== 'object' || timer === null) return
  if ('unref' in timer && typeof timer.unref === 'function') timer.unref()
}
