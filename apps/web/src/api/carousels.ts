import type { Asset, Carousel, CarouselChange, Carousels, NewCarousel } from '@rheos/contract'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { query, request } from './request.ts'

export interface CarouselFilter {
  readonly brandId?: string
  readonly q?: string
}

/** The most recently changed first. */
export function useCarousels(filter: CarouselFilter, limit = 24) {
  const { id } = useWorkspace()
  return useInfiniteQuery({
    queryKey: [...keys.carousels(id), filter, limit],
    queryFn: ({ signal, pageParam }) =>
      request<Carousels>(
        `/workspaces/${id}/carousels${query({ ...filter, limit, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useCarousel(carouselId: string) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.carousel(id, carouselId),
    queryFn: ({ signal }) =>
      request<Carousel>(`/workspaces/${id}/carousels/${carouselId}`, { signal }),
  })
}

export function useCreateCarousel() {
  const { id } = useWorkspace()
  const remember = useRememberCarousel()
  return useMutation({
    mutationFn: (carousel: NewCarousel) =>
      request<Carousel>(`/workspaces/${id}/carousels`, { method: 'POST', body: carousel }),
    onSuccess: remember,
  })
}

export function useChangeCarousel() {
  const { id } = useWorkspace()
  const remember = useRememberCarousel()
  return useMutation({
    mutationFn: ({ carouselId, change }: { carouselId: string; change: CarouselChange }) =>
      request<Carousel>(`/workspaces/${id}/carousels/${carouselId}`, {
        method: 'PATCH',
        body: change,
      }),
    onSuccess: remember,
  })
}

export function useDeleteCarousel() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (carouselId: string) =>
      request<void>(`/workspaces/${id}/carousels/${carouselId}`, { method: 'DELETE' }),
    onSuccess: (_, carouselId) => {
      // A post that is open may show the way to it.
      void client.resetQueries({ queryKey: keys.carousel(id, carouselId) })
      return client.invalidateQueries({ queryKey: keys.carousels(id) })
    },
  })
}

export function useRestoreCarousel() {
  const { id } = useWorkspace()
  const remember = useRememberCarousel()
  return useMutation({
    mutationFn: (carouselId: string) =>
      request<Carousel>(`/workspaces/${id}/carousels/${carouselId}/restore`, { method: 'POST' }),
    onSuccess: remember,
  })
}

/** Its slides as pictures of the library, in order. */
export function useKeepSlides() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (carouselId: string) =>
      request<{ readonly items: readonly Asset[] }>(
        `/workspaces/${id}/carousels/${carouselId}/assets`,
        { method: 'POST' },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.assets(id) }),
  })
}

export function exportUrl(workspaceId: string, carouselId: string, format: 'png' | 'pdf'): string {
  return `/api/v1/workspaces/${workspaceId}/carousels/${carouselId}/export?format=${format}`
}

function useRememberCarousel() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return (carousel: Carousel): void => {
    client.setQueryData(keys.carousel(id, carousel.id), carousel)
    void client.invalidateQueries({ queryKey: keys.carousels(id) })
  }
}
