import { join } from 'node:path'
import type { Ledger } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import type { Logger } from 'pino'
import { type Auth, createAuth } from './accounts/auth.ts'
import { emailHash } from './accounts/email-hash.ts'
import { Billing } from './billing/billing.ts'
import { BillingEvents } from './billing/billing-events.ts'
import type { BillingProvider } from './billing/billing-provider.ts'
import { BillingSync } from './billing/billing-sync.ts'
import { type BillingComparison, compareBilling } from './billing/compare-billing.ts'
import { type ChosenBilling, createBillingProvider } from './billing/create-billing-provider.ts'
import { Brands } from './brands/brands.ts'
import { BrandCheck } from './brands/check/brand-check.ts'
import { readWebsite } from './brands/read-website.ts'
import { BrandSources } from './brands/sources/brand-sources.ts'
import { WebsiteImports } from './brands/website-imports.ts'
import { Carousels } from './carousels/carousels.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { Database } from './db/database.ts'
import { Listener } from './db/listener.ts'
import { DesignRenderer } from './designs/design-renderer.ts'
import { Designs } from './designs/designs.ts'
import { allowedHosts } from './fetching/check-address.ts'
import { createGuardedFetch } from './fetching/guarded-fetch.ts'
import { Generations } from './generation/generations.ts'
import { KeptAudits } from './generation/kept-audits.ts'
import { openLedger } from './generation/open-ledger.ts'
import { cancelChannel } from './generation/progress-writer.ts'
import { drawImages } from './images/draw-images.ts'
import { Images } from './images/images.ts'
import { Jobs } from './jobs/jobs.ts'
import { MediaSweep } from './library/media-sweep.ts'
import { openLibrary, type Pictures } from './library/open-library.ts'
import { createMailer, type Mailer } from './mail/mailer.ts'
import { createModels, type Models } from './models/models.ts'
import { createNetworks } from './networks/create-networks.ts'
import { type OperatorsDesk, openOperatorsDesk } from './operator/operators-desk.ts'
import { PriceBooks } from './plans/price-books.ts'
import { Posts } from './posts/posts.ts'
import { Preflight } from './preflight/preflight.ts'
import { openPublishing, type Publishing } from './publishing/open-publishing.ts'
import { keptSecret } from './secrets/kept-secret.ts'
import { keyFrom } from './secrets/key-ring.ts'
import { openKeyRing } from './secrets/open-key-ring.ts'
import { openStorage } from './storage/open-storage.ts'
import type { Storage } from './storage/storage.ts'
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
export interface Context extends Pictures {
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
  readonly brandSources: BrandSources
  readonly brandCheck: BrandCheck
  readonly imports: WebsiteImports
  readonly images: Images
  readonly writing: Writing
  readonly posts: Posts
  readonly preflight: Preflight
  readonly publishing: Publishing
  readonly storage: Storage
  readonly designs: Designs
  readonly carousels: Carousels
  readonly priceBooks: PriceBooks
  readonly audits: KeptAudits
  readonly operator: OperatorsDesk
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
  const storage = await openStorage({ s3: config.s3, folder: join(config.dataDir, 'media'), newId })
  const database = new Database(connectionString, { connectionsMax })
  // What touches the meter has connections of its own: should its tables be locked or gone, whoever
  // waits for them keeps nobody from editing, uploading and reading.
  const metered = new Database(connectionString, {
    connectionsMax: meteredConnectionsMax,
    lockTimeoutMs: meterLockTimeoutMs,
  })
  const listener = new Listener({ connectionString, log })
  const priceBooks = await PriceBooks.open({
    ...base,
    database,
    listener,
    processClock: systemClock,
  })
  const ledger = openLedger({ ...base, config, metered, priceBooks })
  const kept = { dataDir: config.dataDir, newId }
  const secret =
    config.authSecret ??
    (await keptSecret({ ...kept, fileName: 'auth-secret', lossMeans: 'everybody signs in again' }))
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
  const publishing = openPublishing({
    ...base,
    ...config.publishing,
    database,
    listener,
    storage,
    publicUrl: config.publicUrl,
    keys: await openKeyRing(config.tokenKeys, kept),
    linkKey: keyFrom(secret, 'links to published media'),
    networks: createNetworks({ ...base, config, userAgent: userAgent(config) }),
  })
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
    publishing,
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
    publishing,
    storage,
    ...product(studio, config, listener),
  }
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
  | 'publishing'
> & {
  readonly storage: Storage
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
    concurrency: config.generations.concurrency,
    kinds: {
      image: drawImages({ ...studio, model: models.image }),
      import: readWebsite({ ...studio, fetch, choose: models.choice }),
      writing: write({ ...studio, model: models.text }),
    },
  })
  listener.on(cancelChannel, (payload) => generations.heardCancel(payload))
  const pictures = openLibrary(studio)
  const { library } = pictures
  const posts = new Posts(studio)
  const credits = new WorkspaceCredits({ ...studio, applyDue })
  const notices = new Notices(studio)
  const brands = new Brands(studio)
  const audits = new KeptAudits(studio)
  return {
    ...payments,
    generations,
    ...pictures,
    posts,
    preflight: new Preflight({ ...studio, posts }),
    ...setInType(studio, pictures),
    credits,
    usage: new Usage({ ...studio, credits }),
    notices,
    brands,
    brandSources: new BrandSources(studio),
    brandCheck: new BrandCheck(studio),
    audits,
    operator: openOperatorsDesk({ ...studio, ...payments, audits }),
    events: new WorkspaceEvents({
      ...studio,
      listener,
      credits: (workspaceId) => credits.view(workspaceId),
      generation: (workspaceId, id) => generations.get(workspaceId, id),
      recent: (workspaceIds, since) => generations.recent(workspaceIds, since),
    }),
    jobs: jobsOf({ studio, config, listener, generations, notices, credits, audits, payments }),
    imports: new WebsiteImports({
      ...studio,
      generations,
      isAllowedHost: allowedHosts(config.importAllowedHosts),
    }),
    images: new Images({ ...studio, generations, library, model: models.image }),
    writing: new Writing({ ...studio, generations, posts }),
  }
}

interface Working extends Pick<Context, 'generations' | 'notices' | 'credits' | 'audits'> {
  readonly studio: Studio
  readonly config: Config
  readonly listener: Listener
  readonly payments: ReturnType<typeof paymentsOf>
}

/** What is done without being asked. */
function jobsOf({ studio, config, listener, payments, ...parts }: Working): Jobs {
  const { generations, notices, credits, audits } = parts
  const { billingSync } = payments
  return new Jobs({
    pool: studio.database.pool,
    listener,
    generations,
    notices,
    publishing: studio.publishing.worker,
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
  })
}

/** What is made of text and the brand's colours alone. */
function setInType(studio: Studio, { library }: Pictures) {
  const designs = new Designs({ ...studio, library, renderer: new DesignRenderer() })
  return { designs, carousels: new Carousels({ ...studio, designs, library }) }
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
