import type { CalendarEntry } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useMoveScheduled } from '../../api/publishing.ts'
import { toast } from '../../ui/toast.ts'
import { movedWallTime } from './days.ts'
import { wallTimeText } from './moment-text.ts'

export interface Move {
  readonly days?: number
  readonly hours?: number
}

/** Only what has not begun can be moved. */
export function isMovable({ state }: CalendarEntry): boolean {
  return state === 'scheduled'
}

/** Moves a scheduled post on the wall, says where it is now, and can take that back. */
export function useMove(): (entry: CalendarEntry, by: Move) => void {
  const { mutateAsync } = useMoveScheduled()
  // By promises: they are kept when the page is left before the answer.
  return ({ postId, wallTime }, by) =>
    void mutateAsync({ postId, wallTime: movedWallTime(wallTime, by) }).then(
      ({ schedule }) =>
        toast({
          title: `Moved to ${wallTimeText(schedule?.wallTime ?? wallTime)}`,
          action: {
            label: 'Undo',
            onPress: () => void mutateAsync({ postId, wallTime }).catch(sayNotMoved),
          },
          id: `moved-${postId}`,
        }),
      sayNotMoved,
    )
}

function sayNotMoved(error: unknown): void {
  toast({
    title: 'It was not moved',
    description: problemFrom(error).detail,
    tone: 'danger',
  })
}
