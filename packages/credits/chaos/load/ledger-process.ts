import { Random } from '../../test/random.ts'
import { reapEveryMs } from '../chaos-settings.ts'
import { openLedger } from '../open-ledger.ts'
import { Caller } from './caller.ts'
import type { Ask, Opening } from './messages.ts'
import { OperationLife } from './operation-life.ts'
import { Site } from './site.ts'
import { Sweeper } from './sweeper.ts'
import { send } from './teller.ts'

/** A process of the product, as far as the meter is concerned. It lives until it is killed or left. */
let running: { readonly site: Site; readonly callers: Promise<unknown> } | undefined

process.on('message', (ask: Ask) => {
  if (ask.type === 'open') open(ask.opening)
  else void finish()
})
process.on('disconnect', () => process.exit())

function open(opening: Opening): void {
  const { url, name, leaseMs } = opening
  const site = new Site(openLedger(url, name, leaseMs), opening)
  new Sweeper(site).start(reapEveryMs(leaseMs))
  running = { site, callers: startCallers(site) }
}

async function finish(): Promise<void> {
  running?.site.finish()
  await running?.callers
  await send({ type: 'finished' })
}

async function startCallers(site: Site): Promise<void> {
  const { name, callers, seed, unanswered } = site.opening
  const random = new Random(seed)
  const newcomers = Array.from({ length: callers }, (_, index) =>
    new Caller(`${name}-${index}`, site, new Random(random.seed())).run(),
  )
  const resumed = unanswered.map((hold) =>
    new OperationLife(site, new Random(random.seed()), hold).resume(),
  )
  await Promise.all([...newcomers, ...resumed])
}
