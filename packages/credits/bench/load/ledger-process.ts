import { LedgerMeter } from '../meters/ledger-meter.ts'
import { runLoad, runPairs } from './closed-loops.ts'
import type { Ask } from './forked-ledger.ts'

/** A process with a ledger of its own, which answers what it is asked, one after the other. */
let meter: LedgerMeter | undefined

process.on('message', (ask: Ask) => {
  answer(ask).then(
    (result) => process.send?.({ result }),
    (error) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())

async function answer(ask: Ask): Promise<unknown> {
  if (ask.type === 'open') {
    meter = await LedgerMeter.open(ask.url, ask.workspaces)
    return null
  }
  if (meter === undefined) throw new Error('The ledger is not open.')
  if (ask.type === 'load') return await runLoad(meter, ask.load)
  await runPairs(meter, ask.task)
  return heapInUse()
}

/** Twice: what the first collection finalises is freed by the second. */
function heapInUse(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
