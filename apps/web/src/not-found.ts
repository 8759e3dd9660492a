import { lazyRouteComponent } from '@tanstack/react-router'

/** Loaded when it is needed: few addresses lead nowhere. */
export const NotFoundPage = lazyRouteComponent(
  () => import('./features/frame/not-found-page.tsx'),
  'NotFoundPage',
)
