import type { Post } from '@rheos/contract'
import { CalendarClock } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { Button } from '../../ui/button.tsx'

const ScheduleDialog = lazy(async () => ({
  default: (await import('./schedule-dialog.tsx')).ScheduleDialog,
}))

export interface ScheduleButtonProps {
  /** The post as it is saved; what is typed is saved first. */
  readonly current: () => Promise<Post>
  readonly label?: string
  readonly primary?: boolean
}

/** Opens the choice of where and when. Members write; owners and admins publish. */
export function ScheduleButton({
  current,
  label = 'Schedule',
  primary = true,
}: ScheduleButtonProps) {
  const mayPublish = useWorkspace().role !== 'member'
  const [post, setPost] = useState<Post>()
  if (!mayPublish) return null
  return (
    <>
      <Button
        variant={primary ? 'primary' : 'secondary'}
        size="sm"
        icon={<CalendarClock size={16} aria-hidden="true" />}
        onClick={() => void current().then(setPost)}
      >
        {label}
      </Button>
      {post !== undefined && (
        <Suspense fallback={null}>
          <ScheduleDialog post={post} onClose={() => setPost(undefined)} />
        </Suspense>
      )}
    </>
  )
}
