import { randomUUID } from 'node:crypto'
import type { Billing, PaidPlanId, PlanChangeAnswer, PlanId, Plans } from '@rheos/contract'
import { until } from '../acceptance/person.ts'
import type { Client } from '../client.ts'
import type { SignedUp } from '../studio.ts'

export const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  asks: '4000002500003155',
  failsLater: '4000000000000341',
} as const

/** Presses the button of a plan at the price that is shown. */
export async function changePlan(
  { client, workspace }: Pick<SignedUp, 'client' | 'workspace'>,
  plan: PlanId,
  key: string = randomUUID(),
): Promise<PlanChangeAnswer> {
  const { plans } = await client.json<Plans>('/api/v1/plans')
  const price = plans.find(({ id }) => id === plan)?.price
  const headers = { 'idempotency-key': key }
  const answer = await client.post(`${workspace}/billing/plan`, { plan, price }, headers)
  if (!answer.ok) throw new Error(`The plan was not changed: ${await answer.text()}`)
  return (await answer.json()) as PlanChangeAnswer
}

/** Pays on the page that somebody was sent to. */
export async function payAt(client: Client, url: string, card: string = cards.good): Promise<void> {
  const id = new URL(url).pathname.split('/').at(-1)
  const answer = await client.post(`/api/v1/test-billing/checkouts/${id}/pay`, { card })
  if (!answer.ok) throw new Error(`The payment did not succeed: ${await answer.text()}`)
}

/** From Free to a paid plan, as a person gets there; resolves when it is in force. */
export async function subscribe(
  person: Pick<SignedUp, 'client' | 'workspace'>,
  plan: PaidPlanId,
  card: string = cards.good,
): Promise<void> {
  const answer = await changePlan(person, plan)
  if (answer.kind !== 'checkout') throw new Error('Nobody was asked to pay.')
  await payAt(person.client, answer.url, card)
  await planIs(person, plan)
}

/** Resolves when the plan is in force. */
export async function planIs(
  { client, workspace }: Pick<SignedUp, 'client' | 'workspace'>,
  plan: PlanId,
): Promise<Billing> {
  return until(async () => {
    const billing = await client.json<Billing>(`${workspace}/billing`)
    return billing.plan === plan ? billing : undefined
  })
}
