import type { Ledger } from '@rheos/credits'
import type { Logger } from 'pino'
import type { Auth } from './accounts/auth.ts'
import type { Brands } from './brands/brands.ts'
import type { WebsiteImports } from './brands/website-imports.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Listener } from './db/listener.ts'
import type { Generations } from './generation/generations.ts'
import type { Images } from './images/images.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Library } from './library/library.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Models } from './models/models.ts'
import type { Drafts } from './posts/drafts.ts'
import type { WorkspaceCredits } from './workspaces/workspace-credits.ts'
import type { WorkspaceEvents } from './workspaces/workspace-events.ts'
import type { Workspaces } from './workspaces/workspaces.ts'
import type { Writing } from './writing/writing.ts'

/** Everything a route may need, built once. */
export interface Context {
  readonly config: Config
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  readonly database: Database
  readonly listener: Listener
  readonly ledger: Ledger
  readonly models: Models
  readonly mailer: Mailer
  readonly auth: Auth
  readonly workspaces: Workspaces
  readonly credits: WorkspaceCredits
  readonly events: WorkspaceEvents
  readonly jobs: Jobs
  readonly generations: Generations
  readonly brands: Brands
  readonly imports: WebsiteImports
  readonly images: Images
  readonly writing: Writing
  readonly library: Library
  readonly drafts: Drafts
}
