import { z } from 'zod'
import { planIdSchema } from './credits.ts'
import { imageActionSchema } from './image-actions.ts'

export const roleSchema = z.enum(['owner', 'admin', 'member']).meta({ id: 'Role' })
export type Role = z.infer<typeof roleSchema>

export const workspaceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: roleSchema,
    plan: planIdSchema,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Workspace' })
export type Workspace = z.infer<typeof workspaceSchema>

export const meSchema = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    workspaces: z.array(workspaceSchema),
    operator: z.enum(['no', 'unproven', 'yes']).meta({
      description:
        'Whether this person may sit at the operator’s desk: `unproven` when their address is listed for it and they have not proven that it is theirs.',
    }),
    /** Whether this person is mailed when credits run low. */
    creditMails: z.boolean(),
    /** Whether posts that did not go out, and accounts that need their owner, are mailed too. */
    publishingMails: z.boolean(),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof meSchema>

export const meChangeSchema = z
  .strictObject({
    creditMails: z.boolean().optional(),
    publishingMails: z.boolean().optional(),
  })
  .meta({ id: 'MeChange' })
export type MeChange = z.infer<typeof meChangeSchema>

/** `token` is that of the link which was mailed to the address. */
export const addressLinkSchema = z.strictObject({ token: z.string().min(1).max(2000) })

export const workspaceChangeSchema = z.strictObject({ name: z.string().trim().min(1).max(80) })
export type WorkspaceChange = z.infer<typeof workspaceChangeSchema>

/** What everybody may know of this installation. */
export const aboutSchema = z
  .object({
    supportEmail: z.string(),
    /** Which provider serves; what is built in is made here, without an AI model. */
    models: z.object({
      provider: z.string(),
      writingBuiltIn: z.boolean(),
      imagesBuiltIn: z.boolean(),
      /** What can be done to make an image; another action is refused. */
      imageActions: z.array(imageActionSchema),
    }),
    mailDelivered: z
      .boolean()
      .meta({ description: 'False when mails are only written to the log.' }),
  })
  .meta({ id: 'About' })
export type About = z.infer<typeof aboutSchema>
