import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { CrashPage } from './features/frame/crash-page.tsx'
import { PagePending } from './features/frame/page-pending.tsx'
import { momentOf } from './moment-of.ts'
import { NotFoundPage } from './not-found.ts'
import { operatorRoutes } from './operator-routes.ts'
import { isOwnPath } from './own-path.ts'
import { rootRoute, studioRoute } from './root-routes.ts'
import { readSearch, searchOf, writeSearch } from './search-text.ts'
import { testBillingRoutes } from './test-billing-routes.ts'

/** Pages for those who are not signed in. */
const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'account',
  component: lazyRouteComponent(
    () => import('./routes/account/account-layout.tsx'),
    'AccountLayout',
  ),
})

/** Where to go once signed in. What is left out would stay as it came; what is undefined goes. */
const readAfter = (search: Record<string, unknown>): { readonly after?: string | undefined } => ({
  after: isOwnPath(search['after']) ? search['after'] : undefined,
})

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
  validateSearch: searchOf('token', 'error'),
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
  validateSearch: searchOf('direction', 'intent'),
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
  validateSearch: searchOf('prompt', 'generation'),
  component: lazyRouteComponent(() => import('./routes/images/images-page.tsx'), 'ImagesPage'),
})

const designRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/images/design',
  validateSearch: searchOf('from'),
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
  validateSearch: searchOf('direction', 'post'),
  component: lazyRouteComponent(
    () => import('./routes/carousels/new-carousel-page.tsx'),
    'NewCarouselPage',
  ),
})

const carouselRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/carousels/$carouselId',
  validateSearch: searchOf('post'),
  component: lazyRouteComponent(
    () => import('./routes/carousels/carousel-page.tsx'),
    'CarouselPage',
  ),
})

const libraryRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/library',
  validateSearch: searchOf('asset', 'folder', 'begin'),
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
  validateSearch: searchOf('checkout'),
  component: lazyRouteComponent(() => import('./routes/settings/billing-page.tsx'), 'BillingPage'),
})

const balanceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/billing/balance',
  validateSearch: momentOf,
  component: lazyRouteComponent(() => import('./routes/settings/balance-page.tsx'), 'BalancePage'),
})

const socialAccountsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/accounts',
  validateSearch: searchOf('connection'),
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
  validateSearch: searchOf('view', 'on', 'network'),
  component: lazyRouteComponent(
    () => import('./routes/calendar/calendar-page.tsx'),
    'CalendarPage',
  ),
})

/** What is nowhere is said inside the frame, from where one can go on. */
const notFoundRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '$',
  component: NotFoundPage,
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
    notFoundRoute,
  ]),
])

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    parseSearch: readSearch,
    stringifySearch: writeSearch,
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
