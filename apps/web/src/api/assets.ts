import type {
  Asset,
  AssetChange,
  AssetSort,
  Assets,
  AssetUses,
  BulkChange,
  BulkResult,
  NewConversion,
  NewCrop,
} from '@rheos/contract'
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
  readonly mediaType?: string
  /** Pictures alone, or videos alone. */
  readonly media?: 'picture' | 'video'
  readonly brandId?: string
  /** `none`: pictures in no folder. */
  readonly folderId?: string
  /** An instant. */
  readonly since?: string
  readonly q?: string
  readonly sort?: AssetSort
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

/** Newest first, where nothing else is asked for. */
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

/** As many as the server names at once. */
const namedMax = 100
const namedForMs = 60_000

/** Pictures by their ids, in one request however many they are; those that are gone are left out. */
export function useNamedAssets(assetIds: readonly string[]): readonly Asset[] {
  const { id } = useWorkspace()
  const ids = [...new Set(assetIds)].toSorted()
  const { data = [] } = useQuery({
    queryKey: keys.namedAssets(id, ids),
    queryFn: async ({ signal }) => {
      const parts = Array.from({ length: Math.ceil(ids.length / namedMax) }, (_, part) =>
        ids.slice(part * namedMax, (part + 1) * namedMax).join(','),
      )
      const pages = parts.map((part) =>
        request<Assets>(`/workspaces/${id}/assets?limit=${namedMax}&ids=${part}`, { signal }),
      )
      return (await Promise.all(pages)).flatMap(({ items }) => items)
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    staleTime: namedForMs,
  })
  return ids.length === 0 ? [] : data
}

/** Where a picture is used. */
export function useAssetUses(assetId: string) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.assetUses(id, assetId),
    queryFn: async ({ signal }) =>
      (await request<AssetUses>(`/workspaces/${id}/assets/${assetId}/uses`, { signal })).items,
  })
}

/** As many as the server takes at once. */
const bulkMax = 5000

/** Does one thing to many pictures. */
export function useBulkChange() {
  const { id } = useWorkspace()
  const refresh = useRefreshPictures()
  return useMutation({
    mutationFn: async (change: BulkChange): Promise<BulkResult> => {
      let all: BulkResult = { changed: [], from: [], refused: [], uses: [] }
      for (let at = 0; at < change.assetIds.length; at += bulkMax) {
        const body = { ...change, assetIds: change.assetIds.slice(at, at + bulkMax) }
        const path = `/workspaces/${id}/assets/bulk`
        const part = await request<BulkResult>(path, { method: 'POST', body })
        all = {
          changed: [...all.changed, ...part.changed],
          from: [...all.from, ...part.from],
          refused: [...all.refused, ...part.refused],
          uses: [...all.uses, ...part.uses],
        }
      }
      return all
    },
    onSuccess: refresh,
  })
}

/** Cuts a part out of a picture, as a picture of its own. */
export function useCropAsset() {
  const { id } = useWorkspace()
  const refresh = useRefreshPictures()
  return useMutation({
    mutationFn: ({ assetId, crop }: { assetId: string; crop: NewCrop }) =>
      request<Asset>(`/workspaces/${id}/assets/${assetId}/crops`, { method: 'POST', body: crop }),
    onSuccess: refresh,
  })
}

/** Makes another picture of one, in another size or format. */
export function useConvertAsset() {
  const { id } = useWorkspace()
  const refresh = useRefreshPictures()
  return useMutation({
    mutationFn: ({ assetId, conversion }: { assetId: string; conversion: NewConversion }) =>
      request<Asset>(`/workspaces/${id}/assets/${assetId}/conversions`, {
        method: 'POST',
        body: conversion,
      }),
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

/** Pictures are shown in the library and with the generation that made them. */
export function useRefreshPictures(): () => Promise<void> {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: keys.assets(id) }),
      client.invalidateQueries({ queryKey: keys.folders(id) }),
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
    /** All frames of an animation. */
    readonly animated?: boolean
    readonly download?: boolean
    readonly marked?: boolean
  } = {},
): string {
  const { width, format, animated, download, marked } = options
  return `/api/v1/workspaces/${workspaceId}/assets/${assetId}/content${query({
    width,
    format,
    animated: animated ? 1 : undefined,
    download: download ? 1 : undefined,
    marked: marked ? 1 : undefined,
  })}`
}
