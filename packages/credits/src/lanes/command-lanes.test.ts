import { describe, expect, test } from 'vitest'
import { ScriptedStore } from '../../test/scripted-store.ts'
import { DAY_MS } from '../instant.ts'
import { MemoryStore } from '../memory/index.ts'
import { StoreError, UnwritableError } from '../store.ts'
import {
  auditAccount,
  type Fixture,
  type FixtureOptions,
  fixtureOn,
  holdOf,
  openAccount,
} from '../testing/index.ts'

/** Two processes on one store; what the first asks of it is written down. */
async function twoProcesses(options: FixtureOptions = {}) {
  const memory = new MemoryStore()
  const store = new ScriptedStore(memory)
  const here = fixtureOn(store, 'here', options)
  const there = fixtureOn(memory, 'there', { clock: here.clock })
  await openAccount(here, 'a')
  await openAccount(here, 'b')
  return { store, here, there, ledger: here.ledger }
}

/** So that this process has seen the account, and nothing of this is counted. */
async function see<Tx>({ ledger }: Fixture<Tx>, store: ScriptedStore<Tx>, accountId = 'a') {
  await ledger.hold(holdOf(accountId, 'seen'))
  store.takeCalls()
}

const end = { accountId: 'a', operationId: 'op' } as const
const settle = { ...end, quantity: 1 }

describe('a command asks no more of the store than it needs', () => {
  test('[C31] the first of an account reads it once and appends once', async () => {
    const { store, ledger } = await twoProcesses()
    store.takeCalls()
    await ledger.hold(holdOf('a', 'op'))
    expect(store.takeCalls()).toEqual(['states', 'appendUnlocked'])
  })

  test('[C31] each of a life on an account that was seen is one append', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store)
    await ledger.hold(holdOf('a', 'op'))
    expect(store.takeCalls()).toEqual(['appendUnlocked'])
    await ledger.start(end)
    expect(store.takeCalls()).toEqual(['appendUnlocked'])
    await ledger.renew(end)
    expect(store.takeCalls()).toEqual(['appendUnlocked'])
    await ledger.settle(settle)
    expect(store.takeCalls()).toEqual(['appendUnlocked'])
    await ledger.hold(holdOf('a', 'other'))
    expect(store.takeCalls()).toEqual(['appendUnlocked'])
    await ledger.release({ ...end, operationId: 'other', reason: 'failed' })
    expect(store.takeCalls()).toEqual(['appendUnlocked'])
  })

  test('[C31] what changes nothing is verified once, and the next command goes on from there', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store)
    const again = await ledger.hold(holdOf('a', 'seen'))
    expect(again).toMatchObject({ kind: 'held', replayed: true })
    expect(store.takeCalls()).toEqual(['appendUnlocked'])
    await ledger.hold(holdOf('a', 'op'))
    expect(store.takeCalls()).toEqual(['appendUnlocked'])
  })

  test('[C31] an operation that this process has not seen is read, and is true as it was read', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store)
    expect(await ledger.start(end)).toMatchObject({ reason: 'unknown_operation' })
    expect(store.takeCalls()).toEqual(['states'])
  })

  test('[C31] fifty at once for two accounts are one batch', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store, 'a')
    await see(here, store, 'b')
    const answers = Array.from({ length: 50 }, (_, n) =>
      ledger.hold(holdOf(n % 2 ? 'a' : 'b', `op-${n}`)),
    )
    await Promise.all(answers)
    expect(store.takeCalls()).toEqual(['appendUnlocked'])
  })

  test('[C31] an unknown account is read and nothing else', async () => {
    const { store, ledger } = await twoProcesses()
    store.takeCalls()
    expect(await ledger.hold(holdOf('nobody', 'op'))).toMatchObject({ reason: 'unknown_account' })
    expect(store.takeCalls()).toEqual(['states'])
  })

  test('[C31] what needs the whole account is one transaction', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store)
    await ledger.hold(holdOf('a', 'op'))
    await ledger.settle(settle)
    store.takeCalls()
    const by = { accountId: 'a', reason: 'support', actor: {} }
    await ledger.reverse({ ...by, operationId: 'op', reversalId: 'r', credits: 5 })
    expect(store.takeCalls()).toEqual(['transaction'])
  })
})

