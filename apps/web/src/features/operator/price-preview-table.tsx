import type { PricePreview } from '@rheos/contract'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { actionText } from '../credits/action-text.ts'
import { numberText } from '../credits/credits-text.ts'

/** What was used, what it cost, and what it would have. */
export function PricePreviewTable({ preview }: { readonly preview: PricePreview | undefined }) {
  if (preview === undefined) return <Skeleton className="h-64 w-full" />
  const { lines, days } = preview
  const total = (of: 'charged' | 'inForce' | 'proposed') =>
    lines.reduce((sum, line) => sum + line[of], 0)
  return (
    <Table
      caption={`What the last ${days} days would have cost`}
      head={
        <>
          <Column>Last {days} days</Column>
          <Column end>Units</Column>
          <Column wide end>
            Charged
          </Column>
          <Column wide end>
            By the prices in force
          </Column>
          <Column end>By these</Column>
          <Column end>Change</Column>
        </>
      }
      foot={
        <tr className="font-semibold">
          <RowHead>Credits in all</RowHead>
          <Cell end />
          <Cell wide end>
            {numberText(total('charged'))}
          </Cell>
          <Cell wide end>
            {numberText(total('inForce'))}
          </Cell>
          <Cell end>{numberText(total('proposed'))}</Cell>
          <Cell end>{changeText(total('inForce'), total('proposed'))}</Cell>
        </tr>
      }
    >
      {lines.map(({ action, units, charged, inForce, proposed }) => (
        <Row key={action}>
          <RowHead>{actionText(action)}</RowHead>
          <Cell end quiet>
            {numberText(units)}
          </Cell>
          <Cell wide end quiet>
            {numberText(charged)}
          </Cell>
          <Cell wide end>
            {numberText(inForce)}
          </Cell>
          <Cell end>{numberText(proposed)}</Cell>
          <Cell end className={proposed === inForce ? 'text-muted' : 'text-accent-ink'}>
            {changeText(inForce, proposed)}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** `+120`, `−40`, `0`. */
function changeText(before: number, after: number): string {
  const change = after - before
  if (change === 0) return '0'
  return change > 0 ? `+${numberText(change)}` : `−${numberText(-change)}`
}
