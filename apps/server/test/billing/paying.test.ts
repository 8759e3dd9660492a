import type { Asset, Billing, Credits, Problem, WorkspaceEvent } from '@rheos/contract'
import { TurningClock } from '@rheos/credits/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Biller } from '../../src/billing/test-billing/biller.ts'
import { signEvent } from '../../src/billing/test-billing/signed-event.ts'
import { until } from '../acceptance/person.ts'
import { draw, jsonOf, refused } from '../http/asking.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { cards, changePlan, payAt, planIs, subscribe } from './subscribe.ts'

const dayMs = 86_400_000
const clock = new TurningClock(Date.UTC(2026, 9, 31, 9, 20, 30))

let studio: TestStudio
beforeAll(async () => {
  studio = await startStudio({ clock: clock.now })
})
afterAll(() => studio?.close())

const creditsOf = (who: SignedUp) => who.client.json<Credits>(`${who.workspace}/credits`)
const billingOf = (who: SignedUp) => who.client.json<Billing>(`${who.workspace}/billing`)

function testBilling() {
  const { testBilling } = studio.context
  if (testBilling === undefined) throw new Error('This studio bills in earnest.')
  return testBilling
}

/** Time passes, and the provider does what is due by then. */
async function turnTo(instant: number): Promise<void> {
  clock.turnTo(instant)
  await testBilling().accounts.advanceDue()
}

async function customerOf(who: SignedUp): Promise<string> {
  return studio.context.billingProvider.customer(who.workspaceId, who.email)
}

/** What is done at the provider itself, by a bank or by its own dashboard. */
async function atProvider(who: SignedUp, work: (biller: Biller) => void): Promise<void> {
  await testBilling().accounts.change(await customerOf(who), work)
}

async function putCard(who: SignedUp, card: string): Promise<void> {
  const path = `/api/v1/test-billing/customers/${await customerOf(who)}/card`
  expect((await who.client.post(path, { card })).ok).toBe(true)
}

function settled(who: SignedUp, plan: Billing['plan'], balance: number): Promise<Credits> {
  return until(async () => {
    const credits = await creditsOf(who)
    return credits.plan === plan && credits.balance === balance ? credits : undefined
  })
}

