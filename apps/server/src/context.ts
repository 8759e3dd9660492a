import { join } from 'node:path'
import { Ledger } from '@rheos/credits'
import { PostgresStore, type Queryable } from '@rheos/credits/postgres'
import type { Logger } from 'pino'
import { type Auth, createAuth } from './accounts/auth.ts'
import { keptAuthSecret } from './accounts/auth-secret.ts'
import { emailHash } from './accounts/email-hash.ts'
import { Billing } from './billing/billing.ts'
import { BillingEvents } from './billing/billing-events.ts'
import type { BillingProvider } from './billing/billing-provider.ts'
import { BillingSync } from './billing/billing-sync.ts'
import { type BillingComparison, compareBilling } from './billing/compare-billing.ts'
import { type ChosenBilling, createBillingProvider } from './billing/create-billing-provider.ts'
import { Brands } from './brands/brands.ts'
import { readWebsite } from './brands/read-website.ts'
import { WebsiteImports } from './brands/website-imports.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { Database } from './db/database.ts'
import { Listener } from './db/listener.ts'
import { allowedHosts } from './fetching/check-address.ts'
import { createGuardedFetch } from './fetching/guarded-fetch.ts'
import { Generations } from './generation/generations.ts'
import { KeptAudits } from './generation/kept-audits.ts'
import { cancelChannel } from './generation/progress-writer.ts'
import { drawImages } from './images/draw-images.ts'
import { Images } from './images/images.ts'
import { Jobs } from './jobs/jobs.ts'
import { Library } from './library/library.ts'
import { MediaSweep } from './library/media-sweep.ts'
import { createMailer, type Mailer } from './mail/mailer.ts'
import { createModels, type Models } from './models/models.ts'
import { BooksDesk } from './operator/books-desk.ts'
import { MarginDesk } from './operator/margin.ts'
import { PaymentsDesk } from './operator/payments-desk.ts'
import { PriceDesk } from './operator/price-desk.ts'
import { WorkspaceDesk } from './operator/workspace-desk.ts'
import { WorkspaceSearch } from './operator/workspace-search.ts'
import { creditAlerts } from './plans/credit-alerts.ts'
import { PriceBooks } from './plans/price-books.ts'
import { Posts } from './posts/posts.ts'
import { DiskStorage } from './storage/disk-storage.ts'
import { Usage } from './usage/usage.ts'
import { UsageRollup } from './usage/usage-rollup.ts'
import { AlertMails } from './workspaces/alert-mails.ts'
import { MailChoices } from './workspaces/mail-choices.ts'
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
  readonly usage: Usage
  readonly notices: Notices
  readonly mailChoices: MailChoices
  readonly events: WorkspaceEvents
  readonly generations: Generations
  readonly jobs: Jobs
  readonly billing: Billing
  readonly billingEvents: BillingEvents
  readonly billingSync: BillingSync
  /** Repairs what lost events left undone. */
  readonly compareBilling: () => Promise<BillingComparison>
  readonly billingProvider: BillingProvider
  /** Absent: a payment provider is set up. */
  readonly testBilling: ChosenBilling['testBilling']
  readonly brands: Brands
  readonly imports: WebsiteImports
  readonly images: Images
  readonly writing: Writing
  readonly library: Library
  readonly posts: Posts
  readonly priceBooks: PriceBooks
  readonly audits: KeptAudits
  readonly operator: OperatorsDesk
}

/** What an operator can see and do. */
export interface OperatorsDesk {
  readonly search: WorkspaceSearch
  readonly workspace: WorkspaceDesk
  readonly prices: PriceDesk
  readonly margin: MarginDesk
  readonly payments: PaymentsDesk
  readonly books: BooksDesk
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
  const priceBooks = await PriceBooks.open({
    ...base,
    database,
    listener,
    processClock: systemClock,
  })
  const ledger = openLedger(options, metered, priceBooks)
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
  const mailChoices = new MailChoices({ database })
  const auth = createAuth({
    connectionString,
    secret,
    publicUrl: config.publicUrl,
    mailer,
    log,
    onSignUp: async (person) => {
      await workspaces.ofUser(person)
    },
    beforeDelete: async (person) => {
      await workspaces.deleteOwnedBy(person)
      await mailChoices.forget(person.id)
    },
  })
  const studio = {
    ...base,
    database,
    metered,
    storage,
    ledger,
    models,
    workspaces,
    priceBooks,
    mailer,
    mailChoices,
    auth,
  }
  return {
    ...base,
    config,
    database,
    metered,
    listener,
    ledger,
    models,
    mailer,
    mailChoices,
    workspaces,
    priceBooks,
    auth,
    ...product(studio, config, listener),
  }
}

