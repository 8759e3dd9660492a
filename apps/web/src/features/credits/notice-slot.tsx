import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { noticesQuery } from '../../api/notices.ts'
import { currentNotice } from './current-notice.ts'
import { useCredits } from './use-credits.ts'

const NoticeBar = lazy(async () => ({ default: (await import('./notice-bar.tsx')).NoticeBar }))

/** Where a notice stands while there is one; its script is fetched with the first. */
export function NoticeSlot() {
  const { credits } = useCredits()
  const { data } = useQuery(noticesQuery(useWorkspace().id))
  const notice = currentNotice(data?.notices ?? [], credits)
  return (
    <div role="status">
      {notice !== undefined && credits !== undefined && (
        <Suspense fallback={null}>
          <NoticeBar key={notice.id} notice={notice} credits={credits} />
        </Suspense>
      )}
    </div>
  )
}