describe('a person who pays', () => {
  let person: SignedUp
  let asset: Asset | undefined

  beforeAll(async () => {
    person = await studio.signUp()
    asset = (await draw(person)).assets[0]
    expect((await creditsOf(person)).balance).toBe(395)
  })

  test('[B1] [B7] gets the plan, its credits and pictures without the mark, and open pages hear of it', async () => {
    const heard = listen(person)
    await subscribe(person, 'business')
    const credits = await settled(person, 'business', 1500)
    expect(credits.allowance).toBe(1500)
    // Free's allowance has ended.
    expect(credits.grants.filter(({ available }) => available > 0)).toHaveLength(1)
    const seen = await person.client.json<Asset>(`${person.workspace}/assets/${asset?.id}`)
    expect(seen.watermarked).toBe(false)
    await until(async () => heard.types().includes('billing') || undefined)
    heard.stop()
    const billing = await billingOf(person)
    expect(billing).toMatchObject({
      provider: 'test',
      plan: 'business',
      subscription: {
        standing: 'good',
        next: { plan: 'business', price: { amount: 2900 } },
        card: { last4: '4242' },
      },
      invoices: [{ status: 'paid', plan: 'business', total: { amount: 2900, currency: 'GBP' } }],
    })
  })

  test('[B8] upgrades at the full price, and keeps what was paid for before', async () => {
    clock.turn(5 * dayMs)
    const answer = await changePlan(person, 'team')
    expect(answer).toMatchObject({ kind: 'done', billing: { plan: 'team' } })
    const credits = await creditsOf(person)
    expect(credits).toMatchObject({ plan: 'team', balance: 5500, allowance: 4000 })
  })

  test('[B3] begins each period with its allowance, and nothing rolls over', async () => {
    const { subscription } = await billingOf(person)
    await turnTo(Date.parse(subscription?.period.end ?? ''))
    expect((await creditsOf(person)).balance).toBe(4000)
    await until(async () => (await billingOf(person)).invoices.length === 3 || undefined)
    expect((await creditsOf(person)).balance).toBe(4000)
  })

  test('[B9] goes down at the end of the period, unless they think again', async () => {
    const down = await changePlan(person, 'business')
    expect(down).toMatchObject({
      kind: 'scheduled',
      billing: { plan: 'team', subscription: { next: { plan: 'business' } } },
    })
    expect(await changePlan(person, 'team')).toMatchObject({
      kind: 'done',
      billing: { subscription: { next: { plan: 'team' } } },
    })
    await changePlan(person, 'business')
    expect(await creditsOf(person)).toMatchObject({ plan: 'team', balance: 4000, allowance: 4000 })
    await turnTo(Date.parse((await billingOf(person)).subscription?.period.end ?? ''))
    expect(await creditsOf(person)).toMatchObject({ plan: 'business', balance: 1500 })
  })

  test('[B5] loses what was given in advance when the card fails, and has the rest back when they pay', async () => {
    await putCard(person, cards.good)
    await testBilling().accounts.change(await customerOf(person), ({ account }) => {
      account.card = cards.failsLater
    })
    await turnTo(Date.parse((await billingOf(person)).subscription?.period.end ?? ''))
    await settled(person, 'business', 0)
    const failed = await billingOf(person)
    expect(failed.subscription?.standing).toBe('payment_failed')
    expect(failed.invoices[0]).toMatchObject({ status: 'failed' })
    const bill = failed.invoices[0]?.id
    const path = `/api/v1/test-billing/invoices/${bill}/pay`
    expect((await person.client.post(path, { card: cards.good })).status).toBe(200)
    const { grants } = await settled(person, 'business', 1500)
    // Nobody is told that support gave it.
    expect(grants.filter(({ available }) => available > 0)).toMatchObject([{ kind: 'plan' }])
    expect((await billingOf(person)).subscription?.standing).toBe('good')
  })

  test('[B10] [B11] cancels, keeps the period, and is on Free after it, though nobody noticed', async () => {
    const cancelled = await changePlan(person, 'free')
    const end = cancelled.kind === 'scheduled' ? cancelled.billing.subscription?.next : undefined
    expect(end).toMatchObject({ plan: 'free', price: { amount: 0 } })
    expect((await creditsOf(person)).balance).toBe(1500)
    // The provider is not looked at: the plan is a matter of the clock.
    clock.turnTo(Date.parse(end?.at ?? ''))
    expect(await creditsOf(person)).toMatchObject({ plan: 'free', balance: 400, allowance: 400 })
    const seen = await person.client.json<Asset>(`${person.workspace}/assets/${asset?.id}`)
    expect(seen.watermarked).toBe(true)
    expect((await billingOf(person)).subscription).toBeNull()
  })
})

describe('money that goes back', () => {
  test('[B13] a refund takes the rest, and what was used is a shortfall', async () => {
    const person = await studio.signUp()
    await subscribe(person, 'business')
    await draw(person)
    await atProvider(person, (biller) => {
      const [invoice] = biller.account.invoices
      if (invoice !== undefined) biller.refund(invoice)
    })
    await settled(person, 'business', 0)
    const { rows } = await studio.context.database.pool.query(
      'select state, shortfall from studio.billing_periods where workspace_id = $1',
      [person.workspaceId],
    )
    expect(rows).toEqual([{ state: 'refunded', shortfall: 5 }])
    expect((await billingOf(person)).invoices[0]?.status).toBe('refunded')
  })

  test('[B14] a dispute takes it until it is won', async () => {
    const person = await studio.signUp()
    await subscribe(person, 'team')
    const dispute = (state: 'open' | 'won') =>
      atProvider(person, (biller) => {
        const [invoice] = biller.account.invoices
        if (invoice !== undefined) biller.dispute(invoice, state)
      })
    await dispute('open')
    await settled(person, 'team', 0)
    await dispute('won')
    await settled(person, 'team', 4000)
  })
})

