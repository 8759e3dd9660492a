import type { PublishedVersion } from '@rheos/contract'
import { Badge, type BadgeProps } from '../../ui/badge.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { momentText } from '../billing/explanation-text.ts'
import { actionText, knownActions } from '../credits/action-text.ts'
import { numberText } from '../credits/credits-text.ts'

const states: Readonly<
  Record<PublishedVersion['state'], readonly [string, NonNullable<BadgeProps['tone']>]>
> = {
  announced: ['Announced', 'warning'],
  in_force: ['In force', 'accent'],
  over: ['Over', 'neutral'],
}

/** Every version there was, is and will be, with what it changed. */
export function VersionList({ versions }: { readonly versions: readonly PublishedVersion[] }) {
  return (
    <Table
      caption="Versions of the price book, newest first"
      head={
        <>
          <Column>Version</Column>
          <Column>From</Column>
          <Column wide>What changed</Column>
          <Column wide>Published by</Column>
        </>
      }
    >
      {versions.map((version, index) => (
        <VersionRow key={version.version} version={version} before={versions[index + 1]} />
      ))}
    </Table>
  )
}

interface VersionRowProps {
  readonly version: PublishedVersion
  readonly before: PublishedVersion | undefined
}

function VersionRow({ version, before }: VersionRowProps) {
  const [state, tone] = states[version.state]
  const changes = changesOf(version, before)
  return (
    <Row>
      <RowHead className="whitespace-nowrap">
        <span className="me-2">{version.version}</span>
        <Badge tone={tone}>{state}</Badge>
      </RowHead>
      <Cell>
        {momentText(version.effectiveFrom)}
        <span className="mt-1 block text-pretty text-muted md:hidden">
          {changes} <bdi>{version.reason}</bdi>
        </span>
      </Cell>
      <Cell wide>
        {changes}
        <span dir="auto" className="block text-pretty text-muted">
          {version.reason}
        </span>
      </Cell>
      <Cell wide quiet>
        <bdi>{version.publishedBy ?? 'Came with the studio'}</bdi>
      </Cell>
    </Row>
  )
}

/** `Standard image 10 → 5, post 5 → 0.` */
function changesOf({ prices }: PublishedVersion, before: PublishedVersion | undefined): string {
  const changes = knownActions.flatMap((action) => {
    const [was, is] = [before?.prices[action], prices[action]]
    if (is === undefined || was === is) return []
    const price = was === undefined ? numberText(is) : `${numberText(was)} → ${numberText(is)}`
    return [`${actionText(action)} ${price}`]
  })
  return `${changes.join(', ')}.`
}
