import type { Bench } from '../bench.ts'
import { ForkedLedger } from '../load/forked-ledger.ts'
import { PLENTY } from '../meters/meter.ts'

/** Whether a process that goes on for long needs ever more memory. */
export interface MemoryResult {
  readonly pairs: number
  /** Bytes of the heap in use, after a collection, when a tenth of the pairs was done. */
  readonly heapAtTenth: number
  readonly heapAtEnd: number
  readonly growth: number
}

const CALLERS = 200

export async function measureMemory(bench: Bench): Promise<MemoryResult> {
  const { pairs, workspaces } = bench.effort
  bench.say(`Memory over ${pairs} pairs`)
  return await bench.server.withDatabase({ workspaces, credits: PLENTY }, async (url) => {
    const forked = await ForkedLedger.open(url, workspaces)
    const task = { callers: CALLERS, firstWorkspace: 0, workspaces }
    const heapAtTenth = await forked.pairs({ ...task, pairs: pairs / 10 })
    const heapAtEnd = await forked.pairs({ ...task, pairs: pairs - pairs / 10 })
    await forked.close()
    await bench.audit('memory', url, pairs)
    return { pairs, heapAtTenth, heapAtEnd, growth: heapAtEnd / heapAtTenth }
  })
}