describe('an account that another process changed', () => {
  test('[C31] goes to the locked lane, stays there for a while and comes back', async () => {
    const limits = { contendedBatches: 2 }
    const { store, here, there, ledger } = await twoProcesses({ limits })
    await see(here, store)
    await there.ledger.hold(holdOf('a', 'theirs'))
    await ledger.hold(holdOf('a', 'op-1'))
    expect(store.takeCalls()).toEqual(['appendUnlocked', 'transaction'])
    await ledger.hold(holdOf('a', 'op-2'))
    expect(store.takeCalls()).toEqual(['transaction'])
    await ledger.hold(holdOf('a', 'op-3'))
    expect(store.takeCalls()).toEqual(['states', 'appendUnlocked'])
    expect(await ledger.balance('a')).toMatchObject({ held: 25 })
  })

  test('[C31] conflicts by itself: the others of the batch are appended', async () => {
    const { store, here, there, ledger } = await twoProcesses()
    await see(here, store, 'a')
    await see(here, store, 'b')
    await there.ledger.hold(holdOf('a', 'theirs'))
    const answers = await Promise.all([
      ledger.hold(holdOf('a', 'op')),
      ledger.hold(holdOf('b', 'op')),
    ])
    expect(answers).toMatchObject([{ kind: 'held' }, { kind: 'held' }])
    expect(store.takeCalls()).toEqual(['appendUnlocked', 'appendUnlocked', 'transaction'])
    await ledger.hold(holdOf('b', 'next'))
    expect(store.takeCalls()).toEqual(['appendUnlocked'])
  })

  test('[C31] is known although it is forgotten while others are read', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store)
    const reading = Promise.all([
      ledger.hold(holdOf('a', 'op')),
      ledger.hold(holdOf('b', 'op')),
      ledger.settle({ accountId: 'a', operationId: 'seen', quantity: 1 }),
    ])
    await store.called('states')
    await store.transaction((tx) => ledger.within(tx).hold(holdOf('a', 'mine')))
    const answers = await reading
    expect(answers).toMatchObject([{ kind: 'held' }, { kind: 'held' }, { kind: 'settled' }])
    expect(await auditAccount(ledger, 'a')).toEqual([])
  })

  test('[C31] is not answered from what was seen before', async () => {
    const { store, here, there, ledger } = await twoProcesses()
    await see(here, store)
    await there.ledger.settle({ accountId: 'a', operationId: 'seen', quantity: 1 })
    const again = await ledger.hold(holdOf('a', 'seen'))
    expect(again).toMatchObject({ replayed: true, operation: { state: 'settled' } })
  })

  test('[C31] is not answered from operations that were seen before it was read again', async () => {
    const { store, here, there, ledger } = await twoProcesses()
    await see(here, store)
    await there.ledger.settle({ accountId: 'a', operationId: 'seen', quantity: 1 })
    expect(await ledger.start(end)).toMatchObject({ reason: 'unknown_operation' })
    const again = await ledger.hold(holdOf('a', 'seen'))
    expect(again).toMatchObject({ replayed: true, operation: { state: 'settled' } })
  })

  test('[C11] an id that this process has not seen is looked up before the action', async () => {
    const { store, here, there, ledger } = await twoProcesses()
    await there.ledger.hold(holdOf('a', 'theirs'))
    await see(here, store)
    const other = await ledger.hold(holdOf('a', 'theirs', { action: 'video.scene' }))
    expect(other).toMatchObject({ reason: 'operation_conflict' })
  })

  test('[C11] an id that the store has and this process has forgotten is known', async () => {
    const { store, here, ledger } = await twoProcesses()
    const first = await ledger.hold(holdOf('a', 'first', { action: 'text.post', quote: free }))
    await ledger.release({ accountId: 'a', operationId: 'first', reason: 'failed' })
    for (let n = 0; n < 600; n += 1) {
      await ledger.hold(holdOf('a', `op-${n}`, { action: 'text.post', quote: free }))
      await ledger.settle({ accountId: 'a', operationId: `op-${n}`, quantity: 1 })
    }
    await see(here, store, 'b')
    const [again, other, beside] = await Promise.all([
      ledger.hold(holdOf('a', 'first', { action: 'text.post', quote: free })),
      ledger.hold(holdOf('a', 'first')),
      ledger.hold(holdOf('b', 'op')),
    ])
    expect(first).toMatchObject({ kind: 'held', replayed: false })
    expect(again).toMatchObject({ replayed: true, operation: { state: 'released' } })
    expect(other).toMatchObject({ reason: 'operation_conflict' })
    expect(beside).toMatchObject({ kind: 'held', replayed: false })
    expect(await auditAccount(ledger, 'a')).toEqual([])
  })
})

