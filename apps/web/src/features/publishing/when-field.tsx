import { useMemo } from 'react'
import { useFreeSlots } from '../../api/publishing.ts'
import { Chip } from '../../ui/chip.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { ownTimeZone, placeText, wallTimeText } from '../calendar/moment-text.ts'

export interface WhenFieldProps {
  readonly brandId: string | null
  /** `2026-12-01T09:30`. */
  readonly wallTime: string
  readonly timeZone: string
  readonly onChange: (when: { readonly wallTime: string; readonly timeZone: string }) => void
}

/** A time on the wall of a place: one of the brand's next free slots, or any other. */
export function WhenField({ brandId, wallTime, timeZone, onChange }: WhenFieldProps) {
  const slots = useFreeSlots(brandId, timeZone, 3).data ?? []
  const [day = '', time = ''] = wallTime.split('T')
  const zones = useMemo(() => zoneOptions(timeZone), [timeZone])
  const set = (next: { day?: string; time?: string }) =>
    onChange({ wallTime: `${next.day ?? day}T${next.time ?? time}`, timeZone })
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">When</legend>
      {slots.length > 0 && (
        <div className="mb-3 flex flex-wrap gap-2">
          {slots.map((slot) => (
            <Chip
              key={slot.at}
              selected={slot.wallTime === wallTime && slot.timeZone === timeZone}
              onClick={() => onChange({ wallTime: slot.wallTime, timeZone: slot.timeZone })}
            >
              {wallTimeText(slot.wallTime)}
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
    </fieldset>
  )
}

/** The browser's own first, then all by their names. */
function zoneOptions(chosen: string) {
  const all = new Set([ownTimeZone(), chosen, ...Intl.supportedValuesOf('timeZone')])
  return [...all].map((zone) => ({
    value: zone,
    label: zone === ownTimeZone() ? `${placeText(zone)} (here)` : zone.replaceAll('_', ' '),
  }))
}
