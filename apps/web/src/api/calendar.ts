import type { Calendar, CalendarEntry, Network } from '@rheos/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { query, request } from './request.ts'

export interface CalendarFilter {
  /** Instants; the second is not in it. */
  readonly from: string
  readonly to: string
  readonly brandId?: string
  readonly network?: Network
}

/** What goes out, or went out, in a range. */
export function useCalendar(filter: CalendarFilter) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: [...keys.calendar(id), filter],
    queryFn: async ({ signal }): Promise<readonly CalendarEntry[]> => {
      const path = `/workspaces/${id}/calendar${query({ ...filter })}`
      return (await request<Calendar>(path, { signal })).items
    },
    placeholderData: keepPreviousData,
  })
}
