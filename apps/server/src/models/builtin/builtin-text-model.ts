import { setTimeout as wait } from 'node:timers/promises'
import type { ModelWritingEvent, TextModel, WritingRequest } from '../text-model.ts'
import { writeCopy } from './writing/write-copy.ts'
import { writeIdeas } from './writing/write-ideas.ts'

/** Long enough to be seen coming, short enough not to be waited for. */
const pauseMs = 8

/** Writes from the brand's facts and formulas. Needs no network and no model. */
export function createBuiltinTextModel(): TextModel {
  return { provider: 'builtin', model: 'formulas-1', builtIn: true, write }
}

async function* write(
  request: WritingRequest,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<ModelWritingEvent> {
  signal.throwIfAborted()
  for (const event of eventsOf(request)) {
    yield event
    await wait(pauseMs)
    signal.throwIfAborted()
  }
  yield { type: 'done' }
}

function eventsOf(request: WritingRequest): readonly ModelWritingEvent[] {
  if (request.kind === 'ideas') return writeIdeas(request).map((idea) => ({ type: 'idea', idea }))
  const pieces = writeCopy(request).match(/(\s*\S+){1,3}\s*/g) ?? []
  return pieces.map((delta) => ({ type: 'text', delta }))
}
