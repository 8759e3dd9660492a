import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Listener } from '../db/listener.ts'
import { Recurring } from '../jobs/recurring.ts'
import type { Networks } from '../networks/networks.ts'
import type { KeyRing } from '../secrets/key-ring.ts'
import type { Storage } from '../storage/storage.ts'
import { Calendar } from './calendar.ts'
import { Deliveries } from './deliveries/deliveries.ts'
import { freezePost } from './freezing/freeze-post.ts'
import { MediaLinks } from './freezing/media-links.ts'
import { openMediaFrom } from './freezing/open-media.ts'
import { Publisher } from './publisher.ts'
import type { Freeze } from './publishing-ports.ts'
import { PostingSlots } from './schedule/posting-slots.ts'
import { ScheduleCare } from './schedule/schedule-care.ts'
import { Scheduling } from './schedule/scheduling.ts'
import { Scheduler } from './scheduler.ts'
import { AccountCare } from './social-accounts/account-care.ts'
import { Connections } from './social-accounts/connections.ts'
import { NetworkApps } from './social-accounts/network-apps.ts'
import { SocialAccounts } from './social-accounts/social-accounts.ts'
import { SocialSessions } from './social-accounts/social-sessions.ts'

export interface PublishingParts {
  readonly database: Database
  readonly listener: Pick<Listener, 'on'>
  readonly storage: Storage
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  readonly keys: KeyRing
  /** Signs the addresses at which networks fetch files. */
  readonly linkKey: Uint8Array
  readonly networks: Networks
  readonly publicUrl: string
  readonly leaseMs: number
  readonly concurrency: number
  readonly mayConnect: (workspaceId: string, userId: string) => Promise<boolean>
}

const lookEveryMs = 1_000
const careEveryMs = 5_000

/** Everything about posts that go out. It knows no meter. */
export function openPublishing(parts: PublishingParts) {
  const redirectUri = `${parts.publicUrl}/api/v1/social-accounts/callback`
  const accounts = new SocialAccounts(parts)
  const sessions = new SocialSessions(parts)
  const apps = new NetworkApps({ ...parts, redirectUri })
  const links = new MediaLinks({ ...parts, key: parts.linkKey })
  const freeze: Freeze = (order) => freezePost(parts, order)
  const openMedia = openMediaFrom(parts.storage, links)
  const publisher = new Publisher({ ...parts, sessions, freeze, openMedia })
  const work = { ...parts, publisher, freeze }
  const connections = new Connections({ ...parts, apps, accounts, redirectUri })
  return {
    accounts,
    connections,
    deliveries: new Deliveries(parts),
    scheduling: new Scheduling({ ...parts, freeze, sessions }),
    slots: new PostingSlots(parts),
    calendar: new Calendar(parts),
    links,
    worker: new PublishingWorker(new Scheduler({ ...work, everyMs: lookEveryMs }), [
      recurring('the care of scheduled posts', new ScheduleCare(work), parts.log),
      recurring(
        'the care of social accounts',
        new AccountCare({ ...parts, sessions, connections }),
        parts.log,
      ),
    ]),
  }
}

export type Publishing = ReturnType<typeof openPublishing>

function recurring(name: string, care: { look(): Promise<void> }, log: Logger): Recurring {
  return new Recurring({ name, task: () => care.look(), everyMs: careEveryMs, log })
}

/** What publishing does without being asked. */
class PublishingWorker {
  readonly #scheduler: Scheduler
  readonly #cares: readonly Recurring[]

  constructor(scheduler: Scheduler, cares: readonly Recurring[]) {
    this.#scheduler = scheduler
    this.#cares = cares
  }

  start(): void {
    this.#scheduler.start()
    for (const care of this.#cares) care.start()
  }

  async stop(): Promise<void> {
    await Promise.all([this.#scheduler.stop(), ...this.#cares.map((care) => care.stop())])
  }
}
