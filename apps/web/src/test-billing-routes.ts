import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, signedInOnly } from './root-routes.ts'
import { searchOf } from './search-text.ts'

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
  validateSearch: searchOf('return'),
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

export const testBillingRoutes = testBillingRoute.addChildren([
  testCheckoutRoute,
  testPortalRoute,
  testInvoiceRoute,
])
