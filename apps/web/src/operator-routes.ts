import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { meQuery } from './api/account.ts'
import { momentOf } from './moment-of.ts'
import { NotFoundPage } from './not-found.ts'
import { studioRoute } from './root-routes.ts'
import { searchOf } from './search-text.ts'

/** For operators; for everybody else there is no such page. */
const operatorRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/operator',
  beforeLoad: async ({ context }) => {
    const { operator } = await context.client.ensureQueryData(meQuery())
    if (operator === 'no') throw notFound()
    if (operator === 'unproven') throw redirect({ to: '/operator/address', replace: true })
  },
  notFoundComponent: NotFoundPage,
  component: lazyRouteComponent(
    () => import('./routes/operator/operator-layout.tsx'),
    'OperatorLayout',
  ),
})

// Named first: beside `beforeLoad` its type would be lost.
const searchOfAddress = searchOf('token')

/** Before the desk: its link comes by mail. */
const operatorAddressRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/operator/address',
  validateSearch: searchOfAddress,
  beforeLoad: async ({ context }) => {
    const { operator } = await context.client.ensureQueryData(meQuery())
    if (operator === 'no') throw notFound()
    if (operator === 'yes') throw redirect({ to: '/operator', replace: true })
  },
  notFoundComponent: NotFoundPage,
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
  validateSearch: searchOf('q'),
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
  validateSearch: momentOf,
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

export const operatorRoutes = [
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
] as const
