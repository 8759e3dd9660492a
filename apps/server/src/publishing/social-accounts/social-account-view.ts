import type { SocialAccount } from '@rheos/contract'
import { isoInstant } from '../../clock.ts'
import type { socialAccounts } from '../../db/publishing-tables.ts'

export type SocialAccountRow = typeof socialAccounts.$inferSelect

export function socialAccountView(row: SocialAccountRow): SocialAccount {
  return {
    id: row.id,
    brandId: row.brandId,
    network: row.network,
    name: row.name,
    handle: row.handle,
    avatarUrl: row.avatarUrl,
    server: row.server === '' ? null : row.server,
    state: row.needsReconnect ? 'needs_reconnect' : 'connected',
    problem: row.problem,
    expiresAt: row.personNeededAt === null ? null : isoInstant(row.personNeededAt),
    connectedAt: isoInstant(row.connectedAt),
  }
}

/** Where the credentials of an account lie: sealed for there, they open nowhere else. */
export function placeOfAccount({ workspaceId, id }: Pick<SocialAccountRow, 'workspaceId' | 'id'>) {
  return `social-account/${workspaceId}/${id}`
}

export function placeOfConnection({ workspaceId, id }: { workspaceId: string; id: string }) {
  return `social-connection/${workspaceId}/${id}`
}

export function placeOfApp(app: {
  readonly network: string
  readonly server: string
  readonly redirectUri: string
}) {
  return `network-app/${app.network}/${app.server}/${app.redirectUri}`
}
