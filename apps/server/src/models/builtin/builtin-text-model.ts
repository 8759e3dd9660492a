import { setTimeout as wait } from 'node:timers/promises'
import type { ModelWritingEvent, TextModel, WritingRequest } from '../text-model.ts'
import { describePicture } from './writing/describe-picture.ts'
import { findHashtags } from './writing/find-hashtags.ts'
import { ownFacts } from './writing/own-facts.ts'
import { rewrite } from './writing/rewriting/rewrite.ts'
import { writeCopy } from './writing/write-copy.ts'
import { writeIdeas } from './writing/write-ideas.ts'
import { writeImagePrompt } from './writing/write-image-prompt.ts'
import { writeSlides } from './writing/write-slides.ts'
import { writeVersion } from './writing/write-version.ts'

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
  const { brand } = request
  for (const event of eventsOf(brand ? { ...request, brand: ownFacts(brand) } : request)) {
    yield event
    await wait(pauseMs)
    signal.throwIfAborted()
  }
  yield { type: 'done' }
}

function eventsOf(request: WritingRequest): readonly ModelWritingEvent[] {
  switch (request.kind) {
    case 'ideas':
      return writeIdeas(request).map((idea) => ({ type: 'idea', idea }))
    case 'slides':
      return writeSlides(request).map((slide) => ({ type: 'slide', slide }))
    case 'hashtags':
      return [{ type: 'hashtags', hashtags: findHashtags(request) }]
    default:
      return inPieces(textOf(request))
  }
}

function textOf(request: Exclude<WritingRequest, { kind: 'ideas' | 'slides' | 'hashtags' }>) {
  switch (request.kind) {
    case 'caption':
    case 'post':
      return writeCopy(request)
    case 'rewrite':
      return rewrite(request)
    case 'version':
      return writeVersion(request)
    case 'alt':
      return describePicture(request)
    case 'image_prompt':
      return writeImagePrompt(request)
  }
}

function inPieces(text: string): readonly ModelWritingEvent[] {
  const pieces = text.match(/(\s*\S+){1,3}\s*/g) ?? []
  return pieces.map((delta) => ({ type: 'text', delta }))
}
