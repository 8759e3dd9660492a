import type { Idea } from '@rheos/contract'
import { useNavigate } from '@tanstack/react-router'
import { problemFrom } from '../../api/api-error.ts'
import { useKeepIdeas } from '../../api/writing.ts'
import { toast } from '../../ui/toast.ts'
import { countText } from '../count-text.ts'
import type { Brief } from '../writing/brief.ts'
import type { Ideas } from './use-ideas.ts'

/** Which ideas on the table are chosen, and keeping them all at once. */
export function useChosenIdeas({ table, choose, markKept }: Ideas, brief: Brief) {
  const navigate = useNavigate()
  const keeping = useKeepIdeas()
  // What has left the table is not chosen any more, and what is kept already is not kept twice.
  const chosen = table.ideas.filter(
    ({ title }) => table.chosen.includes(title) && !table.posts.has(title),
  )

  function toggle(idea: Idea): void {
    const others = chosen.filter((one) => one !== idea)
    choose((others.length < chosen.length ? others : [...chosen, idea]).map(({ title }) => title))
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
          choose([])
          markKept(items.map(({ id }, at) => [chosen[at]?.title ?? '', id]))
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
