import type { Billing, BillingPage, PlanChange, PlanChangeAnswer } from '@rheos/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { newPressId } from './press-id.ts'
import { keys } from './query-keys.ts'
import { request } from './request.ts'

/** Plan and money, for the owner; read anew when the workspace's events say so. */
export function billingQuery(workspaceId: string) {
  return queryOptions({
    queryKey: keys.billing(workspaceId),
    queryFn: ({ signal }) => request<Billing>(`/workspaces/${workspaceId}/billing`, { signal }),
  })
}

/** Asks for another plan. Where it has to be paid or confirmed first, the browser goes there. */
export function useChangePlan() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: PlanChange) =>
      request<PlanChangeAnswer>(`/workspaces/${id}/billing/plan`, {
        method: 'POST',
        body: change,
        idempotencyKey: newPressId(),
      }),
    onSuccess: (answer) => {
      if ('url' in answer) return window.location.assign(answer.url)
      client.setQueryData(keys.billing(id), answer.billing)
      void client.invalidateQueries({ queryKey: keys.me })
      void client.invalidateQueries({ queryKey: keys.credits(id) })
    },
  })
}

/** Goes to the payment provider's page, where the card is changed. */
export function useOpenPortal() {
  const { id } = useWorkspace()
  return useMutation({
    mutationFn: () => request<BillingPage>(`/workspaces/${id}/billing/portal`, { method: 'POST' }),
    onSuccess: ({ url }) => window.location.assign(url),
  })
}
