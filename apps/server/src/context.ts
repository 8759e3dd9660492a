import { join } from 'node:path'
import type { Ledger } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import type { Logger } from 'pino'
import { type Auth, createAuth } from './accounts/auth.ts'
import { emailHash } from './accounts/email-hash.ts'
import type { Billing } from './billing/billing.ts'
import type { BillingEvents } from './billing/billing-events.ts'
import type { BillingProvider } from './billing/billing-provider.ts'
import type { BillingSync } from './billing/billing-sync.ts'
import type { BillingComparison } from './billing/compare-billing.ts'
import type { ChosenBilling } from './billing/create-billing-provider.ts'
import type { Brands } from './brands/brands.ts'
import type { BrandCheck } from './brands/check/brand-check.ts'
import type { BrandSources } from './brands/sources/brand-sources.ts'
import type { WebsiteImports } from './brands/website-imports.ts'
import type { Carousels } from './carousels/carousels.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { Database } from './db/database.ts'
import { Listener } from './db/listener.ts'
import type { Designs } from './designs/designs.ts'
import type { Generations } from './generation/generations.ts'
import type { KeptAudits } from './generation/kept-audits.ts'
import { openLedger } from './generation/open-ledger.ts'
import type { Images } from './images/images.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Pictures } from './library/open-library.ts'
import { createMailer, type Mailer } from './mail/mailer.ts'
import { createModels, type Models } from './models/models.ts'
import { createNetworks } from './networks/create-networks.ts'
import { openProduct, userAgent } from './open-product.ts'
import type { OperatorsDesk } from './operator/operators-desk.ts'
import { PriceBooks } from './plans/price-books.ts'
import type { Posts } from './posts/posts.ts'
import type { Preflight } from './preflight/preflight.ts'
import { openPublishing, type Publishing } from './publishing/open-publishing.ts'
import { type KeptSecret, keptSecret } from './secrets/kept-secret.ts'
import { keyFrom } from './secrets/key-ring.ts'
import { openKeyRing } from './secrets/open-key-ring.ts'
import { openStorage } from './storage/open-storage.ts'
import type { Storage } from './storage/storage.ts'
import type { Usage } from './usage/usage.ts'
import { MailChoices } from './workspaces/mail-choices.ts'
import type { Notices } from './workspaces/notices.ts'
import { may } from './workspaces/roles.ts'
import type { WorkspaceCredits } from './workspaces/workspace-credits.ts'
import type { WorkspaceEvents } from './workspaces/workspace-events.ts'
import { Workspaces } from './workspaces/workspaces.ts'
import type { Writing } from './writing/writing.ts'

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
  const { storage, database, metered, listener, priceBooks, ledger } = await openStores(options)
  const secret = config.authSecret ?? (await keptSecret(keptAuthSecret(config, newId)))
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
    keys: await openKeyRing(config.tokenKeys, { dataDir: config.dataDir, newId }),
    linkKey: keyFrom(secret, 'links to published media'),
    networks: createNetworks({ ...base, config, userAgent: userAgent(config) }),
    mayConnect: async (workspaceId, userId) => {
      const member = await workspaces.member(workspaceId, userId)
      return member !== undefined && may(member, 'manage_social_accounts')
    },
  })
  const auth = authOf({
    ...base,
    config,
    connectionString,
    secret,
    mailer,
    workspaces,
    mailChoices,
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
    ...openProduct(studio, config, listener),
  }
}

/** What is kept, and the meter. */
async function openStores({ config, connectionString, clock, newId, log }: ContextOptions) {
  const base = { clock, newId, log }
  const storage = await openStorage({ s3: config.s3, folder: join(config.dataDir, 'media'), newId })
  const { database, metered } = openDatabases(connectionString)
  const listener = new Listener({ connectionString, log })
  const priceBooks = await PriceBooks.open({
    ...base,
    database,
    listener,
    processClock: systemClock,
  })
  const ledger = openLedger({ ...base, config, metered, priceBooks })
  return { storage, database, metered, listener, priceBooks, ledger }
}

/**
 * What touches the meter has connections of its own: should its tables be locked or gone, whoever waits
 * for them keeps nobody from editing, uploading, publishing and reading.
 */
function openDatabases(connectionString: string) {
  return {
    database: new Database(connectionString, { connectionsMax }),
    metered: new Database(connectionString, {
      connectionsMax: meteredConnectionsMax,
      lockTimeoutMs: meterLockTimeoutMs,
    }),
  }
}

interface Signing
  extends Pick<Context, 'config' | 'log' | 'mailer' | 'workspaces' | 'mailChoices'> {
  readonly connectionString: string
  readonly secret: string
}

/** Who signs up has a workspace; who leaves takes it along. */
function authOf({ config, workspaces, mailChoices, ...parts }: Signing): Auth {
  return createAuth({
    ...parts,
    publicUrl: config.publicUrl,
    onSignUp: async (person) => {
      await workspaces.ofUser(person)
    },
    beforeDelete: async (person) => {
      await workspaces.deleteOwnedBy(person)
      await mailChoices.forget(person.id)
    },
  })
}

function keptAuthSecret({ dataDir }: Config, newId: () => string): KeptSecret {
  return { dataDir, newId, fileName: 'auth-secret', lossMeans: 'everybody signs in again' }
}
