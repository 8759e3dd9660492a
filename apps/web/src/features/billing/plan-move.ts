import type { Billing, Credits, Plan } from '@rheos/contract'
import { creditsText, numberText } from '../credits/credits-text.ts'
import { dayText } from './day-text.ts'
import { moneyText } from './money-text.ts'

/** What a change of plan is, seen from the plan in force. */
export type PlanMove = 'upgrade' | 'downgrade' | 'cancel'

export interface PlanMoveFacts {
  readonly from: Plan
  readonly to: Plan
  readonly subscription: Billing['subscription']
  readonly credits: Credits | undefined
}

export function planMove(from: Plan, to: Plan): PlanMove {
  if (to.price.amount === 0) return 'cancel'
  return to.credits > from.credits ? 'upgrade' : 'downgrade'
}

/** What happens when, in plain sentences: read before anything is pressed. */
export function planMoveText(facts: PlanMoveFacts): readonly string[] {
  const move = planMove(facts.from, facts.to)
  if (move === 'upgrade') return upgradeText(facts)
  return move === 'downgrade' ? downgradeText(facts) : cancelText(facts)
}

function upgradeText({ from, to, subscription, credits }: PlanMoveFacts): readonly string[] {
  return [
    `You pay ${moneyText(to.price)} now, and each month from now on.`,
    `A fresh month begins at once with ${creditsText(to.credits)}.`,
    ...leftText(subscription, credits),
    ...(from.watermark && !to.watermark
      ? ['The #Rheos mark goes from everything you have made.']
      : []),
  ]
}

/** What becomes of the present month's credits; what support gave stays in any case. */
function leftText(
  subscription: PlanMoveFacts['subscription'],
  credits: Credits | undefined,
): readonly string[] {
  const left = credits?.grants
    .filter(({ kind }) => kind === 'allowance' || kind === 'plan')
    .reduce((sum, { available }) => sum + available, 0)
  if (left === 0) return []
  const many = left === undefined ? '' : ` (${numberText(left)})`
  return [
    subscription === null
      ? `What is left of your free credits${many} ends then.`
      : `What is left of the month you have paid for${many} stays until ${dayText(subscription.period.end)}.`,
  ]
}

function downgradeText({ from, to, subscription }: PlanMoveFacts): readonly string[] {
  const end = subscription === null ? 'the end of the month' : dayText(subscription.period.end)
  return [
    `Nothing changes until ${end}: you keep ${from.name} and its credits.`,
    `From then on you pay ${moneyText(to.price)} a month for ${creditsText(to.credits)}.`,
    ...(to.brands.business < from.brands.business
      ? [`${to.name} has room for ${brandsText(to.brands.business)}.`]
      : []),
    'Nothing is paid back, and until that day you can take it back.',
  ]
}

function cancelText({ from, to, subscription }: PlanMoveFacts): readonly string[] {
  const end = subscription === null ? 'the end of the month' : dayText(subscription.period.end)
  return [
    `You keep ${from.name} and its credits until ${end}. Nothing more is charged, and nothing is paid back.`,
    `Then the workspace is on ${to.name}: ${creditsText(to.credits)} a month${to.pausesAtZero ? ', and AI pauses when they are used up' : ''}.`,
    ...(to.watermark && !from.watermark
      ? ['Images carry a small #Rheos mark from then on, those made before too.']
      : []),
    'Everything you made stays. Until that day you can take it back.',
  ]
}

function brandsText(business: number): string {
  return `${business} business ${business === 1 ? 'brand' : 'brands'}`
}

/** What follows the present period, in one sentence. */
export function nextText(
  subscription: NonNullable<Billing['subscription']>,
  plans: readonly Plan[],
): string {
  const { plan, next, standing } = subscription
  const on = dayText(next.at)
  if (next.plan === 'free') return `Ends on ${on}, then Free. No further invoice.`
  const price = moneyText(next.price)
  if (standing === 'payment_failed') return 'The payment of this month is open.'
  if (next.plan === plan) return `Renews on ${on}. Next invoice: ${price}.`
  const name = plans.find(({ id }) => id === next.plan)?.name ?? next.plan
  return `Becomes ${name} on ${on}. Next invoice: ${price}.`
}
