import type { FreeSlots, PostingSlots } from '@rheos/contract'
import { Temporal } from 'temporal-polyfill'
import { type Instant, isoInstant } from '../../clock.ts'
import { instantOf, wallTimeAt } from './wall-time.ts'

/** Working days, morning, noon and evening, until a brand says otherwise. */
export function defaultSlots(timeZone: string): PostingSlots {
  const times = ['09:00', '12:30', '17:00']
  const slots = [1, 2, 3, 4, 5].flatMap((weekday) => times.map((time) => ({ weekday, time })))
  return { timeZone, slots }
}

/** Nobody plans further by slots. */
const daysMax = 120
/** A slot that begins sooner is as good as gone. */
const aheadMs = 60_000

/** The next slots at which nothing is planned yet. `taken` are instants of posts of the brand. */
export function freeSlots(
  { timeZone, slots }: PostingSlots,
  taken: ReadonlySet<Instant>,
  now: Instant,
  count: number,
): FreeSlots['items'] {
  const free: FreeSlots['items'] = []
  const today = Temporal.PlainDateTime.from(wallTimeAt(now, timeZone)).toPlainDate()
  for (let ahead = 0; ahead < daysMax && free.length < count; ahead += 1) {
    const day = today.add({ days: ahead })
    const times = slots.filter(({ weekday }) => weekday === day.dayOfWeek).map(({ time }) => time)
    for (const time of [...new Set(times)].toSorted()) {
      const wallTime = `${day.toString()}T${time}`
      const at = instantOf({ wallTime, timeZone })
      if (at < now + aheadMs || taken.has(at) || free.length >= count) continue
      free.push({ at: isoInstant(at), wallTime, timeZone })
    }
  }
  return free
}
