import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { meQuery } from './api/account.ts'
import { hasCode } from './api/api-error.ts'
import { CrashPage } from './features/frame/crash-page.tsx'
import { NotFoundPage } from './features/frame/not-found-page.tsx'
import { PagePending } from './features/frame/page-pending.tsx'

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

/** Everything behind sign-in, in its frame. */
const studioRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'studio',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.client.ensureQueryData(meQuery())
    } catch (error) {
      if (!hasCode(error, 'unauthenticated')) throw error
      const search = location.href === '/' ? {} : { after: location.href }
      throw redirect({ to: '/sign-in', search })
    }
  },
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

const draftRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/posts/$draftId',
  component: lazyRouteComponent(() => import('./routes/posts/draft-page.tsx'), 'DraftPage'),
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
  component: lazyRouteComponent(() => import('./routes/settings/billing-page.tsx'), 'BillingPage'),
})

const balanceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/billing/balance',
  validateSearch: (search): { readonly at?: string } => textOf(search, 'at'),
  component: lazyRouteComponent(() => import('./routes/settings/balance-page.tsx'), 'BalancePage'),
})

const routeTree = rootRoute.addChildren([
  accountRoute.addChildren([signInRoute, signUpRoute, forgotPasswordRoute, resetPasswordRoute]),
  studioRoute.addChildren([
    homeRoute,
    postsRoute,
    newPostRoute,
    draftRoute,
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

/** Only paths of this app: a link that someone was sent must not lead to another site. */
function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value)
}

function textOf<Key extends string>(
  search: Record<string, unknown>,
  key: Key,
): { readonly [K in Key]?: string } {
  const value = search[key]
  return typeof value === 'string' && value !== ''
    ? ({ [key]: value } as { [K in Key]: string })
    : {}
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
