import { Interruption } from './interruption.ts'

interface Target {
  readonly workspaceId: string
  readonly id: string
}

/** The generations that this process works on: each can be told to stop, all are waited for at the end. */
export class WorkHere {
  readonly #stops = new Map<string, AbortController>()
  readonly #working = new Set<Promise<void>>()
  readonly #closing = new AbortController()

  get isClosing(): boolean {
    return this.#closing.signal.aborted
  }

  has(target: Target): boolean {
    return this.#stops.has(nameOf(target))
  }

  /** From now on it can be told to stop: before others can know of it, so that no word is lost. */
  enter(target: Target): AbortController {
    const stop = new AbortController()
    this.#stops.set(nameOf(target), stop)
    if (this.isClosing) stop.abort(new Interruption('shutdown'))
    return stop
  }

  /** For what was entered and never came about. */
  leave(target: Target): void {
    this.#stops.delete(nameOf(target))
  }

  /** Waits for the work on what was entered; `caller` aborts when nobody waits for it any more. */
  async finish(
    target: Target,
    stop: AbortController,
    work: () => Promise<void>,
    caller?: AbortSignal,
  ): Promise<void> {
    const callerGone = () => stop.abort(new Interruption('cancelled'))
    caller?.addEventListener('abort', callerGone, { once: true })
    if (caller?.aborted) callerGone()
    const working = work().finally(() => {
      this.leave(target)
      this.#working.delete(working)
      caller?.removeEventListener('abort', callerGone)
    })
    this.#working.add(working)
    await working
  }

  /** `name` as a cancellation bears it; of others nothing is known here. */
  cancel(name: string): void {
    this.#stops.get(name)?.abort(new Interruption('cancelled'))
  }

  /** Stops everything, and waits until its credits are back. */
  async close(): Promise<void> {
    this.#closing.abort()
    for (const stop of this.#stops.values()) stop.abort(new Interruption('shutdown'))
    await Promise.all(this.#working)
  }

  /** For what ends early when this process does. */
  get closing(): AbortSignal {
    return this.#closing.signal
  }
}

/** What a cancellation of it is announced as. */
function nameOf({ workspaceId, id }: Target): string {
  return `${workspaceId}/${id}`
}
