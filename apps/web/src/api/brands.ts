import type { Brand, BrandChange, Brands, NewBrand } from '@rheos/contract'
import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { request } from './request.ts'

export function brandsQuery(workspaceId: string) {
  return queryOptions({
    queryKey: keys.brands(workspaceId),
    queryFn: async ({ signal }) =>
      (await request<Brands>(`/workspaces/${workspaceId}/brands`, { signal })).brands,
  })
}

export function useBrands() {
  return useQuery(brandsQuery(useWorkspace().id))
}

export function createBrand(workspaceId: string, brand: NewBrand): Promise<Brand> {
  return request<Brand>(`/workspaces/${workspaceId}/brands`, { method: 'POST', body: brand })
}

export function useCreateBrand() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (brand: NewBrand) => createBrand(id, brand),
    onSuccess: (brand) => rememberBrand(client, id, brand),
  })
}

export function useChangeBrand() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ brandId, change }: { brandId: string; change: BrandChange }) =>
      request<Brand>(`/workspaces/${id}/brands/${brandId}`, { method: 'PATCH', body: change }),
    onSuccess: (brand) => rememberBrand(client, id, brand),
  })
}

export function deleteBrand(workspaceId: string, brandId: string): Promise<void> {
  return request<void>(`/workspaces/${workspaceId}/brands/${brandId}`, { method: 'DELETE' })
}

export function useDeleteBrand() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (brandId: string) => deleteBrand(id, brandId),
    onSuccess: (_, brandId) => {
      client.setQueryData<readonly Brand[]>(keys.brands(id), (brands) =>
        brands?.filter((brand) => brand.id !== brandId),
      )
    },
  })
}

export function useRestoreBrand() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (brandId: string) =>
      request<unknown>(`/workspaces/${id}/brands/${brandId}/restore`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.brands(id) }),
  })
}

/** Puts a brand just answered by the server where every page reads it. */
export function rememberBrand(client: QueryClient, workspaceId: string, brand: Brand): void {
  client.setQueryData<readonly Brand[]>(keys.brands(workspaceId), (brands = []) =>
    brands.some((other) => other.id === brand.id)
      ? brands.map((other) => (other.id === brand.id ? brand : other))
      : [...brands, brand],
  )
}
