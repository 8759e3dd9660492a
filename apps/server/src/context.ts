import { join } from 'node:path'
import { Ledger } from '@rheos/credits'
import { PostgresStore, type Queryable } from '@rheos/credits/postgres'
import type { Logger } from 'pino'
import { type Auth, createAuth } from './accounts/auth.ts'
import { keptAuthSecret } from './accounts/auth-secret.ts'
import { emailHash } from './accounts/email-hash.ts'
import { Brands } from './brands/brands.ts'
import { readWebsite } from './brands/read-website.ts'
import { WebsiteImports } from './brands/website-imports.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { Database } from './db/database.ts'
import { Listener } from './db/listener.ts'
import { allowedHosts } from './fetching/check-address.ts'
import { createGuardedFetch } from './fetching/guarded-fetch.ts'
import { auditAndLog } from './generation/audit.ts'
import { Generations } from './generation/generations.ts'
import { cancelChannel } from './generation/progress-writer.ts'
import { drawImages } from './images/draw-images.ts'
import { Images } from './images/images.ts'
import { Jobs } from './jobs/jobs.ts'
import { Library } from './library/library.ts'
import { MediaSweep } from './library/media-sweep.ts'
import { createMailer, type Mailer } from './mail/mailer.ts'
import { createModels, type Models } from './models/models.ts'
import { creditAlerts } from './plans/credit-alerts.ts'
import { priceBook } from './plans/price-book.ts'
import { Drafts } from './posts/drafts.ts'
import { DiskStorage } from './storage/disk-storage.ts'
import { Notices } from './workspaces/notices.ts'
import { WorkspaceCredits } from './workspaces/workspace-credits.ts'
import { WorkspaceEvents } from './workspaces/workspace-events.ts'
import { Workspaces } from './workspaces/workspaces.ts'
import { write } from './writing/write.ts'
import { Writing } from './writing/writing.ts'

/** Everything a route may need, built once. */
export interface Context {
  readonly config: Config
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  readonly database: Database
  /** The same database, for transactions that touch the meter. */
  readonly metered: Database
  readonly listener: Listener
  readonly ledger: Ledger<Queryable>
  readonly models: Models
  readonly mailer: Mailer
  readonly auth: Auth
  readonly workspaces: Workspaces
  readonly credits: WorkspaceCredits
  readonly notices: Notices
  readonly events: WorkspaceEvents
  readonly generations: Generations
  readonly jobs: Jobs
  readonly brands: Brands
  readonly imports: WebsiteImports
  readonly images: Images
  readonly writing: Writing
  readonly library: Library
  readonly drafts: Drafts
}

export interface ContextOptions {
  readonly config: Config
  readonly connectionString: string
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  /** Where mails appear when there is no mail server. */
  readonly show: (text: string) => void
}

const connectionsMax = 20
/** Enough for what is asked and worked on at once; see `metered`. */
const meteredConnectionsMax = 16
/** The meter's locks are held for milliseconds: one that lasts is told instead of waited for. */
const meterLockTimeoutMs = 3000

/** The composition root: the only place where adapters are chosen and parts are put together. */
export async function buildContext(options: ContextOptions): Promise<Context> {
  const { config, clock, newId, log, connectionString } = options
  const base = { clock, newId, log }
  const database = new Database(connectionString, { connectionsMax })
  // What touches the meter has connections of its own: should its tables be locked or gone, whoever
  // waits for them keeps nobody from editing, uploading and reading.
  const metered = new Database(connectionString, {
    connectionsMax: meteredConnectionsMax,
    lockTimeoutMs: meterLockTimeoutMs,
  })
  const listener = new Listener({ connectionString, log })
  const storage = new DiskStorage(join(config.dataDir, 'media'), newId)
  const ledger = new Ledger<Queryable>({
    store: new PostgresStore(metered.pool),
    priceBook,
    now: clock,
    newId,
    openOperationsMax: config.generations.openMax,
    leaseMs: config.generations.leaseMs,
    alerts: creditAlerts,
  })
  const secret = config.authSecret ?? (await keptAuthSecret(config.dataDir, newId))
  const models = createModels(config.models)
  const mailer = createMailer({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    log,
    show: options.show,
  })
  const workspaces = new Workspaces({
    ...base,
    database,
    metered,
    ledger,
    storage,
    hashEmail: (email) => emailHash(secret, email),
  })
  const studio = { ...base, database, metered, storage, ledger, models, workspaces }
  return {
    ...base,
    config,
    database,
    metered,
    listener,
    ledger,
    models,
    mailer,
    workspaces,
    auth: createAuth({
      connectionString,
      secret,
      publicUrl: config.publicUrl,
      mailer,
      log,
      onSignUp: async (person) => {
        await workspaces.ofUser(person)
      },
      beforeDelete: (person) => workspaces.deleteOwnedBy(person),
    }),
    ...product(studio, config, listener),
  }
}

type Studio = Pick<
  Context,
  'clock' | 'newId' | 'log' | 'database' | 'metered' | 'ledger' | 'models' | 'workspaces'
> & {
  readonly storage: DiskStorage
}

/** What people make: the kinds of generation behind the one door, and what is kept of them. */
function product(studio: Studio, config: Config, listener: Listener) {
  const { models } = studio
  const fetch = createGuardedFetch({
    allowedHosts: config.importAllowedHosts,
    userAgent: userAgent(config),
  })
  const generations = new Generations({
    ...studio,
    leaseMs: config.generations.leaseMs,
    kinds: {
      image: drawImages({ ...studio, model: models.image }),
      import: readWebsite({ ...studio, fetch, choose: models.choice }),
      writing: write({ ...studio, model: models.text }),
    },
  })
  listener.on(cancelChannel, (payload) => generations.heardCancel(payload))
  const library = new Library(studio)
  const drafts = new Drafts(studio)
  const credits = new WorkspaceCredits(studio)
  const notices = new Notices(studio)
  const brands = new Brands(studio)
  return {
    generations,
    library,
    drafts,
    credits,
    notices,
    brands,
    events: new WorkspaceEvents({
      ...studio,
      listener,
      credits: (workspaceId) => credits.view(workspaceId),
      generation: (workspaceId, id) => generations.get(workspaceId, id),
      recent: (workspaceIds, since) => generations.recent(workspaceIds, since),
    }),
    jobs: new Jobs({
      pool: studio.database.pool,
      listener,
      generations,
      notices,
      media: new MediaSweep(studio),
      audit: () =>
        auditAndLog({ ledger: studio.ledger, database: studio.database.pool }, studio.log),
      auditEveryHours: config.auditEveryHours,
      concurrency: config.generations.concurrency,
      reapEveryMs: config.generations.reapEveryMs,
      log: studio.log,
    }),
    imports: new WebsiteImports({
      ...studio,
      generations,
      isAllowedHost: allowedHosts(config.importAllowedHosts),
    }),
    images: new Images({ ...studio, generations, library, model: models.image }),
    writing: new Writing({ ...studio, generations, drafts }),
  }
}

function userAgent(config: Config): string {
  return `RheosBot/1.0 (+${config.publicUrl}; reads a site when its owner asks)`
}
