import type { Entry } from '@rheos/credits'
import { expect, test } from 'vitest'
import type { Call } from '../clients/history.ts'
import { loadSimulation } from '../mutants/bundle.ts'
import { audit } from './auditor.ts'
import type { AccountRecords, Evidence } from './evidence.ts'

/** Long enough that somewhere in them there is one of everything. */
const SEEDS = 60

type Plant = (evidence: Evidence) => Evidence | undefined

const { evidenceOf } = await loadSimulation()
const sound: Evidence[] = []
for (let seed = 1; seed <= SEEDS; seed += 1) sound.push(await evidenceOf(seed))

test('finds nothing where nothing was planted', () => {
  for (const evidence of sound) expect(audit(evidence)).toEqual([])
})

const planted: Readonly<Record<string, readonly [check: string, plant: Plant]>> = {
  'an entry is missing': ['entries', inEntries((entries) => entries.toSpliced(1, 1))],
  'an entry is older than the one before': [
    'entries',
    inEntries((entries) => entries.map((e, index) => (index === 1 ? { ...e, at: 0 } : e))),
  ],
  'an entry moves a credit more': [
    'entries',
    inEntries((entries) => changed(entries, 'hold', ({ amount }) => ({ amount: amount + 1 }))),
  ],
  'an entry of a settlement is a release': [
    'operations',
    inEntries((entries) =>
      changed(entries, 'settle', () => ({ kind: 'release', to: 'available' })),
    ),
  ],
  'a released credit returns to a grant that has ended': [
    'drawing',
    inRecords((records) => {
      const entry = records.entries.find(({ kind }) => kind === 'release')
      const grant = entry && records.state.grants.get(entry.grantId)
      if (!entry || !grant) return undefined
      const grants = new Map(records.state.grants).set(grant.id, { ...grant, endsAt: entry.at })
      return { ...records, state: { ...records.state, grants } }
    }),
  ],
  'a balance is told that never was': [
    'reads',
    inCalls('balance', ({ answer }) => {
      if (!(answer instanceof Object) || !('spentInCycle' in answer)) return undefined
      return { ...answer, spentInCycle: answer.spentInCycle + 1 }
    }),
  ],
  'a hold that was answered is gone': [
    'endings',
    inRecords((records) => {
      const settled = [...records.state.operations.values()].find(
        ({ operation }) => operation.state === 'settled' && operation.credits === 0,
      )
      if (!settled) return undefined
      const operations = new Map(records.state.operations)
      operations.delete(settled.operation.id)
      return { ...records, state: { ...records.state, operations } }
    }),
  ],
  'a settlement is told twice': [
    'endings',
    (evidence) => {
      const call = evidence.calls.find(
        ({ answer, asked }) => isOfKind(answer, 'settled') && asked.type === 'settle',
      )
      return call && { ...evidence, calls: [...evidence.calls, call] }
    },
  ],
  'a result is kept that was not paid for': [
    'product',
    (evidence) => {
      const note = evidence.notes.find(({ type }) => type === 'kept')
      return note && { ...evidence, notes: [...evidence.notes, note] }
    },
  ],
  'an event is never heard': [
    'events',
    (evidence) => {
      const index = evidence.notes.findIndex(
        (note) => note.type === 'heard' && note.event.event.type !== 'alert',
      )
      return index < 0 ? undefined : { ...evidence, notes: evidence.notes.toSpliced(index, 1) }
    },
  ],
  'a price was never in effect': [
    'operations',
    ({ policy, ...evidence }) => {
      const versions = policy.priceBook.versions.map((version) => ({
        ...version,
        prices: { ...version.prices, 'image.standard': 6 },
      }))
      return { ...evidence, policy: { ...policy, priceBook: { versions } } }
    },
  ],
  'the bound of open operations was lower': [
    'limits',
    ({ policy, ...evidence }) => ({ ...evidence, policy: { ...policy, openOperationsMax: 1 } }),
  ],
  'a month has a second grant': [
    'cycles',
    inRecords((records) => {
      const grant = [...records.state.grants.values()].find(({ kind }) => kind === 'allowance')
      if (!grant) return undefined
      const grants = new Map(records.state.grants).set('twin', { ...grant, id: 'twin' })
      return { ...records, state: { ...records.state, grants } }
    }),
  ],
}

for (const [name, [check, plant]] of Object.entries(planted)) {
  test(`finds it when ${name}`, () => {
    const spoiled = sound.map(plant).filter((evidence) => evidence !== undefined)
    expect(spoiled.length).toBeGreaterThan(0)
    const found = spoiled.flatMap((evidence) => audit(evidence).map((finding) => finding.check))
    expect(found).toContain(check)
  })
}

function inRecords(plant: (records: AccountRecords) => AccountRecords | undefined): Plant {
  return (evidence) => {
    const spoiled = evidence.accounts.map(plant)
    if (spoiled.every((records) => records === undefined)) return undefined
    const accounts = spoiled.map((records, index) => records ?? evidence.accounts[index])
    return { ...evidence, accounts: accounts.filter((records) => records !== undefined) }
  }
}

function inEntries(plant: (entries: readonly Entry[]) => readonly Entry[]): Plant {
  return inRecords((records) => ({ ...records, entries: plant(records.entries) }))
}

function changed(
  entries: readonly Entry[],
  kind: Entry['kind'],
  change: (entry: Entry) => Partial<Entry>,
): readonly Entry[] {
  const index = entries.findIndex((entry) => entry.kind === kind)
  return entries.map((entry, at) => (at === index ? { ...entry, ...change(entry) } : entry))
}

function inCalls(type: string, plant: (call: Call) => Call['answer']): Plant {
  return (evidence) => {
    let isPlanted = false
    const calls = evidence.calls.map((call) => {
      const answer = !isPlanted && call.asked.type === type ? plant(call) : undefined
      if (answer === undefined) return call
      isPlanted = true
      return { ...call, answer } as Call
    })
    return isPlanted ? { ...evidence, calls } : undefined
  }
}

function isOfKind(answer: Call['answer'], kind: string): boolean {
  return answer instanceof Object && 'kind' in answer && answer.kind === kind
}
