import { isDeepStrictEqual } from 'node:util'
import { and, eq, isNull, or } from 'drizzle-orm'
import pLimit from 'p-limit'
import type { Clock } from '../../clock.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { Gathered } from '../../db/gathered.ts'
import { socialAccounts } from '../../db/publishing-tables.ts'
import type { Json, Renewed, Session } from '../../networks/network-adapter.ts'
import type { Networks } from '../../networks/networks.ts'
import { PublishError } from '../../networks/publish-error.ts'
import { type KeyRing, SealError } from '../../secrets/key-ring.ts'
import type { AfterRefusal, RefusedAccount, Sessions } from '../publishing-ports.ts'
import { placeOfAccount, type SocialAccountRow } from './social-account-view.ts'
import { announceAccounts, tellOfLostAccount } from './tell-of-account.ts'

/** Renewed so long before its end that no upload outlasts it. */
export const renewAheadMs = 10 * 60_000
/** Tokens that were renewed so shortly ago and are refused are not helped by another renewal. */
const freshForMs = 60_000
const openedTogether = 64
const lockedAtOnceMax = 4

export interface SocialSessionsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly keys: KeyRing
  readonly networks: Networks
}

/** Opens accounts for publishing, with tokens that hold for the next minutes. */
export class SocialSessions implements Sessions {
  readonly #options: SocialSessionsOptions
  readonly #rows: Gathered<AccountName, SocialAccountRow | undefined>
  readonly #lockedAtOnce = pLimit(lockedAtOnceMax)

  constructor(options: SocialSessionsOptions) {
    this.#options = options
    const together = (names: readonly AccountName[]) => findAll(options.database, names)
    this.#rows = new Gathered({ together, most: openedTogether })
  }

  async open(workspaceId: string, socialAccountId: string): Promise<Session> {
    const row = await this.#rows.ask({ workspaceId, id: socialAccountId })
    if (row === undefined || row.disconnectedAt !== null) throw gone()
    if (row.needsReconnect) throw lost(row.problem)
    if (!this.#isEnding(row)) return this.#sessionOf(row)
    return this.renew(workspaceId, socialAccountId)
  }

  /**
   * Renews the tokens of an account. One at a time, over all processes: whoever waits for the lock
   * finds them renewed, since some networks take a refresh token once. The new ones are stored before
   * anybody uses them.
   */
  async renew(workspaceId: string, socialAccountId: string): Promise<Session> {
    const outcome = await this.#locked(workspaceId, socialAccountId, async (tx, row) => {
      if (row === undefined) throw gone()
      if (row.needsReconnect) throw lost(row.problem)
      if (!this.#isEnding(row)) return { session: this.#sessionOf(row), isRenewed: false }
      return this.#renewLocked(tx, row)
    })
    if ('error' in outcome) throw outcome.error
    return outcome.session
  }

  async #renewLocked(tx: Transaction, row: SocialAccountRow): Promise<Renewal> {
    const session = this.#opened(row)
    if (session === undefined)
      return { error: await this.#markLost(tx, row, unreadableSentence), isLost: true }
    const isOver = (row.tokenExpiresAt ?? Number.POSITIVE_INFINITY) <= this.#options.clock()
    const connector = this.#options.networks.get(row.network)?.connector
    if (connector?.renew === undefined) {
      if (!isOver) return { session, isRenewed: false }
      return { error: await this.#markLost(tx, row, expiredSentence), isLost: true }
    }
    let renewed: Renewed
    try {
      renewed = await connector.renew(session)
    } catch (error) {
      if (error instanceof PublishError && error.kind === 'account')
        return { error: await this.#markLost(tx, row, error.detail), isLost: true }
      // It may still hold for this call, and the network may answer next time.
      return isOver ? { error, isLost: false } : { session, isRenewed: false }
    }
    await this.#store(tx, row, renewed)
    return { session: { ...session, credentials: renewed.credentials }, isRenewed: true }
  }

  async #store(tx: Transaction, row: SocialAccountRow, renewed: Renewed): Promise<void> {
    const { keys, clock } = this.#options
    const sealed = keys.seal(renewed.credentials, placeOfAccount(row))
    await tx.db
      .update(socialAccounts)
      .set({
        credentials: sealed.bytes,
        keyId: sealed.keyId,
        tokenExpiresAt: renewed.tokenExpiresAt,
        personNeededAt: renewed.personNeededAt,
        updatedAt: clock(),
      })
      .where(thisAccount(row.workspaceId, row.id))
  }

  /** Says that a person has to connect the account again, and tells its people. */
  async #markLost(tx: Transaction, row: SocialAccountRow, problem: string): Promise<PublishError> {
    const now = this.#options.clock()
    await tx.db
      .update(socialAccounts)
      .set({ needsReconnect: true, problem, updatedAt: now })
      .where(thisAccount(row.workspaceId, row.id))
    await tellOfLostAccount(tx, row, now)
    await announceAccounts(tx, row.workspaceId)
    return lost(problem)
  }

