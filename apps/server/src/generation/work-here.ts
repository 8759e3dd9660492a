import { Interruption } from './interruption.ts'

interface Target {
  readonly workspaceId: string
  readonly id: string
}

interface Entry {
  readonly stop: AbortController
  readonly left: Promise<void>
  readonly leave: () => void
}

/** The generations that this process works on: each can be told to stop, all are waited for at the end. */
export class WorkHere {
  readonly #entries = new Map<string, Entry>()
  readonly #closing = new AbortController()

  /** For what ends early when this process does. */
  get closing(): AbortSignal {
    return this.#closing.signal
  }

  get isClosing(): boolean {
    return this.closing.aborted
  }

  has(target: Target): boolean {
    return this.#entries.has(nameOf(target))
  }

  /**
   * From now until it leaves it can be told to stop, and is waited for: before others can know of it,
   * so that no word is lost.
   */
  enter(target: Target): AbortController {
    const stop = new AbortController()
    let leave: () => void = () => undefined
    const left = new Promise<void>((resolve) => {
      leave = resolve
    })
    this.#entries.set(nameOf(target), { stop, left, leave })
    if (this.isClosing) stop.abort(new Interruption('shutdown'))
    return stop
  }

  leave(target: Target): void {
    this.#entries.get(nameOf(target))?.leave()
    this.#entries.delete(nameOf(target))
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
    try {
      await work()
    } finally {
      this.leave(target)
      caller?.removeEventListener('abort', callerGone)
    }
  }

  /** `name` as a cancellation bears it; of others nothing is known here. */
  cancel(name: string): void {
    this.#entries.get(name)?.stop.abort(new Interruption('cancelled'))
  }

  /** Stops everything, and waits until its credits are back. */
  async close(): Promise<void> {
    this.#closing.abort()
    const entries = [...this.#entries.values()]
    for (const { stop } of entries) stop.abort(new Interruption('shutdown'))
    await Promise.all(entries.map(({ left }) => left))
  }
}

/** What a cancellation of it is announced as. */
function nameOf({ workspaceId, id }: Target): string {
  return `${workspaceId}/${id}`
}
