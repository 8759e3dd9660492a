import { TurnedClock } from '../../test/networks/played-delivery.ts'
import { openWorld } from '../../test/publishing/publishing-world.ts'
import type { WorkerTask } from './forked-worker.ts'
import { adaptersFor } from './played-four.ts'

// As in a studio that was built: nothing traces errors back to TypeScript while it works.
process.setSourceMapsEnabled(false)

/** A worker as the studio runs it: it looks for what is due until whoever started it lets go of it. */
const task = JSON.parse(process.argv[2] ?? '{}') as WorkerTask
const adapters = adaptersFor(task.places)
const world = await openWorld({ ...task, adapters, clock: new TurnedClock() })
world.publishing.worker.start()
process.send?.('ready')
process.once('disconnect', () => {
  void world.publishing.worker
    .stop()
    .then(() => world.close())
    .finally(() => process.exit())
})