const free = { version: 1, credits: 0 }

describe('a failure', () => {
  test('[C32] of one command leaves the rest of its batch as if it had not come', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store)
    store.failNext('appendUnlocked', new UnwritableError('no such text'))
    const answers = await Promise.all([
      ledger.hold(holdOf('a', 'op-1')),
      ledger.hold(holdOf('b', 'op-2')),
    ])
    expect(answers).toMatchObject([{ kind: 'held' }, { kind: 'held' }])
    expect(await ledger.balance('a')).toMatchObject({ held: 10 })
  })

  test('[C32] of one command is told to its caller alone, and keeps nobody in the locked lane', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store, 'a')
    await see(here, store, 'b')
    const unwritable = new UnwritableError('no such text')
    store.failNext('appendUnlocked', unwritable)
    store.failNext('transaction', unwritable)
    store.failNext('transaction', unwritable)
    const answers = await Promise.allSettled([
      ledger.hold(holdOf('a', 'bad')),
      ledger.hold(holdOf('a', 'good')),
      ledger.hold(holdOf('b', 'good')),
    ])
    const refused = answers.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: unwritable }])
    store.takeCalls()
    await ledger.hold(holdOf('b', 'next'))
    await ledger.hold(holdOf('b', 'more'))
    expect(store.takeCalls()).toEqual(['states', 'appendUnlocked', 'appendUnlocked'])
  })

  test('[C32] of the rules is told to its caller alone', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store)
    const quantity = Number.MAX_SAFE_INTEGER
    const answers = await Promise.allSettled([
      ledger.hold(holdOf('a', 'bad', { quantity, quote: free })),
      ledger.hold(holdOf('a', 'good')),
    ])
    expect(answers).toMatchObject([
      { status: 'rejected', reason: { name: 'BrokenInvariantError' } },
      { status: 'fulfilled', value: { kind: 'held' } },
    ])
  })

  test('[C32] of the store is told to all, and nothing that was seen is trusted after it', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store, 'a')
    await see(here, store, 'b')
    const failure = new StoreError('the connection was lost')
    store.failNext('appendUnlocked', failure)
    const answers = await Promise.allSettled([
      ledger.hold(holdOf('a', 'op')),
      ledger.settle({ accountId: 'b', operationId: 'seen', quantity: 1 }),
    ])
    expect(answers).toMatchObject([{ reason: failure }, { reason: failure }])
    store.takeCalls()
    expect(await ledger.hold(holdOf('a', 'op'))).toMatchObject({ kind: 'held', replayed: false })
    expect(store.takeCalls()).toEqual(['states', 'appendUnlocked'])
  })

  test('[C32] of a read is told to all that needed it, and the next batch tries again', async () => {
    const { store, ledger } = await twoProcesses()
    store.failNext('states', new StoreError('the connection was lost'))
    await expect(ledger.hold(holdOf('a', 'op'))).rejects.toThrow(/connection was lost/)
    expect(await ledger.hold(holdOf('a', 'op'))).toMatchObject({ kind: 'held' })
  })

  test('[C32] of a transaction is told to all of its account, and to no other', async () => {
    const { store, here, ledger } = await twoProcesses()
    await see(here, store, 'b')
    store.failNext('transaction', new StoreError('the connection was lost'))
    const window = { startsAt: here.clock.now(), endsAt: here.clock.now() + DAY_MS }
    const gift = { accountId: 'a', grantId: 'g', credits: 1, reason: 'gift', actor: {}, ...window }
    const answers = await Promise.allSettled([
      ledger.grant(gift),
      ledger.hold(holdOf('a', 'op')),
      ledger.hold(holdOf('b', 'op')),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
    expect(await ledger.grant(gift)).toMatchObject({ kind: 'granted', replayed: false })
  })

  test('[C11] after an answer that was lost the same command gets it', async () => {
    const memory = new MemoryStore()
    const store = new ScriptedStore(memory)
    const { ledger, ...rest } = fixtureOn(store, 'lost')
    await openAccount({ ledger, ...rest }, 'a')
    const append = memory.appendUnlocked.bind(memory)
    memory.appendUnlocked = async (changes) => {
      await append(changes)
      memory.appendUnlocked = append
      throw new StoreError('the connection was lost')
    }
    await expect(ledger.hold(holdOf('a', 'op'))).rejects.toThrow(StoreError)
    expect(await ledger.hold(holdOf('a', 'op'))).toMatchObject({ kind: 'held', replayed: true })
    expect(await ledger.balance('a')).toMatchObject({ held: 5 })
  })
})

