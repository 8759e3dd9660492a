import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { marginQuery } from '../../api/operator.ts'
import { Loaded } from '../../features/operator/loaded.tsx'
import { MarginDays } from '../../features/operator/margin-days.tsx'
import { MarginFacts } from '../../features/operator/margin-facts.tsx'
import { MarginLines } from '../../features/operator/margin-lines.tsx'
import { ProviderPriceList } from '../../features/operator/provider-price-list.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'

const periods = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
] as const
type Period = (typeof periods)[number]['value']

export function MarginPage() {
  usePageTitle('Margin')
  const [period, setPeriod] = useState<Period>('30')
  const query = useQuery(marginQuery(Number(period)))
  return (
    <section aria-labelledby="margin">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id="margin" className="text-xl font-semibold">
          Margin
        </h2>
        <SegmentedControl label="Period" value={period} onChange={setPeriod} options={periods} />
      </div>
      <Loaded query={query} className="h-96 w-full">
        {(margin) => (
          <div className="space-y-12">
            <div>
              <MarginFacts margin={margin} />
              <MarginDays margin={margin} />
            </div>
            <section aria-labelledby="models">
              <h3 id="models" className="mb-3 text-lg font-semibold">
                By action and model
              </h3>
              <MarginLines lines={margin.lines} />
            </section>
            <ProviderPriceList margin={margin} />
          </div>
        )}
      </Loaded>
    </section>
  )
}
