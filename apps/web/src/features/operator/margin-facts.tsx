import type { Margin } from '@rheos/contract'
import { numberText } from '../credits/credits-text.ts'
import { poundsText, shareText } from './pounds-text.ts'

/** The period in five figures, and what they do not count. */
export function MarginFacts({ margin }: { readonly margin: Margin }) {
  const { credits, valueMicros, costMicros } = margin.total
  const facts = [
    ['Credits spent', numberText(credits)],
    ['Worth', poundsText(valueMicros)],
    ['Provider cost', poundsText(costMicros)],
    ['Left', poundsText(valueMicros - costMicros)],
    ['Margin', shareText(valueMicros, costMicros)],
  ]
  const unpriced = margin.lines.filter(({ priced }) => !priced).length
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 tabular-nums sm:grid-cols-5">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="mt-0.5 text-lg font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-prose text-sm text-pretty text-muted">
        A credit is worth what its plan takes for one; on Free that is nothing. What was free to the
        customer is counted in the cost; what failed is not.
      </p>
      {unpriced > 0 && (
        <p className="mt-2 text-sm font-medium text-warning">
          {unpriced === 1
            ? 'One line below has no price set and counts as costing nothing.'
            : `${unpriced} lines below have no price set and count as costing nothing.`}
        </p>
      )}
    </>
  )
}
