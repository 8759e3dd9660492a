import type { Margin, ProviderPrice } from '@rheos/contract'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { actionText } from '../credits/action-text.ts'
import { dateText } from '../when.ts'
import { penceText } from './pounds-text.ts'
import { ProviderPriceForm } from './provider-price-form.tsx'

/** What we pay AI providers for one unit, and since when. */
export function ProviderPriceList({ margin }: { readonly margin: Margin }) {
  const [setting, setSetting] = useState(false)
  return (
    <section aria-labelledby="provider-prices">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h3 id="provider-prices" className="text-lg font-semibold">
          Provider prices
        </h3>
        <Button onClick={() => setSetting(true)}>Set a price</Button>
      </div>
      <Table
        caption="Provider prices for one unit, the latest first"
        head={
          <>
            <Column>Model</Column>
            <Column wide>Action</Column>
            <Column wide>Source</Column>
            <Column end>From</Column>
            <Column end>One unit</Column>
          </>
        }
      >
        {margin.prices.map((price) => (
          <PriceRow key={keyOf(price)} price={price} />
        ))}
      </Table>
      {setting && <ProviderPriceForm margin={margin} onClose={() => setSetting(false)} />}
    </section>
  )
}

function keyOf({ provider, model, action, effectiveFrom, micros, source }: ProviderPrice): string {
  return [provider, model, action, effectiveFrom, micros, source].join(' ')
}

function PriceRow({ price }: { readonly price: ProviderPrice }) {
  const { provider, model, action, effectiveFrom, micros, source, setBy } = price
  return (
    <Row>
      <RowHead className="wrap-anywhere">
        <span className="font-normal text-muted">{provider} ·</span> {model}
        <span className="block font-normal text-muted md:hidden">{actionText(action)}</span>
      </RowHead>
      <Cell wide>{actionText(action)}</Cell>
      <Cell wide quiet className="text-pretty">
        <bdi>{source}</bdi>
        {setBy !== null && (
          <span className="block">
            set by <bdi>{setBy}</bdi>
          </span>
        )}
      </Cell>
      <Cell end quiet>
        {dateText(`${effectiveFrom}T12:00:00Z`)}
      </Cell>
      <Cell end className="font-medium">
        {penceText(micros)}
      </Cell>
    </Row>
  )
}
