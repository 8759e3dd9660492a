import { createHash, randomBytes } from 'node:crypto'
import type { Connection, NewConnection } from '@rheos/contract'
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { requireBrand } from '../../brands/require-brand.ts'
import type { Clock } from '../../clock.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { socialAccounts, socialConnections } from '../../db/publishing-tables.ts'
import type {
  Candidate,
  CredentialsConnector,
  Json,
  OauthConnector,
} from '../../networks/network-adapter.ts'
import type { Networks } from '../../networks/networks.ts'
import { PublishError } from '../../networks/publish-error.ts'
import { notFound, Refusal } from '../../refusal.ts'
import type { KeyRing } from '../../secrets/key-ring.ts'
import { candidateView, idOf } from './connection-candidate.ts'
import { asRefusal, denied, givenFields, nothingFound } from './connection-refusals.ts'
import type { NetworkApps } from './network-apps.ts'
import {
  placeOfConnection,
  type SocialAccountRow,
  socialAccountView,
} from './social-account-view.ts'
import type { SocialAccounts } from './social-accounts.ts'

type ConnectionRow = typeof socialConnections.$inferSelect

/** Long enough to sign in at a network and to look for a second factor. */
const openForMs = 15 * 60_000

export interface ConnectionsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly newId: () => string
  readonly keys: KeyRing
  readonly networks: Networks
  readonly apps: NetworkApps
  readonly accounts: SocialAccounts
  /** Where networks send people back to. */
  readonly redirectUri: string
  /** Whether somebody is still a member who may connect accounts. */
  readonly mayConnect: (workspaceId: string, userId: string) => Promise<boolean>
}

interface Member {
  readonly workspaceId: string
  readonly userId: string
}

/** What only the server may know of a connection under way. */
interface Secret {
  readonly begun?: Json
  readonly candidates?: readonly Candidate[]
}

/** Accounts on their way to being connected. */
export class Connections {
  readonly #options: ConnectionsOptions

  constructor(options: ConnectionsOptions) {
    this.#options = options
  }

  /** Begins at the network's page, or connects at once with what a person filled in. */
  async begin({ workspaceId, userId }: Member, wanted: NewConnection): Promise<Connection> {
    const { database, networks, newId } = this.#options
    const { network, brandId, socialAccountId } = wanted
    await requireBrand(database.db, workspaceId, brandId)
    if (socialAccountId !== undefined) await this.#requireSame(workspaceId, wanted, socialAccountId)
    const connector = networks.get(network)?.connector
    if (connector === undefined) throw notFound('network')
    const fields = givenFields(connector, wanted.fields ?? {})
    const state = randomBytes(24).toString('base64url')
    const now = this.#options.clock()
    const base = {
      workspaceId,
      id: newId(),
      brandId,
      memberId: userId,
      network,
      server: '',
      socialAccountId: socialAccountId ?? null,
      stateHash: hashOf(state),
      createdAt: now,
      expiresAt: now + openForMs,
    }
    await this.sweep()
    return connector.kind === 'oauth'
      ? this.#authorize(base, connector, fields, state)
      : this.#connect(base, connector, fields)
  }

