import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { noticesQuery } from '../../api/notices.ts'
import { currentNotice, isAboutCredits } from './current-notice.ts'
import { useCredits } from './use-credits.ts'

const NoticeBar = lazy(async () => ({ default: (await import('./notice-bar.tsx')).NoticeBar }))

const PublishingNotice = lazy(async () => ({
  default: (await import('../publishing/publishing-notice.tsx')).PublishingNotice,
}))

/** Where a notice stands while there is one; its script is fetched with the first. */
export function NoticeSlot() {
  const { credits } = useCredits()
  const { data } = useQuery(noticesQuery(useWorkspace().id))
  const notice = currentNotice(data?.notices ?? [], credits)
  const ofPublishing = data?.notices.find(({ kind }) => !isAboutCredits(kind))
  return (
    <div role="status">
      {ofPublishing !== undefined && (
        <Suspense fallback={null}>
          <PublishingNotice key={ofPublishing.id} notice={ofPublishing} />
        </Suspense>
      )}
      {notice !== undefined && credits !== undefined && (
        <Suspense fallback={null}>
          <NoticeBar key={notice.id} notice={notice} credits={credits} />
        </Suspense>
      )}
    </div>
  )
}