describe('a cycle', () => {
  test('[C29] that outlasts its grant is not opened again by what was seen', async () => {
    const { here, ledger } = await twoProcesses()
    const set = async (anchor: number) => {
      const allowance = { credits: 30, anchor, pausesAtZero: false }
      await ledger.setAllowance({ accountId: 'c', allowance, reason: 'plan' })
    }
    const february = Date.UTC(2026, 1, 28, 9, 20)
    here.clock.turnTo(february)
    await set(february)
    await set(Date.UTC(2026, 0, 31, 9, 20))
    // The grant ended on 28 March; its cycle, now counted from January, lasts until the 31st.
    here.clock.turnTo(Date.UTC(2026, 2, 29))
    for (const id of ['a', 'b', 'c']) {
      expect(await ledger.hold(holdOf('c', id))).toMatchObject({ reason: 'insufficient' })
    }
    expect(await ledger.balance('c')).toMatchObject({ balance: 0 })
    expect(await auditAccount(ledger, 'c')).toEqual([])
  })
})

describe('many that wait', () => {
  test('[C33] one account with a thousand commands does not keep another waiting for them', async () => {
    const { ledger } = await twoProcesses({ limits: { batchMax: 4 } })
    const order: string[] = []
    const ask = async (accountId: string, id: string) => {
      await ledger.hold(holdOf(accountId, id, { action: 'text.post', quote: free }))
      order.push(accountId)
    }
    const many = Array.from({ length: 1000 }, (_, n) => ask('a', `op-${n}`))
    const one = ask('b', 'op')
    await Promise.all([...many, one])
    expect(order.indexOf('b')).toBeLessThan(8)
  })

  test('[C33] no more accounts wait for a lock at a time than may', async () => {
    const memory = new MemoryStore()
    let open = 0
    let most = 0
    const counting = new ScriptedStore(memory)
    const transaction = memory.transaction.bind(memory)
    memory.transaction = async (work) => {
      open += 1
      most = Math.max(most, open)
      try {
        return await transaction(work)
      } finally {
        open -= 1
      }
    }
    const fixture = fixtureOn(counting, 'locks', { limits: { lockedMax: 3 } })
    const ids = Array.from({ length: 40 }, (_, n) => `account-${n}`)
    await Promise.all(ids.map((id) => openAccount(fixture, id)))
    expect(most).toBe(3)
    for (const id of ids) expect(await fixture.ledger.balance(id)).toMatchObject({ balance: 400 })
  })
})
