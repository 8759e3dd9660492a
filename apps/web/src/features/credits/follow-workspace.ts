import type { WorkspaceEvent } from '@rheos/contract'
import { readWorkspaceEvents } from './event-source.ts'

export interface Follower {
  readonly onEvent: (event: WorkspaceEvent) => void
  /** Whether events are coming; false from the start until the first sign of life. */
  readonly onLive: (live: boolean) => void
}

type Message =
  | { readonly kind: 'event'; readonly event: WorkspaceEvent }
  | { readonly kind: 'alive' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'hello' }

/** Longer than the leader's own patience with a silent connection. */
const quietMsMax = 50_000

/**
 * Follows the workspace's events with one connection for the whole browser: the tab that holds the
 * lock reads the stream and tells the others. When it is closed, the next in line takes over.
 */
export function followWorkspace(workspaceId: string, follower: Follower): () => void {
  const stop = new AbortController()
  const channel = new BroadcastChannel(`rheos.events.${workspaceId}`)
  const tell = (message: Message) => channel.postMessage(message)
  let live = false
  let quiet: ReturnType<typeof setTimeout> | undefined

  function setLive(next: boolean): void {
    live = next
    clearTimeout(quiet)
    if (next) quiet = setTimeout(() => setLive(false), quietMsMax)
    follower.onLive(next)
  }

  let leading = false
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'hello') {
      if (leading && live) tell({ kind: 'alive' })
    } else if (data.kind === 'event') {
      follower.onEvent(data.event)
    } else {
      setLive(data.kind === 'alive')
    }
  }
  tell({ kind: 'hello' })

  async function lead(): Promise<void> {
    leading = true
    await readWorkspaceEvents(
      workspaceId,
      {
        onEvent: (event) => {
          follower.onEvent(event)
          tell({ kind: 'event', event })
        },
        onAlive: () => {
          setLive(true)
          tell({ kind: 'alive' })
        },
        onLost: () => {
          setLive(false)
          tell({ kind: 'lost' })
        },
      },
      stop.signal,
    )
  }

  void whenFirst(`rheos.stream.${workspaceId}`, stop.signal, lead)
  return () => {
    stop.abort()
    clearTimeout(quiet)
    channel.close()
  }
}

/** Runs the work in one tab at a time. Without locks (plain HTTP on a network) each tab works alone. */
async function whenFirst(name: string, stop: AbortSignal, work: () => Promise<void>) {
  const locks = (navigator as { readonly locks?: LockManager }).locks
  if (locks === undefined) return work()
  try {
    await locks.request(name, { signal: stop }, work)
  } catch (error) {
    if (!stop.aborted) throw error
  }
}
