import { describe, expect, it } from 'vitest'
import { Scheduler } from '../../src/publishing/scheduler.ts'
import { TurnedClock } from '../networks/played-delivery.ts'
import { playDiscord } from '../networks/played-networks.ts'
import { leaseMs } from './publishing-world.ts'
import { startWorld } from './start-world.ts'

describe('the scheduler', () => {
  it('takes what becomes due between two looks when it is due', async () => {
    const discord = await playDiscord()
    const world = await startWorld([discord.adapter], new TurnedClock())
    const account = await world.connect('discord', discord.session)
    const post = await world.draft('At six.', ['discord'])
    const tomorrow = new Date(world.clock() + 86_400_000).toISOString().slice(0, 16)
    await world.schedule(post, tomorrow, account)
    const dueAt = world.clock() + 500
    await world.database.pool.query('update studio.deliveries set due_at = $1, next_at = $1', [
      new Date(dueAt),
    ])
    const takenAt = await new Promise<number>((taken) => {
      const scheduler = new Scheduler({
        ...world,
        listener: { on: () => undefined },
        publisher: {
          work: async () => {
            taken(world.clock())
            void scheduler.stop()
          },
        },
        ...{ leaseMs, concurrency: 10 },
        // No look comes by itself while this test runs.
        everyMs: 600_000,
      })
      scheduler.start()
    })
    expect(takenAt).toBeGreaterThanOrEqual(dueAt)
    await world.close()
    await discord.close()
  })
})
