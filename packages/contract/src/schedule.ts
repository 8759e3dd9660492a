import { z } from 'zod'

/** A time on the clock of a place: `2026-12-01T09:30`. */
export const wallTimeSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'must be a day and a time such as 2026-12-01T09:30',
  })
/** An IANA name such as `Europe/London`. */
export const timeZoneSchema = z.string().min(1).max(60)
/** 1 is Monday, 7 Sunday. */
export const weekdaySchema = z.int().min(1).max(7)
const dayTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as 09:30' })

/** Comes again at the same time on the clock of its place, whatever daylight saving does. */
export const recurrenceSchema = z
  .strictObject({
    every: z.enum(['day', 'week', 'month']),
    /** 2: every second day, week or month. */
    interval: z.int().min(1).max(52).default(1),
    /** With `week`: on these days; absent: on the day of the first. */
    weekdays: z.array(weekdaySchema).min(1).max(7).optional(),
    /** The last day on which it may come: `2027-03-31`. */
    until: z.iso.date().optional(),
  })
  .meta({ id: 'Recurrence' })
export type Recurrence = z.infer<typeof recurrenceSchema>

/** When a post goes out: the instant, and the wall time and place that it was meant as. */
export const scheduleSchema = z
  .object({
    at: z.iso.datetime(),
    wallTime: wallTimeSchema,
    timeZone: timeZoneSchema,
    recurrence: recurrenceSchema.nullable(),
    socialAccountIds: z.array(z.string()),
  })
  .meta({ id: 'Schedule' })
export type Schedule = z.infer<typeof scheduleSchema>

/**
 * A wall time that daylight saving skips is taken an hour later; of one that comes twice the first is
 * taken, or with `second` the other.
 */
export const newScheduleSchema = z
  .strictObject({
    wallTime: wallTimeSchema,
    timeZone: timeZoneSchema,
    second: z.boolean().default(false),
    recurrence: recurrenceSchema.nullable().default(null),
    socialAccountIds: z.array(z.string().max(100)).min(1, 'choose at least one account').max(40),
  })
  .meta({ id: 'NewSchedule' })
export type NewSchedule = z.input<typeof newScheduleSchema>
/** The same with what it left out. */
export type ScheduleOrder = z.output<typeof newScheduleSchema>

/** At once, to these accounts. */
export const publishNowSchema = z
  .strictObject({
    socialAccountIds: z.array(z.string().max(100)).min(1, 'choose at least one account').max(40),
  })
  .meta({ id: 'PublishNow' })
export type PublishNow = z.infer<typeof publishNowSchema>

/** When a brand likes to post, in its own time zone. */
export const postingSlotsSchema = z
  .strictObject({
    timeZone: timeZoneSchema,
    slots: z.array(z.strictObject({ weekday: weekdaySchema, time: dayTime })).max(100),
  })
  .meta({ id: 'PostingSlots' })
export type PostingSlots = z.infer<typeof postingSlotsSchema>

/** Free slots of a brand, the next first. */
export const freeSlotsSchema = z
  .object({
    items: z.array(
      z.object({ at: z.iso.datetime(), wallTime: wallTimeSchema, timeZone: timeZoneSchema }),
    ),
  })
  .meta({ id: 'FreeSlots' })
export type FreeSlots = z.infer<typeof freeSlotsSchema>
