import { Refusal } from '../refusal.ts'
import { callToActionOf, hookOf, structureOf } from './formulas/formulas.ts'
import type { WritingOrder } from './writing-order.ts'

/** As much of what stands around a text as a model is told. */
const contextMax = 4000

/** What is ordered by a request that may be asked; throws a {@link Refusal} for one that may not. */
export function orderFrom(body: WritingOrder): WritingOrder {
  switch (body.kind) {
    case 'ideas':
      checkFormulas(body)
      return body
    case 'caption':
    case 'post':
      checkFormulas(body)
      if (!body.direction && body.idea === undefined)
        throw missing('direction', 'Say what it should be about, or choose an idea.')
      return body
    case 'rewrite':
      return {
        ...body,
        before: body.before?.slice(-contextMax),
        after: body.after?.slice(0, contextMax),
      }
    case 'image_prompt':
      if (body.postId === undefined && !body.text?.trim())
        throw missing('text', 'Say what the picture is for: a post, or a text.')
      return body
    case 'slides':
      structureOf(body.structureId)
      checkSlides(body)
      return body
    case 'version':
    case 'hashtags':
    case 'alt':
      return body
  }
}

/** What a generation of this kind is in the price book. */
export function actionOf(kind: WritingOrder['kind']): string {
  switch (kind) {
    case 'ideas':
      return 'text.ideas'
    case 'caption':
      return 'text.caption'
    case 'post':
    case 'version':
      return 'text.post'
    case 'slides':
      return 'text.slides'
    default:
      return 'text.rewrite'
  }
}

function checkFormulas(body: {
  readonly hook?: string | undefined
  readonly callToAction?: string | undefined
}): void {
  hookOf(body.hook)
  callToActionOf(body.callToAction)
}

function checkSlides(body: Extract<WritingOrder, { kind: 'slides' }>): void {
  if (body.slides !== undefined) {
    if (body.instruction === undefined)
      throw missing('instruction', 'Say how the slides should be changed.')
    return
  }
  if (!body.direction && !body.text?.trim())
    throw missing('direction', 'Say what the carousel should be about.')
}

function missing(path: string, detail: string): Refusal {
  const message = detail.charAt(0).toLowerCase() + detail.slice(1, -1)
  return new Refusal('invalid_request', detail, { fields: [{ path, message }] })
}
