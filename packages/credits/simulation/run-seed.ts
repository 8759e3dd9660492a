import { Random } from '../test/random.ts'
import type { Evidence } from './audit/evidence.ts'
import { Life, type SeedResult, type TracedResult } from './life.ts'
import { NO_TRACE, TextTrace, type Trace } from './world/trace.ts'
import { World } from './world/world.ts'

/** One life of a world, from its seed alone: the same seed, the same life. */
export async function runSeed(seed: number, trace: Trace = NO_TRACE): Promise<SeedResult> {
  return await begin(seed, trace).result(seed)
}

/** The same life once more, with what happened in it. */
export async function traceSeed(seed: number): Promise<TracedResult> {
  const trace = new TextTrace()
  return { ...(await runSeed(seed, trace)), trace: trace.lines }
}

/** What is known after a seed's life, for those who look at it with other eyes. */
export async function evidenceOf(seed: number): Promise<Evidence> {
  const life = begin(seed, NO_TRACE)
  await life.live()
  return await life.evidence()
}

function begin(seed: number, trace: Trace): Life {
  const random = new Random(seed)
  const world = new World(random.fork(), trace)
  return new Life(world, random.fork(), trace)
}