describe('two of everything', () => {
  test('[B15] two tabs that buy at once come to one subscription', async () => {
    const person = await studio.signUp()
    const answers = await Promise.all([
      changePlan(person, 'business'),
      changePlan(person, 'business'),
    ])
    const urls = answers.map((answer) => (answer.kind === 'checkout' ? answer.url : ''))
    const paid = await Promise.allSettled(urls.map((url) => payAt(person.client, url)))
    expect(paid.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await planIs(person, 'business')
    expect(await studio.context.billingProvider.ofCustomer(await customerOf(person))).toHaveLength(
      1,
    )
  })

  test('[B15] a second subscription is ended, and told to the operator', async () => {
    const person = await studio.signUp()
    await subscribe(person, 'business')
    await atProvider(person, (biller) => {
      biller.begin({ id: 'team', amount: 9500, currency: 'GBP' })
    })
    await until(async () => {
      const all = await studio.context.billingProvider.ofCustomer(await customerOf(person))
      return all.filter(({ status }) => status === 'ended').length === 1 || undefined
    })
    expect((await billingOf(person)).plan).toBe('business')
    const { rows } = await studio.context.database.pool.query(
      'select sentence from studio.billing_attention where workspace_id = $1',
      [person.workspaceId],
    )
    expect(rows).toEqual([{ sentence: expect.stringContaining('refund its payment') }])
  })

  test('[B15] a customer is of one workspace', async () => {
    const person = await studio.signUp()
    await subscribe(person, 'business')
    const other = await studio.signUp()
    const theirs = studio.context.database.pool.query(
      `insert into studio.billing_customers (workspace_id, customer_id, created_at)
       values ($1, $2, now())`,
      [other.workspaceId, await customerOf(person)],
    )
    await expect(theirs).rejects.toThrow('unique')
    expect((await billingOf(other)).plan).toBe('free')
  })

  test('the same press again gets the same page', async () => {
    const person = await studio.signUp()
    const first = await changePlan(person, 'team', 'press')
    expect(await changePlan(person, 'team', 'press')).toEqual(first)
  })
})

describe('events', () => {
  const post = (body: string, signature: string) =>
    fetch(new URL('/api/v1/webhooks/stripe', studio.url), {
      method: 'POST',
      headers: { 'stripe-signature': signature, origin: 'https://stripe.example' },
      body,
    })
  const signed = (body: string, at = clock.now()) =>
    post(body, signEvent(body, testBilling().accounts.secret, at))
  const stateOf = async (id: string) => {
    const { rows } = await studio.context.database.pool.query(
      'select state, error from studio.billing_events where id = $1',
      [id],
    )
    return rows[0]
  }
  const eventOf = (id: string, type: string, customerId = 'cus_test_nobody') =>
    JSON.stringify({ id, type, at: clock.now(), customerId, subscriptionId: null })

  test('[B16] are kept once, and refused when they are not signed or old', async () => {
    const body = eventOf('evt_1', 'invoice.paid')
    expect((await post(body, 't=1,v1=00')).status).toBe(400)
    expect((await post(body, '')).status).toBe(400)
    expect((await signed(body, clock.now() - 3_600_000)).status).toBe(400)
    expect(await stateOf('evt_1')).toBeUndefined()
    for (let times = 0; times < 3; times += 1) expect((await signed(body)).status).toBe(200)
    await until(async () => (await stateOf('evt_1'))?.state === 'ignored' || undefined)
    expect((await signed(eventOf('evt_2', 'mandate.updated'))).status).toBe(200)
    expect(await stateOf('evt_2')).toMatchObject({ state: 'ignored' })
  })

  test('[B17] that come twice, late or for nothing change nothing', async () => {
    const person = await studio.signUp()
    await subscribe(person, 'business')
    await settled(person, 'business', 1500)
    const customerId = await customerOf(person)
    for (const id of ['evt_a', 'evt_b', 'evt_b'])
      expect((await signed(eventOf(id, 'invoice.paid', customerId))).status).toBe(200)
    await until(async () => (await stateOf('evt_b'))?.state === 'done' || undefined)
    expect((await creditsOf(person)).balance).toBe(1500)
  })

  test('[B18] that never came are made up for by the comparison', async () => {
    const person = await studio.signUp()
    const answer = await changePlan(person, 'business')
    await losing(async () => {
      await payAt(person.client, answer.kind === 'checkout' ? answer.url : '')
    })
    expect((await billingOf(person)).plan).toBe('free')
    expect(await studio.context.compareBilling()).toMatchObject({ repaired: 1, failed: 0 })
    expect(await creditsOf(person)).toMatchObject({ plan: 'business', balance: 1500 })
    expect(await studio.context.compareBilling()).toMatchObject({ repaired: 0 })
  })

  test('[B16] that cannot be acted on are kept with their error, and can be replayed', async () => {
    const person = await studio.signUp()
    const customerId = await customerOf(person)
    await studio.context.database.pool.query(
      `insert into studio.billing_customers (workspace_id, customer_id, created_at)
       values ($1, $2, now())`,
      [person.workspaceId, customerId],
    )
    const { billingEvents, metered } = studio.context
    await metered.pool.query('alter table credits.accounts rename to accounts_away')
    try {
      await signed(eventOf('evt_failing', 'invoice.paid', customerId))
      await until(async () => (await billingEvents.failedEvents())[0])
    } finally {
      await metered.pool.query('alter table credits.accounts_away rename to accounts')
    }
    expect(await billingEvents.failedEvents()).toMatchObject([
      { id: 'evt_failing', type: 'invoice.paid', attempts: 1 },
    ])
    await billingEvents.replay('evt_failing')
    await until(async () => (await stateOf('evt_failing'))?.state === 'done' || undefined)
    expect(await billingEvents.failedEvents()).toEqual([])
  })

  test('who comes back from paying need not wait for them', async () => {
    const person = await studio.signUp()
    const answer = await changePlan(person, 'business')
    await losing(() => payAt(person.client, answer.kind === 'checkout' ? answer.url : ''))
    const refreshed = await person.client.post(`${person.workspace}/billing/refresh`)
    expect(await jsonOf<Billing>(Promise.resolve(refreshed), 200)).toMatchObject({
      plan: 'business',
    })
  })

  /** The database takes no events meanwhile, as if they had been lost on their way. */
  async function losing(work: () => Promise<unknown>): Promise<void> {
    const { pool } = studio.context.database
    await pool.query(
      'alter table studio.billing_events add constraint lost check (false) not valid',
    )
    await work().finally(() => pool.query('alter table studio.billing_events drop constraint lost'))
  }
})

describe('who may', () => {
  test('only the owner changes the plan and sees bills', async () => {
    const person = await studio.signUp()
    await subscribe(person, 'business')
    await studio.context.database.pool.query(
      `update studio.members set role = 'admin' where user_id = $1`,
      [person.userId],
    )
    const seen = await billingOf(person)
    expect(seen).toMatchObject({ plan: 'business', subscription: { card: null }, invoices: [] })
    for (const path of ['portal', 'refresh'])
      await refused(person.client.post(`${person.workspace}/billing/${path}`), 403, 'forbidden')
  })

  test('another price than the one that was seen is refused', async () => {
    const person = await studio.signUp()
    const body = { plan: 'business', price: { amount: 100, currency: 'GBP' } }
    const answer = await person.client.post(`${person.workspace}/billing/plan`, body, {
      'idempotency-key': 'cheap',
    })
    expect(answer.status).toBe(409)
    const problem = (await answer.json()) as Problem
    expect(problem).toMatchObject({ code: 'price_changed' })
    expect(problem.detail).toContain('£29 a month. Nothing was charged')
  })
})

test('[B19] a deleted account is billed no more, and making it again renews nothing', async () => {
  const person = await studio.signUp()
  await subscribe(person, 'business')
  const customerId = await customerOf(person)
  const gone = await deleteAccount(person)
  expect(gone.status).toBe(200)
  await until(async () => {
    const [subscription] = await studio.context.billingProvider.ofCustomer(customerId)
    return subscription?.status === 'ended' || undefined
  })
  expect(await studio.context.billingSync.readAgain(customerId)).toMatchObject({ kind: 'deleted' })
  const again = await studio.signUp({ email: person.email })
  expect(again.workspaceId).toBe(person.workspaceId)
  const credits = await creditsOf(again)
  expect(credits).toMatchObject({ plan: 'free', allowance: 400 })
  // What was paid for is there until its end; Free's next allowance is a month after the last.
  expect(credits.grants.filter(({ amount }) => amount === 400)).toHaveLength(0)
  expect((await deleteAccount(again)).status).toBe(200)
  clock.turn(70 * dayMs)
  const later = await studio.signUp({ email: person.email })
  expect(await creditsOf(later)).toMatchObject({ plan: 'free', balance: 400 })
})

function deleteAccount({ client, password }: SignedUp): Promise<Response> {
  return client.post('/api/auth/delete-user', { password })
}

/** What an open page of the workspace is told. */
function listen(who: SignedUp) {
  const events: WorkspaceEvent[] = []
  const stop = studio.context.events.subscribe(who.workspaceId, (event) => events.push(event))
  return { types: () => events.map(({ type }) => type), stop }
}
