import type { BrandCheck, NewBrandCheck } from '@rheos/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { useBrands } from './brands.ts'
import { keys } from './query-keys.ts'
import { request } from './request.ts'

/** Holds a text against a brand as both stand now; what was said last stays until there is an answer. */
export function useBrandCheck(brandId: string, check: NewBrandCheck) {
  const { id } = useWorkspace()
  const revision = useBrands().data?.find((brand) => brand.id === brandId)?.revision ?? 0
  return useQuery({
    queryKey: keys.brandCheck(id, brandId, revision, JSON.stringify(check)),
    queryFn: async ({ signal }) => ({
      text: check.text,
      ...(await request<BrandCheck>(`/workspaces/${id}/brands/${brandId}/check`, {
        method: 'POST',
        body: check,
        signal,
      })),
    }),
    enabled: check.text.trim() !== '' || (check.colors?.length ?? 0) > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  })
}
