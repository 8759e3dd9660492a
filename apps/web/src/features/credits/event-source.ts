import type { WorkspaceEvent } from '@rheos/contract'
import { readEvents } from '../../api/event-stream.ts'
import { send } from '../../api/request.ts'

export interface EventSink {
  readonly onEvent: (event: WorkspaceEvent) => void
  /** The connection stands: at its start and with each sign of life. */
  readonly onAlive: () => void
  /** The connection is lost; another is being made. */
  readonly onLost: () => void
}

/** The server sends a sign of life every 20 s: silence longer than two of them is a dead connection. */
const silenceMsMax = 45_000
const minuteMs = 60_000
const waitMs = [1000, 2000, 5000, 10_000, 15_000] as const

/** Reads the workspace's events until told to stop, connecting again whenever the stream ends. */
export async function readWorkspaceEvents(
  workspaceId: string,
  sink: EventSink,
  stop: AbortSignal,
): Promise<void> {
  let failures = 0
  while (!stop.aborted) {
    const startedAt = Date.now()
    try {
      await readOnce(workspaceId, sink, stop, () => {
        failures = 0
      })
      // The server ends a stream now and then, to see that the person is still signed in.
      if (Date.now() - startedAt > minuteMs) continue
    } catch {
      // Whatever ended the stream, the answer is the same: say so, wait, connect again.
    }
    if (stop.aborted) return
    sink.onLost()
    await pause(waitMs[Math.min(failures, waitMs.length - 1)] ?? 15_000, stop)
    failures += 1
  }
}

async function readOnce(
  workspaceId: string,
  sink: EventSink,
  stop: AbortSignal,
  onConnected: () => void,
): Promise<void> {
  const connection = new AbortController()
  const end = () => connection.abort()
  stop.addEventListener('abort', end, { once: true })
  let watchdog = setTimeout(end, silenceMsMax)
  const alive = () => {
    clearTimeout(watchdog)
    watchdog = setTimeout(end, silenceMsMax)
    sink.onAlive()
  }
  try {
    const response = await send(`/workspaces/${workspaceId}/credits/stream`, {
      signal: connection.signal,
    })
    if (response.body === null) return
    onConnected()
    alive()
    for await (const { data } of readEvents(response.body.pipeThrough(listening(alive)))) {
      const event = parse(data)
      if (event !== undefined) sink.onEvent(event)
    }
  } finally {
    clearTimeout(watchdog)
    stop.removeEventListener('abort', end)
    connection.abort()
  }
}

/** Lets bytes through and tells of each: signs of life are comments, which are no events. */
function listening(onBytes: () => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      onBytes()
      controller.enqueue(chunk)
    },
  })
}

function parse(data: string): WorkspaceEvent | undefined {
  try {
    return JSON.parse(data) as WorkspaceEvent
  } catch {
    return undefined
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      stop.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    window.addEventListener('online', done)
    stop.addEventListener('abort', done)
  })
}
