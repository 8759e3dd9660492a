import type { ExplainedAction, ExplainedGrant, Explanation, ExplanationLine } from '@rheos/contract'
import { countText } from '../count-text.ts'
import { actionText } from '../credits/action-text.ts'
import { creditsText, numberText } from '../credits/credits-text.ts'
import { resetTextLong } from '../credits/reset-text.ts'

/** `Why is my balance 365?`, `Why was my balance 395 on 25 November 2026, 09:20 GMT?` */
export function questionText(
  balance: number | undefined,
  at: string | undefined,
  whose: 'my' | 'this' = 'my',
): string {
  if (at === undefined) {
    return `Why is ${whose} balance ${balance === undefined ? 'what it is' : numberText(balance)}?`
  }
  return balance === undefined
    ? `${whose === 'my' ? 'My' : 'This'} balance on ${momentText(at)}`
    : `Why was ${whose} balance ${numberText(balance)} on ${momentText(at)}?`
}

/** `25 November 2026, 09:20 GMT`. */
export function momentText(iso: string, timeZone?: string): string {
  if (Number.isNaN(Date.parse(iso))) return 'this date'
  const year = new Date(iso).toLocaleDateString('en-GB', { year: 'numeric', timeZone })
  return resetTextLong(iso, timeZone).replace(',', `\u00a0${year},`)
}

/** What the lines come to, in a sentence or two. */
export function summaryText({ lines, held }: Explanation): string {
  const granted = sumOf(lines.filter(({ kind }) => kind === 'grant'))
  const used = sumOf(lines.filter(({ kind }) => kind === 'action' || kind === 'earlier'))
  const otherwise = sumOf(lines.filter(({ kind }) => kind === 'adjustment' || kind === 'expiry'))
  const parts = [
    `${creditsText(granted)} given`,
    `${numberText(Math.abs(used))} used`,
    ...(otherwise === 0 ? [] : [`${numberText(Math.abs(otherwise))} taken back`]),
  ]
  const aside =
    held === 0 ? '' : ` ${numberText(held)} of what is left is set aside for work in progress.`
  return `${parts.join(', ')}.${aside}`
}

function sumOf(lines: readonly ExplanationLine[]): number {
  return lines.reduce((sum, { credits }) => sum + credits, 0)
}

const grantTexts: Readonly<Record<ExplainedGrant['kind'], string>> = {
  allowance: 'Monthly allowance',
  plan: 'For your plan',
  granted: 'Granted by support',
  make_good: 'Given back for a fault',
}

/** What a line is about. */
export function lineText(line: ExplanationLine, grant: ExplainedGrant | undefined): string {
  if (line.action !== null) {
    const { action, quantity, did } = line.action
    return actionText(action, quantity, did)
  }
  if (line.kind === 'grant') return grantTexts[grant?.kind ?? 'granted']
  if (line.kind === 'earlier') return countText(line.count, 'earlier action')
  return line.kind === 'expiry' ? 'Expired' : 'Taken back'
}

/** What else there is to say of it, line by line. */
export function lineDetails(
  line: ExplanationLine,
  grant: ExplainedGrant | undefined,
): readonly string[] {
  const { kind, action, reason } = line
  if (action !== null) return actionDetails(action)
  if (kind === 'earlier') return ['summed up']
  if (kind !== 'grant' || grant === undefined) return reason === null ? [] : [reason]
  const until = `until ${resetTextLong(grant.endsAt)}`
  const speaksForItself = grant.kind === 'allowance' || grant.kind === 'plan'
  return speaksForItself ? [until] : [grant.reason, until]
}

function actionDetails({ brand, who, why }: ExplainedAction): readonly string[] {
  const forWhom = [brand?.name, who?.name].filter((name) => name !== undefined).join(' · ')
  return [forWhom, why ?? ''].filter((detail) => detail !== '')
}

/** When what is left goes: `Unless used, 350 expire on 14 December, 09:20 GMT: nothing rolls over.` */
export function expiryText(grants: readonly ExplainedGrant[], timeZone?: string): string {
  const parts = grants.map(({ available, held, endsAt }, index) => {
    const expire = index === 0 ? ' expire' : ''
    return `${numberText(available + held)}${expire} on ${resetTextLong(endsAt, timeZone)}`
  })
  const last = parts.length > 1 ? ` and ${parts.at(-1)}` : ''
  const before = parts.length > 1 ? parts.slice(0, -1) : parts
  return `Unless used, ${before.join(', ')}${last}: nothing rolls over.`
}

/** `+400`, `−20`; in brackets what is only set aside. */
export function changeText({ credits, held, action }: ExplanationLine): string {
  if (credits > 0) return `+${numberText(credits)}`
  if (credits < 0) return `−${numberText(-credits)}`
  if (held > 0) return `(${numberText(held)})`
  return action === null ? '0' : 'not charged'
}
