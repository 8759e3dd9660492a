import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { meQuery } from './api/account.ts'
import { hasCode } from './api/api-error.ts'
import { CrashPage } from './features/frame/crash-page.tsx'

export interface RouterContext {
  readonly client: QueryClient
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: CrashPage,
})

export async function signedInOnly({
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
export const studioRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'studio',
  beforeLoad: signedInOnly,
  component: lazyRouteComponent(() => import('./features/frame/frame.tsx'), 'Frame'),
})
