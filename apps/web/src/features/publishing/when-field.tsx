import type { FreeSlots } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Chip } from '../../ui/chip.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { placeText, wallTimeText } from '../calendar/moment-text.ts'
import { zoneOptions } from './zone-options.ts'

export interface WhenFieldProps {
  /** Times at which the brand likes to post and has nothing planned, the next first. */
  readonly slots: FreeSlots['items']
  /** `2026-12-01T09:30`. */
  readonly wallTime: string
  readonly timeZone: string
  readonly onChange: (when: { readonly wallTime: string; readonly timeZone: string }) => void
}

/** A time on the wall of a place: one of the brand's next free slots, or any other. */
export function WhenField({ slots, wallTime, timeZone, onChange }: WhenFieldProps) {
  const [day = '', time = ''] = wallTime.split('T')
  const zones = useMemo(() => zoneOptions(timeZone), [timeZone])
  const set = (next: { day?: string; time?: string }) =>
    onChange({ wallTime: `${next.day ?? day}T${next.time ?? time}`, timeZone })
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">When</legend>
      {slots.length > 0 && (
        <div className="mb-3 flex flex-wrap items-center gap-2">
          {slots.map((slot, index) => (
            <Chip
              key={slot.at}
              className="tabular-nums"
              selected={slot.wallTime === wallTime && slot.timeZone === timeZone}
              onClick={() => onChange({ wallTime: slot.wallTime, timeZone: slot.timeZone })}
            >
              {index === 0 && 'Next free time: '}
              {wallTimeText(slot.wallTime)}
              {slot.timeZone !== timeZone && ` (${placeText(slot.timeZone)})`}
            </Chip>
          ))}
        </div>
      )}
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-[1fr_7rem_1.2fr]">
        <Field label="Day" labelHidden>
          <Input
            type="date"
            required
            value={day}
            onChange={({ target }) => set({ day: target.value })}
          />
        </Field>
        <Field label="Time" labelHidden>
          <Input
            type="time"
            required
            value={time}
            onChange={({ target }) => set({ time: target.value })}
          />
        </Field>
        <Field label="Time zone" labelHidden className="max-sm:col-span-2">
          <Select
            value={timeZone}
            options={zones}
            onChange={(zone) => onChange({ wallTime, timeZone: zone })}
          />
        </Field>
      </div>
      <Link
        to="/settings/posting-times"
        className="hit-area mt-2 inline-block text-sm font-medium text-accent-ink underline underline-offset-2"
      >
        {slots.length > 0 ? 'Change posting times' : 'Set posting times'}
      </Link>
    </fieldset>
  )
}
