import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { creditsText, numberText } from '../credits/credits-text.ts'
import { shortDayText } from './day-text.ts'
import type { SpendingPoint } from './spending-series.ts'

export interface SpendingChartProps {
  readonly points: readonly SpendingPoint[]
  readonly allowance: number
  /** Milliseconds since 1970, as the points. */
  readonly start: number
  readonly end: number
  readonly now: number
}

const label = { fill: 'var(--muted)', fontSize: 12 } as const

export function SpendingChart({ points, allowance, start, end, now }: SpendingChartProps) {
  const highest = Math.max(allowance, ...points.map((point) => point.spent ?? point.forecast ?? 0))
  const spentNow = points.findLast((point) => point.spent !== undefined)
  // At the end of the line that is away from today's mark.
  const allowancePlace = now < (start + end) / 2 ? 'insideTopRight' : 'insideTopLeft'
  // Beside its line at the edges of the cycle, where it would cover the scale.
  const passed = (now - start) / (end - start)
  const todayPlace = passed < 0.08 ? 'insideTopLeft' : passed > 0.92 ? 'insideTopRight' : 'top'
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={[...points]}
        margin={{ top: 24, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={[start, end]}
          ticks={ticksOf(start, end)}
          tickFormatter={shortDayText}
          tick={label}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
        />
        <YAxis
          domain={[0, highest]}
          width={44}
          tickCount={5}
          tickFormatter={numberText}
          tick={label}
          tickLine={false}
          axisLine={false}
        />
        <ReferenceLine
          y={allowance}
          stroke="var(--muted)"
          strokeDasharray="2 4"
          label={{ ...label, value: 'allowance', position: allowancePlace, dy: -22 }}
        />
        <ReferenceLine
          x={now}
          stroke="var(--ink)"
          label={{ ...label, fill: 'var(--ink)', value: 'today', position: todayPlace }}
        />
        <Area
          dataKey="spent"
          type="linear"
          stroke="var(--accent)"
          strokeWidth={2}
          fill="var(--accent-soft)"
          isAnimationActive={false}
        />
        <Line
          dataKey="forecast"
          type="linear"
          stroke="var(--accent)"
          strokeWidth={1.5}
          strokeDasharray="4 4"
          dot={false}
          isAnimationActive={false}
        />
        {spentNow?.spent !== undefined && (
          <ReferenceDot
            x={spentNow.at}
            y={spentNow.spent}
            r={4}
            fill="var(--accent)"
            stroke="none"
          />
        )}
        <Tooltip content={PointLabel} cursor={{ stroke: 'var(--line-strong)' }} />
      </ComposedChart>
    </ResponsiveContainer>
  )
}

interface PointLabelProps {
  readonly active?: boolean
  readonly payload?: readonly { readonly payload?: SpendingPoint }[]
}

function PointLabel({ active, payload }: PointLabelProps) {
  const point = payload?.[0]?.payload
  if (active !== true || point === undefined) return null
  const { at, spent, forecast } = point
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2 text-xs shadow-high tabular-nums">
      <p className="text-muted">{shortDayText(at)}</p>
      <p className="font-medium">
        {spent === undefined
          ? `about ${creditsText(forecast ?? 0)} at this pace`
          : `${creditsText(spent)} spent`}
      </p>
    </div>
  )
}

/** Five dates, evenly set. */
function ticksOf(start: number, end: number): number[] {
  return Array.from({ length: 5 }, (_, index) => start + ((end - start) * index) / 4)
}
