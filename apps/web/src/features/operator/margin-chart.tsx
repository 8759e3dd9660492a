import type { Margin } from '@rheos/contract'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { creditsText } from '../credits/credits-text.ts'
import { poundsText } from './pounds-text.ts'

type Day = Margin['days'][number]

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const label = { fill: 'var(--muted)', fontSize: 12 } as const
const dayText = (date: string) => day.format(new Date(`${date}T00:00:00Z`))

/** Worth beside cost, for each day. */
export function MarginChart({ days }: { readonly days: readonly Day[] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...days]}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barGap={1}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="date"
          tickFormatter={dayText}
          tick={label}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          minTickGap={24}
        />
        <YAxis
          width={60}
          tickCount={4}
          tickFormatter={poundsText}
          tick={label}
          tickLine={false}
          axisLine={false}
        />
        <Bar
          dataKey="valueMicros"
          fill="var(--accent-set-aside)"
          maxBarSize={14}
          isAnimationActive={false}
        />
        <Bar dataKey="costMicros" fill="var(--warning)" maxBarSize={14} isAnimationActive={false} />
        <Tooltip content={DayLabel} cursor={{ fill: 'var(--hover)' }} />
      </BarChart>
    </ResponsiveContainer>
  )
}

interface DayLabelProps {
  readonly active?: boolean
  readonly payload?: readonly { readonly payload?: Day }[]
}

function DayLabel({ active, payload }: DayLabelProps) {
  const shown = payload?.[0]?.payload
  if (active !== true || shown === undefined) return null
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2 text-xs shadow-high tabular-nums">
      <p className="text-muted">
        {dayText(shown.date)}, {creditsText(shown.credits)}
      </p>
      <p className="font-medium">{poundsText(shown.valueMicros)} worth</p>
      <p className="font-medium">{poundsText(shown.costMicros)} provider cost</p>
    </div>
  )
}
