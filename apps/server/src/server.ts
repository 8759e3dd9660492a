import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from './context.ts'
import { accountsHandler } from './http/accounts-handler.ts'
import { apiDocument } from './http/api-document.ts'
import { bodyLimit, jsonBytesMax, posterBytesMax, uploadBytesMax } from './http/body-limit.ts'
import { isPoster, isUpload, isUploadPiece } from './http/is-upload.ts'
import { knownPerson } from './http/known-person.ts'
import { operatorsOnly } from './http/operators-only.ts'
import { ownPagesOnly } from './http/own-pages-only.ts'
import { nothingHere, onError, problemResponse } from './http/problem.ts'
import { RateLimits } from './http/rate-limit.ts'
import { requestLog } from './http/request-log.ts'
import type { Environment, Router } from './http/router.ts'
import { securityHeaders } from './http/security-headers.ts'
import { staticFiles } from './http/static-files.ts'
import { aboutRoutes } from './routes/about.ts'
import { describeAccounts } from './routes/accounts-document.ts'
import { assetsRoutes } from './routes/assets.ts'
import { billingRoutes } from './routes/billing.ts'
import { brandCheckRoutes } from './routes/brand-check.ts'
import { brandSourcesRoutes } from './routes/brand-sources.ts'
import { brandsRoutes } from './routes/brands.ts'
import { carouselsRoutes } from './routes/carousels.ts'
import { creditsRoutes } from './routes/credits.ts'
import { deliveriesRoutes } from './routes/deliveries.ts'
import { designsRoutes } from './routes/designs.ts'
import { foldersRoutes } from './routes/folders.ts'
import { generationsRoutes } from './routes/generations.ts'
import { healthRoutes } from './routes/health.ts'
import { importsRoutes } from './routes/imports.ts'
import { meRoutes } from './routes/me.ts'
import { noticesRoutes } from './routes/notices.ts'
import { operatorBooksRoutes } from './routes/operator-books.ts'
import { operatorPaymentsRoutes } from './routes/operator-payments.ts'
import { operatorPricesRoutes } from './routes/operator-prices.ts'
import { operatorWorkspacesRoutes } from './routes/operator-workspaces.ts'
import { postsRoutes } from './routes/posts.ts'
import { preflightRoutes } from './routes/preflight.ts'
import { proveAddressRoutes } from './routes/prove-address.ts'
import { publicMediaRoutes } from './routes/public-media.ts'
import { scheduleRoutes } from './routes/schedule.ts'
import { socialAccountsRoutes } from './routes/social-accounts.ts'
import { testBillingRoutes } from './routes/test-billing.ts'
import { uploadsRoutes } from './routes/uploads.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { workspacesRoutes } from './routes/workspaces.ts'
import { writingRoutes } from './routes/writing.ts'

const apiRoutes: readonly ((context: Context) => Router)[] = [
  aboutRoutes,
  meRoutes,
  workspacesRoutes,
  creditsRoutes,
  billingRoutes,
  noticesRoutes,
  brandsRoutes,
  brandSourcesRoutes,
  brandCheckRoutes,
  importsRoutes,
  generationsRoutes,
  writingRoutes,
  postsRoutes,
  preflightRoutes,
  assetsRoutes,
  foldersRoutes,
  uploadsRoutes,
  designsRoutes,
  carouselsRoutes,
  socialAccountsRoutes,
  scheduleRoutes,
  deliveriesRoutes,
  operatorWorkspacesRoutes,
  operatorPricesRoutes,
  operatorPaymentsRoutes,
  operatorBooksRoutes,
]

/** The whole application: what is answered, by whom, behind which guards. */
export function createServer(context: Context): Router {
  const { config, log } = context
  const limits = new RateLimits(context.database.pool)
  const app = new OpenAPIHono<Environment>()
  app.onError(onError(log))
  app.use(securityHeaders(config.publicUrl))
  app.use(requestLog(log))
  // Before the guards that are meant for people's browsers.
  app.route('/api/v1', webhookRoutes(context, limits))
  app.use('/api/*', ownPagesOnly(config.publicUrl))
  app.use('/api/*', limitBodies())
  app.all('/api/auth/*', accountsHandler(context, limits))
  app.use('/api/v1/*', knownPerson(context, limits))
  app.use('/api/v1/operator/*', operatorsOnly(config, limits))
  for (const routes of apiRoutes) app.route('/api/v1', routes(context))
  app.route('/api/v1', proveAddressRoutes(context, limits))
  if (context.testBilling !== undefined)
    app.route('/api/v1', testBillingRoutes(context, context.testBilling.pages))
  app.route('/', healthRoutes(context))
  app.route('/', publicMediaRoutes(context))
  serveDocument(app, config.publicUrl)
  app.all('/api/*', () => problemResponse(nothingHere()))
  app.route('/', staticFiles())
  app.notFound(() => problemResponse(nothingHere()))
  return app
}

function limitBodies() {
  const json = bodyLimit(jsonBytesMax)
  const upload = bodyLimit(uploadBytesMax)
  const poster = bodyLimit(posterBytesMax)
  return (...[c, next]: Parameters<typeof json>) => {
    if (isUploadPiece(c.req.path) && c.req.method === 'PATCH') return next()
    if (isPoster(c.req.path)) return poster(c, next)
    return isUpload(c.req.path) ? upload(c, next) : json(c, next)
  }
}

function serveDocument(app: Router, publicUrl: string): void {
  describeAccounts(app)
  let document: ReturnType<typeof apiDocument> | undefined
  app.get('/openapi.json', (c) => {
    document ??= apiDocument(app, publicUrl)
    return c.json(document)
  })
}
