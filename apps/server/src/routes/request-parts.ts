import { z } from '@hono/zod-openapi'

/** An id in a path: what it cannot be is not there, so nothing more is said of it. */
const id = z.string().regex(/^[^\0]{1,100}$/, 'cannot be an id')

export const inWorkspaceParams = z.object({ workspaceId: id })
export const brandParams = inWorkspaceParams.extend({ brandId: id })
export const sourceParams = inWorkspaceParams.extend({ sourceId: id })
export const importParams = inWorkspaceParams.extend({ importId: id })
export const generationParams = inWorkspaceParams.extend({ generationId: id })
export const postParams = inWorkspaceParams.extend({ postId: id })
export const deliveryParams = postParams.extend({ deliveryId: id })
export const carouselParams = inWorkspaceParams.extend({ carouselId: id })
export const postRevisionParams = postParams.extend({
  number: z.coerce.number().int().min(1).max(1_000_000),
})
export const socialAccountParams = inWorkspaceParams.extend({ socialAccountId: id })
export const connectionParams = inWorkspaceParams.extend({ connectionId: id })
export const noticeParams = inWorkspaceParams.extend({ noticeId: id })
export const assetParams = inWorkspaceParams.extend({ assetId: id })
export const folderParams = inWorkspaceParams.extend({ folderId: id })
export const uploadParams = inWorkspaceParams.extend({ uploadId: id })

/** Lists are read page by page: `cursor` is the `next` of the page before. */
export const pageQuery = z.object({
  limit: z.coerce
    .number('must be a number from 1 to 100')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(100, 'must be at most 100')
    .default(30),
  cursor: z.string().max(300).optional(),
})
export const searchQuery = pageQuery.extend({
  brandId: id.optional(),
  q: z.string().trim().max(200).optional(),
})

const key = z
  .string('is missing: send one made anew for each press, so that a repeated request counts once')
  .regex(/^[\x21-\x7e]{1,200}$/, 'must be 1 to 200 visible ASCII characters')

export const idempotencyHeader = z.object({ 'idempotency-key': key })
export const optionalIdempotencyHeader = z.object({ 'idempotency-key': key.optional() })

/** An answer in JSON. */
export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** A request's body in JSON. */
export function body<T extends z.ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } }
}
