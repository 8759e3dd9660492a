import type { GrantInput } from '@rheos/credits'
import type { Client } from '../client.ts'
import { type KnownAccount, pickKnown } from '../directory.ts'
import type { Intention } from './intention.ts'

const DAY_MS = 86_400_000

/** The first allowance, which opens the account; several may try at the same time. */
export const open: Intention = async (client, { id, allowance }) => {
  await client.ask({ type: 'set_allowance', accountId: id, allowance, reason: 'sign-up' })
}

/** More or less for each cycle from now on, sometimes of a fresh cycle. */
export const changeAllowance: Intention = async (client, { id, allowance }) => {
  const { random } = client
  const credits = random.pick([0, 12, 25, 60])
  const anchor = random.chance(0.5) ? allowance.anchor : client.now() - random.pick([0, 5000])
  await client.ask({
    type: 'set_allowance',
    accountId: id,
    allowance: { ...allowance, credits, anchor },
    reason: 'plan',
    actor: { memberId: client.name },
  })
}

/** A present; sometimes twice, or with other words. */
export const grant: Intention = async (client, account) => {
  const { random } = client
  const known = random.chance(0.4) ? pickKnown(random, account.grants) : undefined
  const isChanged = known !== undefined && random.chance(0.3)
  const given = known ?? newGrant(client, account)
  const credits = given.credits + (isChanged ? 1 : 0)
  await client.ask({ type: 'grant', ...given, credits })
}

function newGrant(client: Client, account: KnownAccount): GrantInput {
  const { random } = client
  const startsAt = client.now() + random.pick([0, 0, 0, -DAY_MS, DAY_MS])
  const given = {
    accountId: account.id,
    grantId: client.newId('grant'),
    credits: random.pick([1, 5, 7, 20]),
    startsAt,
    endsAt: startsAt + random.pick([100, DAY_MS, 10 * DAY_MS, 40 * DAY_MS]),
    reason: 'present',
    actor: { memberId: client.name },
  }
  account.grants.push(given)
  account.grantIds.push(given.grantId)
  return given
}
