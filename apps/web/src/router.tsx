import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { meQuery } from './api/account.ts'
import { hasCode } from './api/api-error.ts'
import { CrashPage } from './features/frame/crash-page.tsx'
import { NotFoundPage } from './features/frame/not-found-page.tsx'
import { PagePending } from './features/frame/page-pending.tsx'
import { isOwnPath } from './own-path.ts'
import { textOf } from './text-of.ts'

interface RouterContext {
  readonly client: QueryClient
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: CrashPage,
  notFoundComponent: NotFoundPage,
})

/** Pages for those who are not signed in. */
const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'account',
  component: lazyRouteComponent(
    () => import('./routes/account/account-layout.tsx'),
    'AccountLayout',
  ),
})

interface After {
  /** Where to go once signed in. */
  readonly after?: string
}

const readAfter = (search: Record<string, unknown>): After =>
  isOwnPath(search['after']) ? { after: search['after'] } : {}

const signInRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/sign-in',
  validateSearch: readAfter,
  component: lazyRouteComponent(() => import('./routes/account/sign-in-page.tsx'), 'SignInPage'),
})

const signUpRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/sign-up',
  validateSearch: readAfter,
  component: lazyRouteComponent(() => import('./routes/account/sign-up-page.tsx'), 'SignUpPage'),
})

const forgotPasswordRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(
    () => import('./routes/account/forgot-password-page.tsx'),
    'ForgotPasswordPage',
  ),
})

const resetPasswordRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/reset-password',
  validateSearch: (search): { readonly token?: string; readonly error?: string } => ({
    ...textOf(search, 'token'),
    ...textOf(search, 'error'),
  }),
  component: lazyRouteComponent(
    () => import('./routes/account/reset-password-page.tsx'),
    'ResetPasswordPage',
  ),
})

async function signedInOnly({
  context,
  location,
}: {
  readonly context: RouterContext
  readonly location: { readonly href: string }
}): Promise<void> {
  try {
    await context.client.ensureQueryData(meQuery())
  } catch (error) {
    if (!hasCode(error, 'unauthenticated')) throw error
    const search = location.href === '/' ? {} : { after: location.href }
    throw redirect({ to: '/sign-in', search })
  }
}

/** Everything behind sign-in, in its frame. */
const studioRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'studio',
  beforeLoad: signedInOnly,
  component: lazyRouteComponent(() => import('./features/frame/frame.tsx'), 'Frame'),
})

const homeRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/home/home-page.tsx'), 'HomePage'),
})

const postsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/posts',
  component: lazyRouteComponent(() => import('./routes/posts/posts-page.tsx'), 'PostsPage'),
})

const newPostRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/posts/new',
  validateSearch: (search): { readonly direction?: string; readonly intent?: string } => ({
    ...textOf(search, 'direction'),
    ...textOf(search, 'intent'),
  }),
  component: lazyRouteComponent(() => import('./routes/posts/new-post-page.tsx'), 'NewPostPage'),
})

const postRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/posts/$postId',
  component: lazyRouteComponent(() => import('./routes/posts/post-page.tsx'), 'PostPage'),
})

const imagesRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/images',
  validateSearch: (search): { readonly prompt?: string; readonly generation?: string } => ({
    ...textOf(search, 'prompt'),
    ...textOf(search, 'generation'),
  }),
  component: lazyRouteComponent(() => import('./routes/images/images-page.tsx'), 'ImagesPage'),
})

const libraryRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/library',
  validateSearch: (search): { readonly asset?: string } => textOf(search, 'asset'),
  component: lazyRouteComponent(() => import('./routes/library/library-page.tsx'), 'LibraryPage'),
})

const brandRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/brand',
  component: lazyRouteComponent(() => import('./routes/brand/brand-page.tsx'), 'BrandPage'),
})

const newBrandRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/brand/new',
  component: lazyRouteComponent(() => import('./routes/brand/new-brand-page.tsx'), 'NewBrandPage'),
})

const importRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/brand/$brandId/imports/$importId',
  component: lazyRouteComponent(() => import('./routes/brand/import-page.tsx'), 'ImportPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/settings',
  component: lazyRouteComponent(
    () => import('./routes/settings/settings-layout.tsx'),
    'SettingsLayout',
  ),
})

const settingsIndexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/account', replace: true })
  },
})

const accountSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/account',
  component: lazyRouteComponent(
    () => import('./routes/settings/account-settings-page.tsx'),
    'AccountSettingsPage',
  ),
})

const billingRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/billing',
  validateSearch: (search): { readonly checkout?: string } => textOf(search, 'checkout'),
  component: lazyRouteComponent(() => import('./routes/settings/billing-page.tsx'), 'BillingPage'),
})

const balanceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/billing/balance',
  validateSearch: (search): { readonly at?: string } => textOf(search, 'at'),
  component: lazyRouteComponent(() => import('./routes/settings/balance-page.tsx'), 'BalancePage'),
})