  /** Connected anew is an account for its own brand, at its own network. */
  async #requireSame(
    workspaceId: string,
    { brandId, network }: NewConnection,
    socialAccountId: string,
  ): Promise<void> {
    const account = await this.#options.accounts.get(workspaceId, socialAccountId)
    if (account.brandId !== brandId || account.network !== network) throw notFound('social account')
  }

  async #authorize(
    base: NewRow,
    connector: OauthConnector,
    fields: Readonly<Record<string, string>>,
    state: string,
  ): Promise<Connection> {
    if (connector.unavailable !== null)
      throw new Refusal('network_unavailable', connector.unavailable)
    const { redirectUri, apps } = this.#options
    const begun = await asRefusal(async () => {
      const server = (await connector.serverOf?.(fields)) ?? ''
      const app = await apps.of(base.network, connector, server)
      return { server, ...(await connector.begin({ server, app, redirectUri, state })) }
    })
    const row = await this.#keep({
      ...base,
      server: begun.server,
      status: 'authorize',
      authorizeUrl: begun.authorizeUrl,
      ...this.#sealed(base, { begun: begun.secret }),
    })
    return this.#view(row)
  }

  async #connect(
    base: NewRow,
    connector: CredentialsConnector,
    fields: Readonly<Record<string, string>>,
  ): Promise<Connection> {
    const candidates = await asRefusal(() => connector.connect(fields))
    const row = await this.#keep({
      ...base,
      status: 'choose',
      ...this.#sealed(base, { candidates }),
    })
    return this.#settle(row, candidates)
  }

  /**
   * A person came back from a network. Answers which connection it is about; what went wrong is kept
   * there. Unknown, used and foreign states are all one: nothing.
   */
  async finish(
    userId: string,
    query: Readonly<Record<string, string>>,
  ): Promise<{ readonly id: string } | undefined> {
    const row = await this.#take(userId, query['state'] ?? '')
    if (row === undefined) return undefined
    const { networks, apps, redirectUri, mayConnect } = this.#options
    // Somebody may have been taken out of the workspace while they were at the network.
    if (!(await mayConnect(row.workspaceId, userId))) return undefined
    const connector = networks.get(row.network)?.connector
    if (connector?.kind !== 'oauth') return undefined
    try {
      if (query['error'] !== undefined) throw denied(query['error'])
      const app = await apps.of(row.network, connector, row.server)
      const secret = this.#open(row).begun ?? null
      const found = await connector.finish({ server: row.server, app, redirectUri, secret, query })
      await this.#settle(row, found)
    } catch (error) {
      await this.#fail(row, error)
    }
    return { id: row.id }
  }

  /** A state counts once: whoever takes it first goes on with it. */
  async #take(userId: string, state: string): Promise<ConnectionRow | undefined> {
    const { database, clock, newId } = this.#options
    const [row] = await database.db
      .update(socialConnections)
      .set({ stateHash: `used-${newId()}`, authorizeUrl: null })
      .where(
        and(
          eq(socialConnections.stateHash, hashOf(state)),
          eq(socialConnections.memberId, userId),
          eq(socialConnections.status, 'authorize'),
          gt(socialConnections.expiresAt, clock()),
        ),
      )
      .returning()
    return row
  }

  async get({ workspaceId, userId }: Member, id: string): Promise<Connection> {
    return this.#view(await this.#find(workspaceId, userId, id))
  }

  /** Connects those that the person chose among what the network let us see. */
  async choose(
    { workspaceId, userId }: Member,
    id: string,
    candidateIds: readonly string[],
  ): Promise<Connection> {
    const row = await this.#find(workspaceId, userId, id)
    if (row.status !== 'choose' || row.expiresAt < this.#options.clock())
      throw new Refusal(
        'conflict',
        'This connection is over: begin again from the list of networks.',
      )
    const candidates = this.#open(row).candidates ?? []
    const chosen = candidates.filter((each) => candidateIds.includes(idOf(each)))
    if (chosen.length === 0 || chosen.length < new Set(candidateIds).size)
      throw notFound('account to connect')
    return this.#connected(row, chosen)
  }

  /** With one candidate there is nothing to choose; of several a person chooses. */
  async #settle(row: ConnectionRow, candidates: readonly Candidate[]): Promise<Connection> {
    const wanted = await this.#wanted(row, candidates)
    const [first] = wanted
    if (first === undefined) throw nothingFound()
    if (wanted.length === 1) return this.#connected(row, [first])
    const [kept] = await this.#options.database.db
      .update(socialConnections)
      .set({ status: 'choose', ...this.#sealed(row, { candidates: wanted }) })
      .where(thisConnection(row))
      .returning()
    return this.#view(kept ?? row)
  }

  /** Connecting anew takes the account that it was, and no other. */
  async #wanted(
    row: ConnectionRow,
    candidates: readonly Candidate[],
  ): Promise<readonly Candidate[]> {
    if (row.socialAccountId === null) return candidates
    const account = await this.#options.accounts.get(row.workspaceId, row.socialAccountId)
    const same = candidates.filter(
      ({ remoteId, server }) => remoteId === account.remoteId && server === account.server,
    )
    if (same.length === 0)
      throw new Refusal(
        'connection_failed',
        `You opened another account than “${account.name}”: sign in there as it, or connect this one as a new account.`,
      )
    return same
  }

  async #connected(row: ConnectionRow, chosen: readonly Candidate[]): Promise<Connection> {
    const { database, accounts } = this.#options
    const { workspaceId, brandId, memberId, network } = row
    const connected = await database.transaction(async (tx) => {
      const kept: SocialAccountRow[] = []
      for (const candidate of chosen)
        kept.push(await accounts.keep(tx, { workspaceId, brandId, memberId, network, candidate }))
      return this.#end(tx, row, kept)
    })
    return this.#view(connected)
  }

  async #end(
    tx: Transaction,
    row: ConnectionRow,
    kept: readonly SocialAccountRow[],
  ): Promise<ConnectionRow> {
    const [ended] = await tx.db
      .update(socialConnections)
      .set({
        status: 'connected',
        accountIds: kept.map(({ id }) => id),
        secret: null,
        keyId: null,
        authorizeUrl: null,
      })
      .where(thisConnection(row))
      .returning()
    if (ended === undefined) throw notFound('connection')
    return ended
  }

  async #fail(row: ConnectionRow, error: unknown): Promise<void> {
    const problem =
      error instanceof Refusal || error instanceof PublishError ? error.detail : undefined
    await this.#options.database.db
      .update(socialConnections)
      .set({
        status: 'failed',
        problem: problem ?? 'The network did not answer as expected: try again later.',
        secret: null,
        keyId: null,
        authorizeUrl: null,
      })
      .where(thisConnection(row))
    if (problem === undefined) throw error
  }

  async #keep(row: typeof socialConnections.$inferInsert): Promise<ConnectionRow> {
    const [kept] = await this.#options.database.db.insert(socialConnections).values(row).returning()
    if (kept === undefined) throw new Error('A connection was written and not returned.')
    return kept
  }

  async #find(workspaceId: string, userId: string, id: string): Promise<ConnectionRow> {
    const [row] = await this.#options.database.db
      .select()
      .from(socialConnections)
      .where(and(thisConnection({ workspaceId, id }), eq(socialConnections.memberId, userId)))
    if (row === undefined) throw notFound('connection')
    return row
  }

  /** What nobody finished is gone, with what was sealed in it. */
  async sweep(): Promise<void> {
    const { database, clock } = this.#options
    await database.db
      .delete(socialConnections)
      .where(lt(socialConnections.expiresAt, clock() - openForMs))
  }

  #sealed(place: { workspaceId: string; id: string }, secret: Secret) {
    const { keyId, bytes } = this.#options.keys.seal(secret, placeOfConnection(place))
    return { keyId, secret: bytes }
  }

  #open(row: ConnectionRow): Secret {
    if (row.secret === null || row.keyId === null) return {}
    const sealed = { keyId: row.keyId, bytes: row.secret }
    return this.#options.keys.open(sealed, placeOfConnection(row)) as Secret
  }

  async #view(row: ConnectionRow): Promise<Connection> {
    const connected = await this.#accountsOf(row)
    const candidates = row.status === 'choose' ? (this.#open(row).candidates ?? []) : []
    const known = new Set(connected.map(({ server, remoteId }) => `${server} ${remoteId}`))
    return {
      id: row.id,
      network: row.network,
      brandId: row.brandId,
      state: row.status,
      authorizeUrl: row.authorizeUrl,
      candidates: candidates.map((each) => candidateView(each, known)),
      accounts: connected.filter(({ id }) => row.accountIds.includes(id)).map(socialAccountView),
      problem: row.problem,
    }
  }

  #accountsOf({ workspaceId, brandId, network }: ConnectionRow): Promise<SocialAccountRow[]> {
    return this.#options.database.db
      .select()
      .from(socialAccounts)
      .where(
        and(
          eq(socialAccounts.workspaceId, workspaceId),
          eq(socialAccounts.brandId, brandId),
          eq(socialAccounts.network, network),
          isNull(socialAccounts.disconnectedAt),
        ),
      )
  }
}

type NewRow = Omit<
  typeof socialConnections.$inferInsert,
  'status' | 'secret' | 'keyId' | 'authorizeUrl'
>

function thisConnection({ workspaceId, id }: { workspaceId: string; id: string }) {
  return and(eq(socialConnections.workspaceId, workspaceId), eq(socialConnections.id, id))
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('base64url')
}
