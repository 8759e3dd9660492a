import type { Margin } from '@rheos/contract'
import { Badge } from '../../ui/badge.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { actionText } from '../credits/action-text.ts'
import { numberText } from '../credits/credits-text.ts'
import { poundsText } from './pounds-text.ts'

/** Where the money went: the dearest first. */
export function MarginLines({ lines }: { readonly lines: Margin['lines'] }) {
  if (lines.length === 0) {
    return <p className="text-sm text-muted">Nothing was made in this period.</p>
  }
  return (
    <Table
      caption="What was made, by action and model, the dearest first"
      head={
        <>
          <Column>Action</Column>
          <Column wide>Model</Column>
          <Column end>Units</Column>
          <Column wide end>
            Credits
          </Column>
          <Column end>Worth</Column>
          <Column end>Cost</Column>
        </>
      }
    >
      {lines.map(({ action, provider, model, units, credits, valueMicros, costMicros, priced }) => (
        <Row key={`${action} ${provider} ${model}`}>
          <RowHead>
            {actionText(action)}
            <span className="block font-normal wrap-anywhere text-muted md:hidden">
              {provider} · {model}
            </span>
          </RowHead>
          <Cell wide quiet className="wrap-anywhere">
            {provider} · {model}
          </Cell>
          <Cell end>{numberText(units)}</Cell>
          <Cell wide end>
            {numberText(credits)}
          </Cell>
          <Cell end>{poundsText(valueMicros)}</Cell>
          <Cell end>{priced ? poundsText(costMicros) : <Badge tone="warning">not set</Badge>}</Cell>
        </Row>
      ))}
    </Table>
  )
}
