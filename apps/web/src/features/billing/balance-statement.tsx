import type { ExplainedGrant, Explanation, ExplanationLine } from '@rheos/contract'
import { CalendarX, History, type LucideIcon, Minus, Plus } from 'lucide-react'
import { classNames } from '../../ui/class-names.ts'
import { numberText } from '../credits/credits-text.ts'
import { resetText } from '../credits/reset-text.ts'
import { actionIcon } from './action-icon.ts'
import { changeText, expiryText, lineDetails, lineText } from './explanation-text.ts'

/** What made the balance, line by line, as on a bank statement: oldest first, the sum below. */
export function BalanceStatement({ explanation }: { readonly explanation: Explanation }) {
  const { lines, grants } = explanation
  const grantOf = (line: ExplanationLine) => grants.find(({ id }) => id === line.grantId)
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">What made the balance, oldest first</caption>
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th scope="col" className="pb-2 text-start font-medium">
            What happened
          </th>
          <th scope="col" className="hidden pb-2 ps-4 text-start font-medium sm:table-cell">
            When
          </th>
          <th scope="col" className="pb-2 ps-3 text-end font-medium whitespace-nowrap">
            Credits
          </th>
          <th scope="col" className="pb-2 ps-3 text-end font-medium whitespace-nowrap sm:ps-6">
            Balance
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <StatementLine key={keyOf(line)} line={line} grant={grantOf(line)} />
        ))}
      </tbody>
      <StatementSum explanation={explanation} />
    </table>
  )
}

function keyOf({ kind, grantId, at, action }: ExplanationLine): string {
  return action?.id ?? `${kind} ${grantId} ${at}`
}

interface StatementLineProps {
  readonly line: ExplanationLine
  readonly grant: ExplainedGrant | undefined
}

function StatementLine({ line, grant }: StatementLineProps) {
  const Icon = iconOf(line)
  const details = lineDetails(line, grant)
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-3 text-start font-normal">
        <span className="flex gap-3">
          <Icon size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-muted" />
          <span className="min-w-0">
            <span className="block font-medium">{lineText(line, grant)}</span>
            <span className="block text-muted sm:hidden">{resetText(line.at)}</span>
            {details.map((detail) => (
              <span key={detail} dir="auto" className="block text-pretty text-muted">
                {detail}
              </span>
            ))}
          </span>
        </span>
      </th>
      <td className="hidden py-3 ps-4 whitespace-nowrap text-muted sm:table-cell">
        {resetText(line.at)}
      </td>
      <td className="py-3 ps-3 text-end whitespace-nowrap">
        <Change line={line} />
      </td>
      <td className="py-3 ps-3 text-end whitespace-nowrap text-muted sm:ps-6">
        {numberText(line.balance)}
      </td>
    </tr>
  )
}

function Change({ line }: { readonly line: ExplanationLine }) {
  const aside = line.credits === 0 && line.held > 0
  const quiet = line.credits === 0 && !aside
  return (
    <>
      <span
        className={classNames(
          quiet ? 'text-muted' : 'font-medium',
          (aside || line.credits > 0) && 'text-accent-ink',
        )}
      >
        {changeText(line)}
      </span>
      {aside && <span className="block text-xs text-muted">in progress</span>}
      {line.action?.outcome === 'partly_charged' && (
        <span className="block text-xs text-muted">partly charged</span>
      )}
    </>
  )
}

function StatementSum({ explanation }: { readonly explanation: Explanation }) {
  const { balance, available, held, grants } = explanation
  const ends = grants.filter((grant) => grant.available + grant.held > 0)
  return (
    <tfoot>
      <tr className="align-baseline">
        <th scope="row" className="pt-4 text-start font-semibold">
          Balance
        </th>
        <td className="hidden sm:table-cell" />
        <td />
        <td className="pt-4 ps-3 text-end text-lg font-semibold whitespace-nowrap sm:ps-6">
          {numberText(balance)}
        </td>
      </tr>
      {held > 0 && (
        <>
          <SumPart name="set aside for work in progress" credits={held} />
          <SumPart name="can be used" credits={available} />
        </>
      )}
      {ends.length > 0 && (
        <tr>
          <td colSpan={4} className="pt-4 text-pretty text-muted">
            {expiryText(ends)}
          </td>
        </tr>
      )}
    </tfoot>
  )
}

function SumPart({ name, credits }: { readonly name: string; readonly credits: number }) {
  return (
    <tr className="text-muted">
      <th scope="row" className="pt-1 text-start font-normal">
        {name}
      </th>
      <td className="hidden sm:table-cell" />
      <td />
      <td className="pt-1 ps-3 text-end whitespace-nowrap sm:ps-6">{numberText(credits)}</td>
    </tr>
  )
}

function iconOf({ kind, action }: ExplanationLine): LucideIcon {
  if (action !== null) return actionIcon(action.action)
  if (kind === 'grant') return Plus
  if (kind === 'earlier') return History
  return kind === 'expiry' ? CalendarX : Minus
}
