import { Ledger } from '@rheos/credits'
import { Random } from '../test/random.ts'
import { audit } from './audit/auditor.ts'
import { type Evidence, gatherEvidence } from './audit/evidence.ts'
import type { Finding } from './audit/findings.ts'
import { History } from './clients/history.ts'
import { Workload } from './clients/workload.ts'
import { NO_TRACE, TextTrace, type Trace } from './world/trace.ts'
import { World } from './world/world.ts'

export interface SeedResult {
  readonly seed: number
  readonly clients: number
  /** Different things that were asked for. */
  readonly commands: number
  /** With every repetition. */
  readonly calls: number
  readonly faults: number
  readonly findings: readonly Finding[]
}

interface Life {
  readonly world: World
  readonly history: History
  readonly workload: Workload<unknown>
}

const HOUR_MS = 3_600_000

/** One life of a world, from its seed alone: the same seed, the same life. */
export async function runSeed(seed: number, trace: Trace = NO_TRACE): Promise<SeedResult> {
  const life = begin(seed, trace)
  const { world, history, workload } = life
  const unfinished = await live(life)
  const findings = [
    ...history.shocks.map((text) => ({ rule: 'C32', check: 'unexpected error', text })),
    ...(unfinished ? [unfinished] : await auditLife(life)),
  ]
  const { clients, asked: commands } = workload
  const calls = history.calls.length
  return { seed, clients: clients.length, commands, calls, faults: world.faults.total, findings }
}

/** The same life once more, with what happened in it. */
export async function traceSeed(
  seed: number,
): Promise<SeedResult & { readonly trace: readonly string[] }> {
  const trace = new TextTrace()
  return { ...(await runSeed(seed, trace)), trace: trace.lines }
}

/** What is known after a seed's life, for those who look at it with other eyes. */
export async function evidenceOf(seed: number): Promise<Evidence> {
  const life = begin(seed, NO_TRACE)
  await live(life)
  return await evidenceIn(life)
}

function begin(seed: number, trace: Trace): Life {
  const random = new Random(seed)
  const world = new World(random.fork(), trace)
  const history = new History(trace)
  const workload = new Workload(random.fork(), world, history, world.settings)
  return { world, history, workload }
}

/** First everything goes wrong. Then nothing does any more, and all that was begun must end. */
async function live({ world, workload }: Life): Promise<Finding | undefined> {
  const phases = [
    async () => await workload.run(),
    async () => {
      world.faults.end()
      await workload.finish()
      world.clock.passAll(HOUR_MS)
      await workload.drain()
    },
  ]
  for (const phase of phases) {
    const end = await world.run(phase())
    if (end === 'done') continue
    const who = world.scheduler.waiting.map(({ owner, what }) => `${owner} ${what}`)
    return { rule: 'C15', check: 'liveness', text: `It is ${end}; waiting: ${who.join(', ')}.` }
  }
  return undefined
}

async function auditLife(life: Life): Promise<readonly Finding[]> {
  const evidence = await evidenceIn(life)
  return [...audit(evidence), ...openIn(evidence.accounts.map(({ state }) => state))]
}

async function evidenceIn({ world, workload, history }: Life): Promise<Evidence> {
  const { store, settings, notes, clock } = world
  const ledger = new Ledger({ ...settings, store, limits: { defer: queueMicrotask } })
  const sources = { policy: settings, calls: history.calls, notes: notes.kept }
  const reading = { ledger, reader: store.reader, now: clock.now() }
  const ids = workload.accounts.map(({ id }) => id)
  return await gatherEvidence({ ...sources, ...reading }, ids)
}

/** Every hold has ended. */
function openIn(states: readonly { readonly openOperations: number }[]): readonly Finding[] {
  return states
    .filter(({ openOperations }) => openOperations > 0)
    .map(({ openOperations }) => ({
      rule: 'C15',
      check: 'liveness',
      text: `${openOperations} operations never ended.`,
    }))
}
