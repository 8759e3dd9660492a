import { type OpenBilling, openBilling } from './billing/open-billing.ts'
import { Brands } from './brands/brands.ts'
import { BrandCheck } from './brands/check/brand-check.ts'
import { readWebsite } from './brands/read-website.ts'
import { BrandSources } from './brands/sources/brand-sources.ts'
import { WebsiteImports } from './brands/website-imports.ts'
import { Carousels } from './carousels/carousels.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import type { Listener } from './db/listener.ts'
import { DesignRenderer } from './designs/design-renderer.ts'
import { Designs } from './designs/designs.ts'
import { allowedHosts } from './fetching/check-address.ts'
import { createGuardedFetch } from './fetching/guarded-fetch.ts'
import { Generations } from './generation/generations.ts'
import { KeptAudits } from './generation/kept-audits.ts'
import { cancelChannel } from './generation/progress-writer.ts'
import { drawImages } from './images/draw-images.ts'
import { Images } from './images/images.ts'
import { Jobs } from './jobs/jobs.ts'
import { MediaSweep } from './library/media-sweep.ts'
import { openLibrary, type Pictures } from './library/open-library.ts'
import { openOperatorsDesk } from './operator/operators-desk.ts'
import { Posts } from './posts/posts.ts'
import { Preflight } from './preflight/preflight.ts'
import type { Storage } from './storage/storage.ts'
import { Usage } from './usage/usage.ts'
import { UsageRollup } from './usage/usage-rollup.ts'
import { AlertMails } from './workspaces/alert-mails.ts'
import { Notices } from './workspaces/notices.ts'
import { WorkspaceCredits } from './workspaces/workspace-credits.ts'
import { WorkspaceEvents } from './workspaces/workspace-events.ts'
import { write } from './writing/write.ts'
import { Writing } from './writing/writing.ts'

/** What the product is built on. */
export type Studio = Pick<
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
export function openProduct(studio: Studio, config: Config, listener: Listener) {
  const { models } = studio
  const payments = openBilling({ ...studio, config })
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
  const pictures = openLibrary({ ...studio, videoBytesMax: config.videoBytesMax })
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
  readonly payments: OpenBilling
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

export function userAgent(config: Config): string {
  return `RheosBot/1.0 (+${config.publicUrl}; reads a site when its owner asks)`
}
