import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from '../../../../test/database.ts'
import type { NetworkAdapter } from '../../src/networks/network-adapter.ts'
import { TurnedClock } from '../networks/played-delivery.ts'
import { openWorld, type World } from './publishing-world.ts'

/** A world on a database of its own, for one test. */
export async function startWorld(
  adapters: readonly NetworkAdapter[],
  clock = new TurnedClock(),
): Promise<World> {
  const test = await createTestDatabase({ template: 'server' })
  const folder = join(tmpdir(), `rheos-publishing-${randomUUID()}`)
  const world = await openWorld({ connectionString: test.url, folder, adapters, clock })
  return {
    ...world,
    close: async () => {
      await world.close()
      await test.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
