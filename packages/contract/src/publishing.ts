import { z } from 'zod'
import { networkSchema } from './networks.ts'
import { postStateSchema } from './posts.ts'
import { timeZoneSchema, wallTimeSchema } from './schedule.ts'

/**
 * What a network makes possible. `exact`: never posted twice. `checked`: where the answer is lost, we
 * look before trying again. `asked`: where the answer is lost, a person is asked.
 */
export const deliveryClassSchema = z
  .enum(['exact', 'checked', 'asked'])
  .meta({ id: 'DeliveryClass' })
export type DeliveryClass = z.infer<typeof deliveryClassSchema>

/** `waiting` for the network or for an account, and tried again by itself; `unconfirmed` while it is looked for. */
export const deliveryStateSchema = z
  .enum([
    'scheduled',
    'publishing',
    'waiting',
    'unconfirmed',
    'published',
    'failed',
    'needs_person',
    'missed',
    'dropped',
  ])
  .meta({ id: 'DeliveryState' })
export type DeliveryState = z.infer<typeof deliveryStateSchema>

export const targetStateSchema = z
  .enum([
    'scheduled',
    'claimed',
    'preparing',
    'committing',
    'unconfirmed',
    'reconciling',
    'published',
    'rejected',
    'needs_person',
  ])
  .meta({ id: 'TargetState' })
export type TargetState = z.infer<typeof targetStateSchema>

/** Why a delivery does not go on. A client may branch on these; the sentence is for people. */
export const deliveryProblemCodeSchema = z
  .enum([
    'content_refused',
    'media_refused',
    'media_missing',
    'duplicate_refused',
    'account_expired',
    'account_revoked',
    'permission_missing',
    'rate_limited',
    'network_unreachable',
    'network_failed',
    'network_unexpected',
    'answer_lost',
    'reply_target_gone',
    'not_ready',
    'too_late',
  ])
  .meta({ id: 'DeliveryProblemCode' })
export type DeliveryProblemCode = z.infer<typeof deliveryProblemCodeSchema>

export const deliveryProblemSchema = z
  .object({
    code: deliveryProblemCodeSchema,
    /** What happened and what to do, in one or two sentences; the network's own reason where it gave one. */
    detail: z.string(),
    /** What a person can do about it. */
    action: z.enum(['edit', 'reconnect', 'retry', 'answer', 'wait']),
  })
  .meta({ id: 'DeliveryProblem' })
export type DeliveryProblem = z.infer<typeof deliveryProblemSchema>

/** One thing to be made at the network: the post, an answer of its thread, or the first comment. */
export const deliveryTargetSchema = z
  .object({
    index: z.int(),
    kind: z.enum(['post', 'reply', 'comment']),
    state: targetStateSchema,
    excerpt: z.string(),
    url: z.string().nullable(),
  })
  .meta({ id: 'DeliveryTarget' })
export type DeliveryTarget = z.infer<typeof deliveryTargetSchema>

/** A post on its way to one account. */
export const deliverySchema = z
  .object({
    id: z.string(),
    postId: z.string(),
    network: networkSchema,
    class: deliveryClassSchema,
    account: z.object({ id: z.string(), name: z.string(), handle: z.string() }),
    state: deliveryStateSchema,
    dueAt: z.iso.datetime(),
    /** When it is tried or looked for next; null where nothing more happens by itself. */
    nextAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    url: z.string().nullable(),
    problem: deliveryProblemSchema.nullable(),
    targets: z.array(deliveryTargetSchema),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof deliverySchema>

export const deliveryEventKinds = [
  'scheduled',
  'changed',
  'claimed',
  'prepared',
  'committing',
  'published',
  'rejected',
  'waiting',
  'answer_lost',
  'worker_lost',
  'found',
  'not_found',
  'not_clear',
  'asked',
  'answered',
  'retried',
  'missed',
  'dropped',
] as const

/** What happened on the way, oldest first. */
export const deliveryEventSchema = z
  .object({
    at: z.iso.datetime(),
    target: z.int().nullable(),
    kind: z.enum(deliveryEventKinds),
    detail: z.string(),
    /** The network's own number of the request, where it gives one. */
    requestId: z.string().nullable(),
  })
  .meta({ id: 'DeliveryEvent' })
export type DeliveryEvent = z.infer<typeof deliveryEventSchema>

export const postDeliveriesSchema = z
  .object({
    items: z.array(deliverySchema.extend({ timeline: z.array(deliveryEventSchema) })),
  })
  .meta({ id: 'PostDeliveries' })
export type PostDeliveries = z.infer<typeof postDeliveriesSchema>

/** What a person saw at the network where nobody else can tell. */
export const deliveryAnswerSchema = z
  .strictObject({
    isThere: z.boolean(),
    /** Where it is, if that is known. */
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  })
  .meta({ id: 'DeliveryAnswer' })
export type DeliveryAnswer = z.infer<typeof deliveryAnswerSchema>

export const calendarEntrySchema = z
  .object({
    postId: z.string(),
    brandId: z.string().nullable(),
    state: postStateSchema,
    title: z.string(),
    excerpt: z.string(),
    at: z.iso.datetime(),
    wallTime: wallTimeSchema,
    timeZone: timeZoneSchema,
    recurs: z.boolean(),
    imageAssetId: z.string().nullable(),
    networks: z.array(
      z.object({
        network: networkSchema,
        state: deliveryStateSchema,
        /** The account's permission ends before the post goes out. */
        endsBefore: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CalendarEntry' })
export type CalendarEntry = z.infer<typeof calendarEntrySchema>

/** Everything that goes out, or went out, between two instants, the earliest first. */
export const calendarSchema = z
  .object({ items: z.array(calendarEntrySchema) })
  .meta({ id: 'Calendar' })
export type Calendar = z.infer<typeof calendarSchema>