function openLedger(
  { config, clock, newId }: ContextOptions,
  metered: Database,
  priceBooks: PriceBooks,
): Ledger<Queryable> {
  return new Ledger<Queryable>({
    store: new PostgresStore(metered.pool),
    priceBook: priceBooks.current,
    now: clock,
    newId,
    openOperationsMax: config.generations.openMax,
    leaseMs: config.generations.leaseMs,
    alerts: creditAlerts,
  })
}

type Studio = Pick<
  Context,
  | 'clock'
  | 'newId'
  | 'log'
  | 'database'
  | 'metered'
  | 'ledger'
  | 'models'
  | 'workspaces'
  | 'priceBooks'
  | 'mailer'
  | 'mailChoices'
  | 'auth'
> & {
  readonly storage: DiskStorage
}

/** What people make: the kinds of generation behind the one door, and what is kept of them. */
function product(studio: Studio, config: Config, listener: Listener) {
  const { models } = studio
  const payments = paymentsOf(studio, config)
  const { billingSync } = payments
  const applyDue = (workspaceId: string) => billingSync.applyDue(workspaceId)
  const fetch = createGuardedFetch({
    allowedHosts: config.importAllowedHosts,
    userAgent: userAgent(config),
  })
  const generations = new Generations({
    ...studio,
    applyDue,
    leaseMs: config.generations.leaseMs,
    kinds: {
      image: drawImages({ ...studio, model: models.image }),
      import: readWebsite({ ...studio, fetch, choose: models.choice }),
      writing: write({ ...studio, model: models.text }),
    },
  })
  listener.on(cancelChannel, (payload) => generations.heardCancel(payload))
  const library = new Library(studio)
  const posts = new Posts(studio)
  const credits = new WorkspaceCredits({ ...studio, applyDue })
  const notices = new Notices(studio)
  const brands = new Brands(studio)
  const audits = new KeptAudits(studio)
  return {
    ...payments,
    generations,
    library,
    posts,
    credits,
    usage: new Usage({ ...studio, credits }),
    notices,
    brands,
    audits,
    operator: operatorsDesk(studio, { ...payments, audits }),
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
      alertMails: new AlertMails({
        ...studio,
        credits,
        choices: studio.mailChoices,
        publicUrl: config.publicUrl,
      }),
      media: new MediaSweep(studio),
      usage: new UsageRollup(studio),
      billing: {
        read: (target) => payments.billingEvents.process(target),
        end: (deleted) => billingSync.end(deleted),
        compare: async () => void (await payments.compareBilling()),
        applyAllDue: () => billingSync.applyAllDue(),
      },
      advanceBilling: payments.advanceTestBilling,
      audits,
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
    writing: new Writing({ ...studio, generations, posts }),
  }
}

function operatorsDesk(
  studio: Studio,
  {
    billingProvider,
    billingEvents,
    audits,
  }: Pick<Context, 'billingProvider' | 'billingEvents' | 'audits'>,
): OperatorsDesk {
  return {
    search: new WorkspaceSearch(studio),
    workspace: new WorkspaceDesk(studio),
    prices: new PriceDesk(studio),
    margin: new MarginDesk(studio),
    payments: new PaymentsDesk({ ...studio, provider: billingProvider, events: billingEvents }),
    books: new BooksDesk({ ...studio, audits }),
  }
}

/** How plans are paid: the provider, and what follows from what it says. */
function paymentsOf(studio: Studio, config: Config) {
  const { publicUrl } = config
  const { provider, testBilling } = createBillingProvider({
    ...studio,
    publicUrl,
    stripe: config.stripe,
    onEvent: (event) => billingEvents.receive(event),
  })
  const base = { ...studio, provider }
  const sync = new BillingSync(base)
  const billingEvents: BillingEvents = new BillingEvents({ ...base, sync })
  return {
    billingProvider: provider,
    testBilling,
    advanceTestBilling: testBilling && (() => testBilling.accounts.advanceDue()),
    billingSync: sync,
    billingEvents,
    billing: new Billing({ ...base, sync, publicUrl }),
    compareBilling: () => compareBilling({ ...base, sync, events: billingEvents }),
  }
}

function userAgent(config: Config): string {
  return `RheosBot/1.0 (+${config.publicUrl}; reads a site when its owner asks)`
}
