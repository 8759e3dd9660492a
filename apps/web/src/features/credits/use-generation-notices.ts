import type { Generation, WorkspaceEvent } from '@rheos/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { isOpen } from '../../api/generations.ts'
import { keys } from '../../api/query-keys.ts'
import { request } from '../../api/request.ts'
import { markPageTitle } from '../../ui/page-title.ts'
import { toast } from '../../ui/toast.ts'
import { isShown } from '../images/is-shown.ts'
import { generationNotice } from './generation-notice.ts'

type GenerationEvent = Extract<WorkspaceEvent, { type: 'generation' }>['generation']

/** Tells of a generation's end where the person is: a toast elsewhere, a mark on a hidden tab. */
export function useGenerationNotices(): (event: GenerationEvent) => void {
  const { id } = useWorkspace()
  const client = useQueryClient()
  const router = useRouter()
  const told = useRef(new Set<string>())

  useEffect(() => {
    const unmark = () => {
      if (document.visibilityState === 'visible') markPageTitle(false)
    }
    document.addEventListener('visibilitychange', unmark)
    return () => document.removeEventListener('visibilitychange', unmark)
  }, [])

  async function tell(event: GenerationEvent): Promise<void> {
    const generation = await client.fetchQuery({
      queryKey: keys.generation(id, event.id),
      queryFn: () => request<Generation>(`/workspaces/${id}/generations/${event.id}`),
    })
    const notice = generationNotice(generation)
    if (notice === undefined) return
    const hidden = document.visibilityState === 'hidden'
    if (hidden) markPageTitle(true)
    if (isWatching(router.state.location.pathname, generation)) return
    const open = () => void router.navigate(placeOf(generation))
    toast({ ...notice, id: event.id, action: { label: 'Open', onPress: open } })
  }

  return (event) => {
    if (isOpen(event.status) || event.kind === 'writing' || told.current.has(event.id)) return
    told.current.add(event.id)
    // A notice that could not be put into words is left out; the pages themselves tell the rest.
    tell(event).catch(() => undefined)
  }
}

function isWatching(pathname: string, { kind, id }: Generation): boolean {
  if (kind === 'image') return pathname === '/images' || isShown(id)
  return pathname.endsWith(`/imports/${id}`)
}

function placeOf({ kind, id, brandId }: Generation) {
  if (kind === 'image') return { to: '/images', search: { generation: id } } as const
  if (brandId === null) return { to: '/brand' } as const
  const params = { brandId, importId: id }
  return { to: '/brand/$brandId/imports/$importId', params } as const
}
