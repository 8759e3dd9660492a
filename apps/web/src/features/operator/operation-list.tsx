import type { InspectedWorkspace, UsageItem } from '@rheos/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { workspaceUsageQuery } from '../../api/operator.ts'
import { Badge, type BadgeProps } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { actionText } from '../credits/action-text.ts'
import { creditsText, numberText } from '../credits/credits-text.ts'
import { LoadMore } from '../load-more.tsx'
import { whenText } from '../when.ts'
import { type Correction, CorrectionForm } from './correction-form.tsx'
import { Loaded } from './loaded.tsx'

const outcomes: Readonly<
  Record<UsageItem['outcome'], readonly [string, NonNullable<BadgeProps['tone']>]>
> = {
  in_progress: ['In progress', 'accent'],
  charged: ['Charged', 'neutral'],
  partly_charged: ['Partly charged', 'neutral'],
  not_charged: ['Not charged', 'warning'],
  free: ['Free', 'neutral'],
}

/** What a workspace let AI do, newest first, and what can be set right about it. */
export function OperationList({ workspace }: { readonly workspace: InspectedWorkspace }) {
  const query = useInfiniteQuery(workspaceUsageQuery(workspace.id))
  const [correction, setCorrection] = useState<Correction>()
  return (
    <Loaded query={query} className="h-40 w-full">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <p className="text-sm text-muted">Nothing was used yet.</p>
        return (
          <>
            <Table caption="Operations, newest first" head={head}>
              {items.map((item) => (
                <OperationRow key={item.id} item={item} onCorrect={setCorrection} />
              ))}
            </Table>
            <LoadMore query={query} />
            {correction !== undefined && (
              <CorrectionForm
                workspace={workspace}
                correction={correction}
                onClose={() => setCorrection(undefined)}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

const head = (
  <>
    <Column>Action</Column>
    <Column wide>When</Column>
    <Column wide>By</Column>
    <Column wide>Outcome</Column>
    <Column end>Credits</Column>
    <Column end>
      <span className="sr-only">Set right</span>
    </Column>
  </>
)

interface OperationRowProps {
  readonly item: UsageItem
  readonly onCorrect: (correction: Correction) => void
}

function OperationRow({ item, onCorrect }: OperationRowProps) {
  const [outcome, tone] = outcomes[item.outcome]
  const correction = correctionOf(item)
  return (
    <Row>
      <RowHead>
        {actionText(item.action, item.quantity, item.did)}
        <span className="block font-normal text-muted md:hidden">
          {whenText(item.at)} · {outcome}
        </span>
        {item.why !== null && (
          <span dir="auto" className="block font-normal text-pretty text-muted">
            {item.why}
          </span>
        )}
      </RowHead>
      <Cell wide quiet className="whitespace-nowrap">
        {whenText(item.at)}
      </Cell>
      <Cell wide quiet className="max-w-40 truncate">
        <bdi>{item.who?.name ?? '–'}</bdi>
      </Cell>
      <Cell wide>
        <Badge tone={tone}>{outcome}</Badge>
      </Cell>
      <Cell end className="font-medium">
        {item.outcome === 'in_progress'
          ? `(${numberText(item.unitPrice * item.quantity)})`
          : numberText(item.credits)}
      </Cell>
      <Cell end className="w-px">
        {correction !== undefined && (
          <Button
            size="sm"
            variant="ghost"
            className="-my-2.5 md:-my-1.5"
            onClick={() => onCorrect(correction)}
          >
            {correction.verb}
          </Button>
        )}
      </Cell>
    </Row>
  )
}

function correctionOf(item: UsageItem): Correction | undefined {
  if (item.outcome === 'in_progress') return releaseOf(item)
  return item.credits > 0 ? makeGoodOf(item) : undefined
}

function makeGoodOf({ id, action, quantity, credits }: UsageItem): Correction {
  return {
    name: 'make-goods',
    title: 'Make good',
    description: `${actionText(action, quantity)} cost ${creditsText(credits)}. Give back what its fault was worth.`,
    verb: 'Make good',
    target: { operationId: id },
    creditsMax: credits,
    effect: (given) =>
      `${creditsText(given)} of ${numberText(credits)} go back into the grant they came from. If that has ended, they come as a grant of 30 days.`,
  }
}

function releaseOf({ id, action, quantity, unitPrice }: UsageItem): Correction {
  return {
    name: 'releases',
    title: 'Stop and give back',
    description: `${actionText(action, quantity)} is in progress. Stop it only when it hangs: what is not delivered is lost.`,
    verb: 'Stop',
    target: { operationId: id },
    effect: () =>
      `It ends now and delivers nothing; ${creditsText(unitPrice * quantity)} set aside for it come back. The customer reads why.`,
  }
}