/** For operators; for everybody else there is no such page. */
const operatorRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/operator',
  beforeLoad: async ({ context }) => {
    const { operator } = await context.client.ensureQueryData(meQuery())
    if (operator === 'no') throw notFound()
    if (operator === 'unproven') throw redirect({ to: '/operator/address', replace: true })
  },
  component: lazyRouteComponent(
    () => import('./routes/operator/operator-layout.tsx'),
    'OperatorLayout',
  ),
})

/** Before the desk: its link comes by mail. */
const operatorAddressRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/operator/address',
  validateSearch: (search): { readonly token?: string } => textOf(search, 'token'),
  beforeLoad: async ({ context }) => {
    const { operator } = await context.client.ensureQueryData(meQuery())
    if (operator === 'no') throw notFound()
    if (operator === 'yes') throw redirect({ to: '/operator', replace: true })
  },
  component: lazyRouteComponent(
    () => import('./routes/operator/prove-address-page.tsx'),
    'ProveAddressPage',
  ),
})

const operatorIndexRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/operator/workspaces', replace: true })
  },
})

const operatorWorkspacesRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/workspaces',
  validateSearch: (search): { readonly q?: string } => textOf(search, 'q'),
  component: lazyRouteComponent(
    () => import('./routes/operator/workspaces-page.tsx'),
    'WorkspacesPage',
  ),
})

const operatorWorkspaceRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/workspaces/$workspaceId',
  component: lazyRouteComponent(
    () => import('./routes/operator/workspace-page.tsx'),
    'WorkspacePage',
  ),
})

const operatorBalanceRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/workspaces/$workspaceId/balance',
  validateSearch: (search): { readonly at?: string } => textOf(search, 'at'),
  component: lazyRouteComponent(
    () => import('./routes/operator/workspace-balance-page.tsx'),
    'WorkspaceBalancePage',
  ),
})

const operatorPricesRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/prices',
  component: lazyRouteComponent(
    () => import('./routes/operator/price-book-page.tsx'),
    'PriceBookPage',
  ),
})

const operatorMarginRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/margin',
  component: lazyRouteComponent(() => import('./routes/operator/margin-page.tsx'), 'MarginPage'),
})

const operatorPaymentsRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/payments',
  component: lazyRouteComponent(
    () => import('./routes/operator/payments-page.tsx'),
    'PaymentsPage',
  ),
})

const operatorAuditsRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/audits',
  component: lazyRouteComponent(() => import('./routes/operator/audits-page.tsx'), 'AuditsPage'),
})

/** Where no payment provider is set up, its pages are ours. */
const testBillingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/test-billing',
  beforeLoad: signedInOnly,
  component: lazyRouteComponent(
    () => import('./routes/test-billing/test-billing-layout.tsx'),
    'TestBillingLayout',
  ),
})

const testCheckoutRoute = createRoute({
  getParentRoute: () => testBillingRoute,
  path: '/checkout/$checkoutId',
  component: lazyRouteComponent(
    () => import('./routes/test-billing/checkout-page.tsx'),
    'CheckoutPage',
  ),
})

const testPortalRoute = createRoute({
  getParentRoute: () => testBillingRoute,
  path: '/portal/$customerId',
  validateSearch: (search): { readonly return?: string } => textOf(search, 'return'),
  component: lazyRouteComponent(
    () => import('./routes/test-billing/portal-page.tsx'),
    'PortalPage',
  ),
})

const testInvoiceRoute = createRoute({
  getParentRoute: () => testBillingRoute,
  path: '/invoice/$invoiceId',
  component: lazyRouteComponent(
    () => import('./routes/test-billing/invoice-page.tsx'),
    'InvoicePage',
  ),
})

const routeTree = rootRoute.addChildren([
  accountRoute.addChildren([signInRoute, signUpRoute, forgotPasswordRoute, resetPasswordRoute]),
  testBillingRoute.addChildren([testCheckoutRoute, testPortalRoute, testInvoiceRoute]),
  studioRoute.addChildren([
    homeRoute,
    postsRoute,
    newPostRoute,
    postRoute,
    imagesRoute,
    libraryRoute,
    brandRoute,
    newBrandRoute,
    importRoute,
    settingsRoute.addChildren([
      settingsIndexRoute,
      accountSettingsRoute,
      billingRoute,
      balanceRoute,
    ]),
    operatorAddressRoute,
    operatorRoute.addChildren([
      operatorIndexRoute,
      operatorWorkspacesRoute,
      operatorWorkspaceRoute,
      operatorBalanceRoute,
      operatorPricesRoute,
      operatorMarginRoute,
      operatorPaymentsRoute,
      operatorAuditsRoute,
    ]),
  ]),
])

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingMs: 400,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: CrashPage,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
