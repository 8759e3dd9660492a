import type { InspectedWorkspace } from '@rheos/contract'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { numberText } from '../credits/credits-text.ts'
import { resetText, resetTextLong } from '../credits/reset-text.ts'
import { type Correction, CorrectionForm } from './correction-form.tsx'

type Grant = InspectedWorkspace['credits']['grants'][number]

const kindTexts: Readonly<Record<Grant['kind'], string>> = {
  allowance: 'Monthly allowance',
  plan: 'For the plan',
  granted: 'Granted by support',
  make_good: 'Given back for a fault',
}

/** The live grants of a workspace, those used first on top. */
export function GrantList({ workspace }: { readonly workspace: InspectedWorkspace }) {
  const [taking, setTaking] = useState<Correction>()
  const grants = workspace.credits.grants.toSorted((a, b) => a.endsAt.localeCompare(b.endsAt))
  if (grants.length === 0) return <p className="text-sm text-muted">There is no live grant.</p>
  return (
    <>
      <Table
        caption="Live grants, those used first on top"
        head={
          <>
            <Column>Grant</Column>
            <Column wide end>
              Until
            </Column>
            <Column wide end>
              Amount
            </Column>
            <Column wide end>
              Spent
            </Column>
            <Column wide end>
              Set aside
            </Column>
            <Column end>Available</Column>
            <Column end>
              <span className="sr-only">Take away</span>
            </Column>
          </>
        }
      >
        {grants.map((grant) => (
          <GrantRow
            key={grant.id}
            grant={grant}
            onTake={() => setTaking(takingFrom(workspace, grant))}
          />
        ))}
      </Table>
      {taking !== undefined && (
        <CorrectionForm
          workspace={workspace}
          correction={taking}
          onClose={() => setTaking(undefined)}
        />
      )}
    </>
  )
}

function GrantRow({ grant, onTake }: { readonly grant: Grant; readonly onTake: () => void }) {
  const { kind, reason, amount, spent, held, available, endsAt } = grant
  return (
    <Row>
      <RowHead>
        {kindTexts[kind]}
        {kind !== 'allowance' && (
          <span dir="auto" className="block font-normal text-pretty text-muted">
            {reason}
          </span>
        )}
        <span className="block font-normal text-muted md:hidden">
          {numberText(amount)} until {resetText(endsAt)}
        </span>
      </RowHead>
      <Cell wide end quiet>
        {resetText(endsAt)}
      </Cell>
      <Cell wide end>
        {numberText(amount)}
      </Cell>
      <Cell wide end quiet>
        {numberText(spent)}
      </Cell>
      <Cell wide end quiet>
        {numberText(held)}
      </Cell>
      <Cell end className="font-medium">
        {numberText(available)}
      </Cell>
      <Cell end className="w-px">
        {available > 0 && (
          <Button size="sm" variant="ghost" className="-my-2.5 md:-my-1.5" onClick={onTake}>
            Take away
          </Button>
        )}
      </Cell>
    </Row>
  )
}

function takingFrom({ credits }: InspectedWorkspace, grant: Grant): Correction {
  return {
    name: 'adjustments',
    title: 'Take credits away',
    description: `From “${kindTexts[grant.kind]}” until ${resetTextLong(grant.endsAt)}. What is set aside or spent stays.`,
    verb: 'Take away',
    target: { grantId: grant.id },
    creditsMax: grant.available,
    effect: (taken) =>
      `The balance falls from ${numberText(credits.balance)} to ${numberText(credits.balance - taken)}. They expire now; to undo it, grant them anew.`,
  }
}
