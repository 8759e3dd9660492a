import type { KeptIdeas, KeptPosts, NewWriting, WritingEvent } from '@rheos/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { ApiError, unreachable } from './api-error.ts'
import { readEvents } from './event-stream.ts'
import { rememberPost } from './posts.ts'
import { request, send } from './request.ts'

export type WritingDone = Extract<WritingEvent, { type: 'done' }>

/**
 * Asks for ideas or a text and hands on what comes as it comes. Answers with the last event; throws
 * an {@link ApiError} for a refusal before or inside the stream, and for a stream that breaks off.
 */
export async function write(options: {
  readonly workspaceId: string
  readonly body: NewWriting
  readonly pressId: string
  readonly signal: AbortSignal
  readonly onEvent: (event: WritingEvent) => void
}): Promise<WritingDone> {
  const response = await send(`/workspaces/${options.workspaceId}/writing`, {
    method: 'POST',
    body: options.body,
    idempotencyKey: options.pressId,
    signal: options.signal,
  })
  if (response.body === null) throw unreachable()
  for await (const { data } of eventsOf(response.body, options.signal)) {
    const event = JSON.parse(data) as WritingEvent
    if (event.type === 'problem') throw new ApiError(event.problem)
    options.onEvent(event)
    if (event.type === 'done') return event
  }
  throw unreachable()
}

async function* eventsOf(body: ReadableStream<Uint8Array>, signal: AbortSignal) {
  try {
    yield* readEvents(body)
  } catch (error) {
    if (signal.aborted || error instanceof ApiError) throw error
    throw unreachable(error)
  }
}

/** Keeps several ideas under Posts at once. */
export function useKeepIdeas() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (kept: KeptIdeas) =>
      request<KeptPosts>(`/workspaces/${id}/ideas`, { method: 'POST', body: kept }),
    onSuccess: ({ items }) => {
      for (const post of items) rememberPost(client, id, post)
    },
  })
}
