import { lazy, Suspense } from 'react'
import { useMe } from '../../api/account.ts'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { PausePanel } from '../../features/credits/pause-panel.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FirstBrand } from './first-brand.tsx'
import { greeting } from './greeting.ts'
import { isUnwritten } from './is-unwritten.ts'
import { OpenFindings } from './open-findings.tsx'
import { Starters } from './starters.tsx'

const UnreadBrand = lazy(async () => ({
  default: (await import('./unread-brand.tsx')).UnreadBrand,
}))
// What lies below the first screen comes after it.
const RecentPosts = lazy(async () => ({
  default: (await import('./recent-posts.tsx')).RecentPosts,
}))
const RecentPictures = lazy(async () => ({
  default: (await import('./recent-pictures.tsx')).RecentPictures,
}))
const Upcoming = lazy(async () => ({ default: (await import('./upcoming.tsx')).Upcoming }))

export function HomePage() {
  usePageTitle('Home')
  const name = useMe().data?.user.name ?? ''
  const { brand, state, retry } = useCurrentBrand()
  return (
    <>
      <h1 dir="auto" className="mb-10 text-3xl font-semibold">
        {greeting(name, new Date().getHours())}
      </h1>
      <PausePanel />
      {state === 'loading' && <Skeleton className="h-72 w-full" />}
      {state === 'failed' && (
        <ErrorNotice onRetry={retry}>Your brands could not be loaded.</ErrorNotice>
      )}
      {state === 'ready' && brand === undefined && (
        <div className="space-y-14">
          <FirstBrand />
          <Starters themes={[]} />
        </div>
      )}
      {brand !== undefined && (
        <div className="space-y-14">
          {isUnwritten(brand) ? (
            <Suspense fallback={<Skeleton className="h-72 w-full" />}>
              <UnreadBrand brand={brand} />
            </Suspense>
          ) : (
            <OpenFindings brand={brand} />
          )}
          <Suspense fallback={null}>
            <Upcoming brandId={brand.id} />
          </Suspense>
          <Starters themes={brand.themes} />
          <Suspense fallback={<Skeleton className="h-36 w-full" />}>
            <RecentPosts brandId={brand.id} />
            <RecentPictures brandId={brand.id} />
          </Suspense>
        </div>
      )}
    </>
  )
}
