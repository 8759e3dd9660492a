import type {
  Asset,
  Design,
  DesignFont,
  DesignLayout,
  DesignLayouts,
  DesignLook,
  DesignPalette,
  NewDesign,
} from '@rheos/contract'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { query, request, send } from './request.ts'

/** All layouts and sizes; they change with a version of the studio only. */
export function useDesignLayouts() {
  return useQuery({
    queryKey: keys.designLayouts,
    queryFn: ({ signal }) => request<DesignLayouts>('/designs/layouts', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The colours and typefaces of a brand's designs. */
export function useDesignLook(brandId: string | undefined) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.designLook(id, brandId ?? ''),
    queryFn: ({ signal }) =>
      request<DesignLook>(`/workspaces/${id}/designs/look${query({ brandId })}`, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** What a design of the library is made of. */
export function useDesign(assetId: string | undefined) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.design(id, assetId ?? ''),
    queryFn: ({ signal }) =>
      request<Design>(`/workspaces/${id}/assets/${assetId}/design`, { signal }),
    enabled: assetId !== undefined,
  })
}

export function useCreateDesign() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (design: NewDesign) =>
      request<Asset>(`/workspaces/${id}/designs`, { method: 'POST', body: design }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.assets(id) }),
  })
}

const keptMs = 5 * 60_000

/**
 * A picture that the server paints of what is described. The same description is painted once; while
 * another is on its way the one before stays to be seen.
 */
export function usePainted(path: 'designs/preview' | 'carousels/preview', body: object) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: [...keys.painted(id), path, body],
    queryFn: async ({ signal }) => {
      const response = await send(`/workspaces/${id}/${path}`, { method: 'POST', body, signal })
      return response.blob()
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptMs,
    retry: false,
  })
}

/** Where an example of a layout is painted in the look of a brand. */
export function thumbnailUrl(
  workspaceId: string,
  layout: DesignLayout,
  look: {
    readonly brandId: string | undefined
    readonly palette: DesignPalette
    readonly font: DesignFont
  },
): string {
  return `/api/v1/workspaces/${workspaceId}/designs/thumbnail${query({ layout, ...look })}`
}
