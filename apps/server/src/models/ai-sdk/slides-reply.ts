import type { SlideText } from '@rheos/contract'
import { z } from 'zod'
import type { SlidesRequest } from '../text-model.ts'
import { listIn } from './json-reply.ts'

/** The shape a model is asked to answer in. */
export const slidesSchema = z.object({
  slides: z.array(z.object({ role: z.string(), heading: z.string(), body: z.string() })),
})

const looseSlide = z.object({
  heading: z.string().trim().max(600).catch(''),
  body: z.string().trim().max(2000).catch(''),
})

/** Reads slides out of what a model said. Their roles are those that were asked for, in that order. */
export async function readSlides(
  reply: string,
  { roles }: Pick<SlidesRequest, 'roles'>,
): Promise<readonly SlideText[]> {
  const said = (await listIn(reply)).flatMap((value) => {
    const parsed = looseSlide.safeParse(value)
    const isEmpty = !parsed.success || `${parsed.data.heading}${parsed.data.body}` === ''
    return isEmpty ? [] : [parsed.data]
  })
  // A carousel that lacks its end is none: fewer slides than asked for is no answer.
  if (said.length < roles.length) return []
  return roles.map(({ role }, at) => ({ role, heading: '', body: '', ...said[at] }))
}