  /** Tokens may end early: they are renewed once before a person is asked. */
  async refused(
    { workspaceId, socialAccountId, credentials }: RefusedAccount,
    { code, detail }: Pick<PublishError, 'code' | 'detail'>,
  ): Promise<AfterRefusal> {
    return this.#locked(workspaceId, socialAccountId, async (tx, row) => {
      if (row === undefined || row.needsReconnect) return 'lost'
      const kept = this.#opened(row)
      // What was refused is not what is kept any more: somebody renewed or connected it meanwhile.
      if (kept !== undefined && !isDeepStrictEqual(kept.credentials, credentials)) return 'renewed'
      const mayRenew = kept !== undefined && code === 'account_expired' && this.#canRenew(row)
      if (mayRenew && !this.#isFresh(row)) {
        const after = await this.#renewLocked(tx, row)
        if ('error' in after) return after.isLost ? 'lost' : 'unclear'
        return after.isRenewed ? 'renewed' : 'unclear'
      }
      await this.#markLost(tx, row, detail)
      return 'lost'
    })
  }

  /**
   * Only so many at once: each holds a connection to the database while a network is asked, and those
   * who publish need some, too.
   */
  #locked<T>(
    workspaceId: string,
    id: string,
    work: (tx: Transaction, row: SocialAccountRow | undefined) => Promise<T>,
  ): Promise<T> {
    return this.#lockedAtOnce(() =>
      this.#options.database.transaction(async (tx) => {
        const [row] = await tx.db
          .select()
          .from(socialAccounts)
          .where(and(thisAccount(workspaceId, id), isNull(socialAccounts.disconnectedAt)))
          .for('update')
        return work(tx, row)
      }),
    )
  }

  #canRenew({ network }: SocialAccountRow): boolean {
    return this.#options.networks.get(network)?.connector.renew !== undefined
  }

  #isEnding({ tokenExpiresAt }: SocialAccountRow): boolean {
    return tokenExpiresAt !== null && tokenExpiresAt - this.#options.clock() < renewAheadMs
  }

  #isFresh({ updatedAt, connectedAt }: SocialAccountRow): boolean {
    return updatedAt > connectedAt && this.#options.clock() - updatedAt < freshForMs
  }

  #sessionOf(row: SocialAccountRow): Session {
    const session = this.#opened(row)
    if (session === undefined) throw lost(unreadableSentence)
    return session
  }

  /** Undefined where it was sealed with a key that this server does not have. */
  #opened(row: SocialAccountRow): Session | undefined {
    const { remoteId, handle, server, facts, id } = row
    try {
      const sealed = { keyId: row.keyId, bytes: row.credentials }
      const credentials = this.#options.keys.open(sealed, placeOfAccount(row)) as Json
      return { socialAccountId: id, remoteId, handle, server, facts, credentials }
    } catch (error) {
      if (error instanceof SealError) return undefined
      throw error
    }
  }
}

const expiredSentence = 'Its permission has ended: connect the account again.'
export const unreadableSentence =
  'Its permission can no longer be read on this server: connect the account again.'

type Renewal =
  | { readonly session: Session; readonly isRenewed: boolean }
  | { readonly error: unknown; readonly isLost: boolean }

interface AccountName {
  readonly workspaceId: string
  readonly id: string
}

async function findAll({ db }: Database, names: readonly AccountName[]) {
  const rows = await db
    .select()
    .from(socialAccounts)
    .where(or(...names.map(({ workspaceId, id }) => thisAccount(workspaceId, id))))
  const found = new Map(rows.map((row) => [`${row.workspaceId} ${row.id}`, row]))
  return names.map(({ workspaceId, id }) => found.get(`${workspaceId} ${id}`))
}

export function thisAccount(workspaceId: string, id: string) {
  return and(eq(socialAccounts.workspaceId, workspaceId), eq(socialAccounts.id, id))
}

function gone(): PublishError {
  return new PublishError({
    kind: 'account',
    code: 'account_revoked',
    detail: 'The account is not connected any more: connect it again, or take it out of the post.',
  })
}

function lost(problem: string | null): PublishError {
  return new PublishError({
    kind: 'account',
    code: 'account_expired',
    detail: problem ?? expiredSentence,
  })
}
