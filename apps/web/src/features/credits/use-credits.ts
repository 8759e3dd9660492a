import type { Credits } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { useWorkspace } from '../../api/account.ts'
import { creditsQuery } from '../../api/credits.ts'
import { useIsLive } from './live.tsx'

export interface CreditsReading {
  /** Absent while loading and when the last reading failed: unknown is not 0. */
  readonly credits: Credits | undefined
  readonly state: 'loading' | 'failed' | 'ready'
  readonly retry: () => void
}

const pollMs = 15_000

/** The workspace's credits, following every change; asked for only while events do not come. */
export function useCredits(): CreditsReading {
  const live = useIsLive()
  const query = useQuery({
    ...creditsQuery(useWorkspace().id),
    refetchInterval: live ? false : pollMs,
  })
  const credits = query.isError ? undefined : query.data
  return {
    credits,
    state: query.isError ? 'failed' : credits === undefined ? 'loading' : 'ready',
    retry: () => void query.refetch(),
  }
}
