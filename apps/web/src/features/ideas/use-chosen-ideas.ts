import type { Idea } from '@rheos/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useKeepIdeas } from '../../api/writing.ts'
import { toast } from '../../ui/toast.ts'
import { countText } from '../count-text.ts'
import type { Brief } from '../writing/brief.ts'

/** Which ideas on the table are chosen, and keeping them all at once. */
export function useChosenIdeas(onTable: readonly Idea[], brief: Brief) {
  const navigate = useNavigate()
  const keeping = useKeepIdeas()
  const [picked, setPicked] = useState<readonly Idea[]>([])
  // What has left the table is not chosen any more.
  const chosen = onTable.filter((idea) => picked.includes(idea))

  function toggle(idea: Idea): void {
    setPicked(chosen.includes(idea) ? chosen.filter((one) => one !== idea) : [...chosen, idea])
  }

  function keep(state: 'idea' | 'draft'): void {
    if (chosen.length === 0 || keeping.isPending) return
    const { brandId, networks, type } = brief
    keeping.mutate(
      {
        ideas: [...chosen],
        state,
        networks: [...networks],
        postType: type,
        ...(brandId === undefined ? {} : { brandId }),
      },
      {
        onSuccess: ({ items }) => {
          setPicked([])
          toast({
            title: `${countText(items.length, 'idea')} kept under Posts`,
            action: { label: 'See posts', onPress: () => void navigate({ to: '/posts' }) },
          })
        },
        onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }),
      },
    )
  }

  return { chosen, toggle, keep, pending: keeping.isPending }
}
