import { useDeferredValue, useMemo } from 'react'
import { type AssetFilter, useAssets } from '../../api/assets.ts'
import type { ChosenFilter } from './library-filters.tsx'

const dayMs = 86_400_000
const pageSize = 100

/** The pictures and videos that fit what is chosen, as far as they are loaded. */
export function useLibrary(chosen: ChosenFilter, folderId: string | undefined) {
  const wanted = useMemo(() => filterOf(chosen, folderId), [chosen, folderId])
  const query = useAssets(useDeferredValue(wanted), pageSize)
  const { data } = query
  const assets = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  return { query, assets, total: data?.pages[0]?.total ?? assets.length }
}

function filterOf(
  { age, mediaType, ...filter }: ChosenFilter,
  folderId: string | undefined,
): AssetFilter {
  // To the minute, so that it is the same question for as long as one looks.
  const now = Math.floor(Date.now() / 60_000) * 60_000
  return {
    ...filter,
    ...(mediaType === 'picture' || mediaType === 'video'
      ? { media: mediaType }
      : mediaType !== undefined && { mediaType }),
    ...(folderId !== undefined && { folderId }),
    ...(age !== undefined && { since: new Date(now - Number(age) * dayMs).toISOString() }),
  }
}
