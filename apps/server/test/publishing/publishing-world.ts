import type { Network } from '@rheos/contract'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { Database } from '../../src/db/database.ts'
import { deliveries, deliveryEvents, deliveryTargets } from '../../src/db/publishing-tables.ts'
import { brands, posts, workspaces } from '../../src/db/schema.ts'
import type { NetworkAdapter, Session } from '../../src/networks/network-adapter.ts'
import { claimDeliveries } from '../../src/publishing/deliveries/claim-deliveries.ts'
import { freezePost } from '../../src/publishing/freezing/freeze-post.ts'
import { MediaLinks } from '../../src/publishing/freezing/media-links.ts'
import { openMediaFrom } from '../../src/publishing/freezing/open-media.ts'
import { openPublishing } from '../../src/publishing/open-publishing.ts'
import { Publisher } from '../../src/publishing/publisher.ts'
import { SocialSessions } from '../../src/publishing/social-accounts/social-sessions.ts'
import { KeyRing } from '../../src/secrets/key-ring.ts'
import { DiskStorage } from '../../src/storage/disk-storage.ts'
import type { TurnedClock } from '../networks/played-delivery.ts'

export const leaseMs = 60_000
const log = pino({ level: 'silent' })
const silent = { on: () => undefined }

/**
 * Publishing over a real database, without a server around it: a test says which worker works when, by
 * a clock that it turns.
 */
export async function openWorld({
  connectionString,
  folder,
  adapters,
  clock,
  concurrency = 10,
}: {
  readonly connectionString: string
  /** Where media lie. */
  readonly folder: string
  readonly adapters: readonly NetworkAdapter[]
  readonly clock: TurnedClock
  /** Deliveries that its own scheduler works on at once, where that is started. */
  readonly concurrency?: number
}) {
  const database = new Database(connectionString, { connectionsMax: 20 })
  const storage = new DiskStorage(folder, v7)
  const networks = new Map(adapters.map((adapter) => [adapter.network, adapter]))
  const keys = new KeyRing([{ id: 'test', key: new Uint8Array(32) }])
  const base = { database, clock: clock.now, newId: v7, log, networks, keys, storage }
  const publishing = openPublishing({
    ...base,
    listener: silent,
    linkKey: new Uint8Array(32),
    publicUrl: 'https://studio.example',
    leaseMs,
    concurrency,
    mayConnect: () => Promise.resolve(true),
  })
  const workspaceId = v7()
  const brandId = v7()
  const now = clock.now()
  await database.db
    .insert(workspaces)
    .values({ id: workspaceId, name: 'Bakery', ownerId: workspaceId, anchor: now, createdAt: now })
  await database.db.insert(brands).values({
    workspaceId,
    id: brandId,
    kind: 'business',
    name: 'Round Bakery',
    createdAt: now,
    updatedAt: now,
  })
  const member = { workspaceId, userId: 'ada' }

  return {
    ...base,
    connectionString,
    turn: (ms: number) => clock.turn(ms),
    publishing,
    workspaceId,
    brandId,
    member,
    /** Connects an account as if its owner had done so. */
    async connect(network: Network, session: Session, ofBrand = brandId): Promise<string> {
      const { remoteId, handle, server, facts, credentials } = session
      const candidate = {
        remoteId,
        name: handle,
        handle,
        kind: 'Profile',
        avatarUrl: null,
        server,
        scopes: [],
        facts,
        renewed: { credentials, tokenExpiresAt: null, personNeededAt: null },
      }
      const row = await database.transaction((tx) =>
        publishing.accounts.keep(tx, {
          workspaceId,
          brandId: ofBrand,
          memberId: 'ada',
          network,
          candidate,
        }),
      )
      return row.id
    },
    async draft(body: string, to: readonly Network[], more = {}): Promise<string> {
      const id = v7()
      const at = clock.now()
      await database.db.insert(posts).values({
        workspaceId,
        id,
        state: 'draft',
        brandId,
        body,
        networks: to,
        writtenBy: 'hand',
        createdBy: 'ada',
        createdAt: at,
        updatedAt: at,
        ...more,
      })
      return id
    },
    publish: (postId: string, ...socialAccountIds: string[]) =>
      publishing.scheduling.publish({ workspaceId, postId, memberId: 'ada' }, { socialAccountIds }),
    schedule: (postId: string, wallTime: string, ...socialAccountIds: string[]) =>
      publishing.scheduling.schedule(
        { workspaceId, postId, memberId: 'ada' },
        { wallTime, timeZone: 'UTC', second: false, recurrence: null, socialAccountIds },
      ),
    /** A worker of its own, perhaps with adapters that stop in the middle. */
    worker(changed: readonly NetworkAdapter[] = []) {
      const own = new Map([...networks, ...changed.map((each) => [each.network, each] as const)])
      const tools = { ...base, networks: own }
      const links = new MediaLinks({
        key: new Uint8Array(32),
        clock: clock.now,
        publicUrl: 'https://studio.example',
      })
      const publisher = new Publisher({
        ...tools,
        sessions: new SocialSessions(tools),
        freeze: (order) => freezePost(tools, order),
        openMedia: openMediaFrom(storage, links),
        leaseMs,
      })
      const owner = v7()
      const claim = () =>
        claimDeliveries(database, { owner, limit: 100, now: clock.now(), leaseMs })
      return {
        owner,
        claim,
        /** All that is due, to where it can go now. Answers how many there were. */
        async run(signal = new AbortController().signal): Promise<number> {
          const claimed = await claim()
          await Promise.all(claimed.map((each) => publisher.work(each, owner, signal)))
          return claimed.length
        },
        work: (claimed: Awaited<ReturnType<typeof claim>>[number]) =>
          publisher.work(claimed, owner, new AbortController().signal),
      }
    },
    async delivery(postId: string) {
      const all = await publishing.deliveries.ofPost(workspaceId, postId)
      const [only] = all
      if (only === undefined) throw new Error('The post goes nowhere.')
      return only
    },
    rows: {
      deliveries: () => database.db.select().from(deliveries),
      targets: () => database.db.select().from(deliveryTargets),
      events: () => database.db.select().from(deliveryEvents).orderBy(deliveryEvents.number),
    },
    close: () => database.close(),
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** Never ends: whoever waits for it is dead as far as anybody can see. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined)
