import type { ConnectableNetwork, DeliveryClass, SocialAccount } from '@rheos/contract'
import { limits } from '@rheos/preflight'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Clock } from '../../clock.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { socialAccounts } from '../../db/publishing-tables.ts'
import type { Candidate } from '../../networks/network-adapter.ts'
import type { Networks } from '../../networks/networks.ts'
import { notFound } from '../../refusal.ts'
import type { KeyRing } from '../../secrets/key-ring.ts'
import { accountReconnected } from '../deliveries/account-changes.ts'
import { disconnect } from './disconnect.ts'
import { placeOfAccount, type SocialAccountRow, socialAccountView } from './social-account-view.ts'
import { thisAccount } from './social-sessions.ts'
import { announceAccounts, tellOfAccountNoLonger } from './tell-of-account.ts'

/** What each class of delivery promises to people. */
export const promises: Readonly<Record<DeliveryClass, string>> = {
  exact: 'Will never be posted twice.',
  checked: 'If the answer is lost, we check before trying again.',
  asked: 'If the answer is lost, we will ask you.',
}

export interface KeepAccount {
  readonly workspaceId: string
  readonly brandId: string
  readonly memberId: string
  readonly network: SocialAccountRow['network']
  readonly candidate: Candidate
}

/** Where the brands of a workspace publish. */
export class SocialAccounts {
  readonly #database: Database
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #keys: KeyRing
  readonly #networks: Networks

  constructor(options: {
    readonly database: Database
    readonly clock: Clock
    readonly newId: () => string
    readonly keys: KeyRing
    readonly networks: Networks
  }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#newId = options.newId
    this.#keys = options.keys
    this.#networks = options.networks
  }

  networks(): ConnectableNetwork[] {
    return [...this.#networks.values()].map(({ network, connector, promise, takesComments }) => ({
      network,
      name: limits[network].name,
      class: promise.class,
      promise: promises[promise.class],
      connect: connector.kind,
      fields: [...connector.fields],
      unavailable: connector.kind === 'oauth' ? connector.unavailable : null,
      firstComment: takesComments,
    }))
  }

  async list(workspaceId: string, brandId?: string): Promise<SocialAccount[]> {
    const rows = await this.#database.db
      .select()
      .from(socialAccounts)
      .where(
        and(
          eq(socialAccounts.workspaceId, workspaceId),
          isNull(socialAccounts.disconnectedAt),
          brandId === undefined ? undefined : eq(socialAccounts.brandId, brandId),
        ),
      )
      .orderBy(asc(socialAccounts.connectedAt), asc(socialAccounts.id))
    return rows.map(socialAccountView)
  }

  async get(workspaceId: string, id: string): Promise<SocialAccountRow> {
    const [row] = await this.#database.db
      .select()
      .from(socialAccounts)
      .where(and(thisAccount(workspaceId, id), isNull(socialAccounts.disconnectedAt)))
    if (row === undefined) throw notFound('social account')
    return row
  }

  /** Connects an account to a brand, or connects it anew; what waited for it goes on. */
  async keep(tx: Transaction, account: KeepAccount): Promise<SocialAccountRow> {
    const { workspaceId, brandId, network, candidate } = account
    const now = this.#clock()
    const same = and(
      eq(socialAccounts.workspaceId, workspaceId),
      eq(socialAccounts.brandId, brandId),
      eq(socialAccounts.network, network),
      eq(socialAccounts.server, candidate.server),
      eq(socialAccounts.remoteId, candidate.remoteId),
      isNull(socialAccounts.disconnectedAt),
    )
    // Two people who connect the same account at once connect it once.
    const lock = `${workspaceId} ${brandId} ${network} ${candidate.remoteId}`
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lock])
    const [known] = await tx.db.select().from(socialAccounts).where(same)
    const id = known?.id ?? this.#newId()
    const row = this.#rowOf(account, id, now)
    const [kept] = await tx.db
      .insert(socialAccounts)
      .values(row)
      .onConflictDoUpdate({ target: [socialAccounts.workspaceId, socialAccounts.id], set: row })
      .returning()
    if (kept === undefined) throw new Error('An account was written and not returned.')
    await accountReconnected(tx, { workspaceId, socialAccountId: id }, now)
    await tellOfAccountNoLonger(tx, kept)
    await announceAccounts(tx, workspaceId)
    return kept
  }

  #rowOf(account: KeepAccount, id: string, now: number): typeof socialAccounts.$inferInsert {
    const { workspaceId, brandId, memberId, network, candidate } = account
    const sealed = this.#keys.seal(
      candidate.renewed.credentials,
      placeOfAccount({ workspaceId, id }),
    )
    return {
      workspaceId,
      id,
      brandId,
      network,
      remoteId: candidate.remoteId,
      server: candidate.server,
      name: candidate.name,
      handle: candidate.handle,
      avatarUrl: candidate.avatarUrl,
      credentials: sealed.bytes,
      keyId: sealed.keyId,
      scopes: [...candidate.scopes],
      facts: candidate.facts,
      tokenExpiresAt: candidate.renewed.tokenExpiresAt,
      personNeededAt: candidate.renewed.personNeededAt,
      needsReconnect: false,
      problem: null,
      connectedBy: memberId,
      connectedAt: now,
      updatedAt: now,
    }
  }

  /** Its credentials are erased at once, and nothing goes out there any more. */
  async disconnect(workspaceId: string, id: string): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const gone = await disconnect(tx, workspaceId, eq(socialAccounts.id, id), this.#clock())
      if (gone === 0) throw notFound('social account')
    })
  }
}
