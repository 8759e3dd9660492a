import { createRoute } from '@hono/zod-openapi'
import {
  formulasSchema,
  keptIdeasSchema,
  keptPostsSchema,
  newWritingSchema,
  type WritingEvent,
  writingEventSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { problemFromError } from '../http/problem.ts'
import { createRouter, type Router } from '../http/router.ts'
import { formulas } from '../writing/formulas/formulas.ts'
import { permitted } from './permitted.ts'
import { body, inWorkspaceParams, json, optionalIdempotencyHeader } from './request-parts.ts'

const requestWriting = createRoute({
  method: 'post',
  path: '/workspaces/{workspaceId}/writing',
  tags: ['Writing'],
  request: {
    params: inWorkspaceParams,
    headers: optionalIdempotencyHeader,
    body: body(newWritingSchema),
  },
  responses: {
    200: {
      description:
        'What is written, as it comes; closing the connection cancels. What is refused before anything was written is a problem.',
      content: { 'text/event-stream': { schema: writingEventSchema } },
    },
  },
})

const getFormulas = createRoute({
  method: 'get',
  path: '/formulas',
  tags: ['Writing'],
  responses: { 200: json(formulasSchema, 'What a post can be built by, the same for everybody') },
})

const keepIdeas = createRoute({
  method: 'post',
  path: '/workspaces/{workspaceId}/ideas',
  tags: ['Writing'],
  request: { params: inWorkspaceParams, body: body(keptIdeasSchema) },
  responses: { 201: json(keptPostsSchema, 'The ideas as they are kept, all of them') },
})

export function writingRoutes(context: Context): Router {
  const router = createRouter()
  const generating = { middleware: permitted(context, 'generate') }

  router.openapi({ ...requestWriting, ...generating }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const who = { workspaceId, memberId: c.get('member').userId }
    const idempotencyKey = c.req.valid('header')['idempotency-key']
    const body = c.req.valid('json')
    const { signal } = c.req.raw
    return streamEvents(
      (emit) => context.writing.write(who, body, { idempotencyKey, emit, signal }),
      (error) => problemFromError(error, context.log),
    )
  })
  router.openapi(getFormulas, (c) => {
    c.header('cache-control', 'private, max-age=3600')
    return c.json(formulas, 200)
  })
  router.openapi({ ...keepIdeas, middleware: permitted(context, 'edit') }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const who = { workspaceId, memberId: c.get('member').userId }
    return c.json(await context.writing.keepIdeas(who, c.req.valid('json')), 201)
  })
  return router
}

/**
 * The events of `work` as a stream that begins with the first of them: what is refused before is
 * thrown, and answered like every other refusal.
 */
async function streamEvents(
  work: (emit: (event: WritingEvent) => void) => Promise<WritingEvent>,
  problemFrom: (error: unknown) => Extract<WritingEvent, { type: 'problem' }>['problem'],
): Promise<Response> {
  const { stream, emit, close, begun, hasBegun } = eventStream()
  const finished = work(emit)
    .then(emit)
    .catch((error: unknown) => {
      if (!hasBegun()) throw error
      emit({ type: 'problem', problem: problemFrom(error) })
    })
    .finally(close)
  await Promise.race([begun, finished])
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  })
}

function eventStream() {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let begin: () => void = () => undefined
  let isBegun = false
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const stream = new ReadableStream<Uint8Array>({
    start: (started) => {
      controller = started
    },
    cancel: () => {
      controller = undefined
    },
  })
  return {
    stream,
    begun,
    hasBegun: () => isBegun,
    emit: (event: WritingEvent) => {
      controller?.enqueue(
        encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
      )
      isBegun = true
      begin()
    },
    close: () => {
      controller?.close()
      controller = undefined
    },
  }
}
