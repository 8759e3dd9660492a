import type {
  ConnectableNetwork,
  Connection,
  ConnectionChoice,
  NewConnection,
  SocialAccount,
} from '@rheos/contract'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { request } from './request.ts'

/** The social accounts of all brands of the workspace. */
export function useSocialAccounts() {
  const { id } = useWorkspace()
  return useQuery(
    queryOptions({
      queryKey: keys.socialAccounts(id),
      queryFn: async ({ signal }) => {
        const path = `/workspaces/${id}/social-accounts`
        return (await request<{ items: SocialAccount[] }>(path, { signal })).items
      },
    }),
  )
}

/** Which networks can be connected here, and what is promised of posts to them. */
export function useConnectableNetworks() {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.connectableNetworks(id),
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${id}/networks`
      return (await request<{ items: ConnectableNetwork[] }>(path, { signal })).items
    },
    staleTime: 10 * 60_000,
  })
}

export function useConnection(connectionId: string) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.connection(id, connectionId),
    queryFn: ({ signal }) =>
      request<Connection>(`/workspaces/${id}/social-accounts/connections/${connectionId}`, {
        signal,
      }),
  })
}

/** Begins to connect an account; where the answer says `authorize`, the page goes to the network. */
export function useConnect() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (connection: NewConnection) =>
      request<Connection>(`/workspaces/${id}/social-accounts/connections`, {
        method: 'POST',
        body: connection,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.socialAccounts(id) }),
  })
}

export function useChooseAccounts(connectionId: string) {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (choice: ConnectionChoice) =>
      request<Connection>(
        `/workspaces/${id}/social-accounts/connections/${connectionId}/accounts`,
        { method: 'POST', body: choice },
      ),
    onSuccess: (connection) => {
      client.setQueryData(keys.connection(id, connectionId), connection)
      return client.invalidateQueries({ queryKey: keys.socialAccounts(id) })
    },
  })
}

export function useDisconnect() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (accountId: string) =>
      request<void>(`/workspaces/${id}/social-accounts/${accountId}`, { method: 'DELETE' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.socialAccounts(id) })
      void client.invalidateQueries({ queryKey: keys.calendar(id) })
    },
  })
}
