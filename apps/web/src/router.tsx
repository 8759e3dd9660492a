import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { CrashPage } from './features/frame/crash-page.tsx'
import { PagePending } from './features/frame/page-pending.tsx'
import { operatorRoutes } from './operator-routes.ts'
import { isOwnPath } from './own-path.ts'
import { rootRoute, studioRoute } from './root-routes.ts'
import { testBillingRoutes } from './test-billing-routes.ts'
import { textOf } from './text-of.ts'

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

const designRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/images/design',
  validateSearch: (search): { readonly from?: string } => textOf(search, 'from'),
  component: lazyRouteComponent(() => import('./routes/images/design-page.tsx'), 'DesignPage'),
})

const carouselsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/carousels',
  component: lazyRouteComponent(
    () => import('./routes/carousels/carousels-page.tsx'),
    'CarouselsPage',
  ),
})

const newCarouselRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/carousels/new',
  validateSearch: (search): { readonly direction?: string; readonly post?: string } => ({
    ...textOf(search, 'direction'),
    ...textOf(search, 'post'),
  }),
  component: lazyRouteComponent(
    () => import('./routes/carousels/new-carousel-page.tsx'),
    'NewCarouselPage',
  ),
})

const carouselRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/carousels/$carouselId',
  validateSearch: (search): { readonly post?: string } => textOf(search, 'post'),
  component: lazyRouteComponent(
    () => import('./routes/carousels/carousel-page.tsx'),
    'CarouselPage',
  ),
})

const libraryRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/library',
  validateSearch: (search): { readonly asset?: string; readonly folder?: string } => ({
    ...textOf(search, 'asset'),
    ...textOf(search, 'folder'),
  }),
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

const socialAccountsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/accounts',
  validateSearch: (search): { readonly connection?: string } => textOf(search, 'connection'),
  component: lazyRouteComponent(
    () => import('./routes/settings/social-accounts-page.tsx'),
    'SocialAccountsPage',
  ),
})

const postingTimesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/posting-times',
  component: lazyRouteComponent(
    () => import('./routes/settings/posting-times-page.tsx'),
    'PostingTimesPage',
  ),
})

const calendarRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/calendar',
  validateSearch: (
    search,
  ): { readonly view?: string; readonly on?: string; readonly network?: string } => ({
    ...textOf(search, 'view'),
    ...textOf(search, 'on'),
    ...textOf(search, 'network'),
  }),
  component: lazyRouteComponent(
    () => import('./routes/calendar/calendar-page.tsx'),
    'CalendarPage',
  ),
})

const routeTree = rootRoute.addChildren([
  accountRoute.addChildren([signInRoute, signUpRoute, forgotPasswordRoute, resetPasswordRoute]),
  testBillingRoutes,
  studioRoute.addChildren([
    homeRoute,
    postsRoute,
    newPostRoute,
    postRoute,
    calendarRoute,
    imagesRoute,
    designRoute,
    carouselsRoute,
    newCarouselRoute,
    carouselRoute,
    libraryRoute,
    brandRoute,
    newBrandRoute,
    importRoute,
    settingsRoute.addChildren([
      settingsIndexRoute,
      accountSettingsRoute,
      socialAccountsRoute,
      postingTimesRoute,
      billingRoute,
      balanceRoute,
    ]),
    ...operatorRoutes,
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
