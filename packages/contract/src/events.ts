import { z } from 'zod'
import { creditsSchema } from './credits.ts'
import { generationStatusSchema, progressSchema } from './generations.ts'

/**
 * What `GET /workspaces/{w}/credits/stream` sends; the event's name is `type`. `credits` comes at
 * once and after every change of the balance; `generation` when one starts, moves or ends; `notices`
 * when there are others than before: what they are differs from person to person; `billing` when the
 * plan, its payment or an invoice changed: read billing and `me` again; `post` when a post was changed
 * by the member `by`; `delivery` when a post moved on its way to a network; `social_accounts` when one was
 * connected, lost or taken away.
 */
export const workspaceEventSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('credits'), credits: creditsSchema }),
    z.object({ type: z.literal('notices') }),
    z.object({ type: z.literal('billing') }),
    z.object({
      type: z.literal('post'),
      post: z.object({ id: z.string(), revision: z.number().int(), by: z.string() }),
    }),
    z.object({ type: z.literal('delivery'), postId: z.string() }),
    z.object({ type: z.literal('social_accounts') }),
    z.object({
      type: z.literal('generation'),
      generation: z.object({
        id: z.string(),
        kind: z.enum(['image', 'import', 'writing']),
        status: generationStatusSchema,
        progress: progressSchema.nullable(),
      }),
    }),
  ])
  .meta({ id: 'WorkspaceEvent' })
export type WorkspaceEvent = z.infer<typeof workspaceEventSchema>
