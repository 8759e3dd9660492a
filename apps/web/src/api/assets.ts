import type { Asset, AssetChange, Assets } from '@rheos/contract'
import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { query, request } from './request.ts'

export interface AssetFilter {
  readonly kind?: Asset['kind']
  readonly brandId?: string
  readonly q?: string
}

export function assetsQuery(workspaceId: string, filter: AssetFilter, limit = 24) {
  return infiniteQueryOptions({
    queryKey: [...keys.assets(workspaceId), filter, limit],
    queryFn: ({ signal, pageParam }) =>
      request<Assets>(
        `/workspaces/${workspaceId}/assets${query({ ...filter, limit, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** Newest first. */
export function useAssets(filter: AssetFilter, limit?: number) {
  return useInfiniteQuery(assetsQuery(useWorkspace().id, filter, limit))
}

/** One picture, for those whose list is not at hand. */
export function useAsset(assetId: string | undefined) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.asset(id, assetId ?? ''),
    queryFn: ({ signal }) => request<Asset>(`/workspaces/${id}/assets/${assetId}`, { signal }),
    enabled: assetId !== undefined,
  })
}

export interface Upload {
  readonly file: File
  readonly brandId?: string
  readonly alt?: string
}

export function useUploadAsset() {
  const { id } = useWorkspace()
  const refresh = useRefreshPictures()
  return useMutation({
    mutationFn: ({ file, brandId, alt }: Upload) => {
      const form = new FormData()
      form.set('file', file)
      if (brandId !== undefined) form.set('brandId', brandId)
      if (alt !== undefined) form.set('alt', alt)
      return request<Asset>(`/workspaces/${id}/assets`, { method: 'POST', body: form })
    },
    onSuccess: refresh,
  })
}

export function useChangeAsset() {
  const { id } = useWorkspace()
  const refresh = useRefreshPictures()
  return useMutation({
    mutationFn: ({ assetId, change }: { assetId: string; change: AssetChange }) =>
      request<Asset>(`/workspaces/${id}/assets/${assetId}`, { method: 'PATCH', body: change }),
    onSuccess: refresh,
  })
}

export function useDeleteAsset() {
  const { id } = useWorkspace()
  const refresh = useRefreshPictures()
  return useMutation({
    mutationFn: (assetId: string) =>
      request<void>(`/workspaces/${id}/assets/${assetId}`, { method: 'DELETE' }),
    onSuccess: refresh,
  })
}

export function useRestoreAsset() {
  const { id } = useWorkspace()
  const refresh = useRefreshPictures()
  return useMutation({
    mutationFn: (assetId: string) =>
      request<unknown>(`/workspaces/${id}/assets/${assetId}/restore`, { method: 'POST' }),
    onSuccess: refresh,
  })
}

/** Pictures are shown in the library and with the generation that made them. */
function useRefreshPictures(): () => Promise<void> {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: keys.assets(id) }),
      client.invalidateQueries({ queryKey: keys.generations(id) }),
    ])
  }
}

/**
 * The address of an asset's picture in a size or a format; with `download`, as a file to keep. With the
 * mark it is another one than without, so that an open page asks anew when a plan lifts it.
 */
export function contentUrl(
  workspaceId: string,
  assetId: string,
  options: {
    readonly width?: 320 | 640 | 1280
    readonly format?: 'png' | 'jpeg' | 'webp'
    readonly download?: boolean
    readonly marked?: boolean
  } = {},
): string {
  const { width, format, download, marked } = options
  return `/api/v1/workspaces/${workspaceId}/assets/${assetId}/content${query({
    width,
    format,
    download: download ? 1 : undefined,
    marked: marked ? 1 : undefined,
  })}`
}
