import { and, asc, eq, isNull, lt, ne } from 'drizzle-orm'
import type { Logger } from 'pino'
import { type Clock, dayMs } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { socialAccounts } from '../../db/publishing-tables.ts'
import { PublishError } from '../../networks/publish-error.ts'
import { type KeyRing, SealError } from '../../secrets/key-ring.ts'
import type { Connections } from './connections.ts'
import { placeOfAccount } from './social-account-view.ts'
import { renewAheadMs, type SocialSessions, thisAccount } from './social-sessions.ts'
import { tellOfAccount } from './tell-of-account.ts'

const batchMax = 50
/** People are warned so many days before an account needs them. */
const warnedDays = [7, 1] as const

export interface AccountCareOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  readonly keys: KeyRing
  readonly sessions: SocialSessions
  readonly connections: Connections
}

/** Keeps accounts ready: renews tokens ahead of their end, warns in time, seals anew under a new key. */
export class AccountCare {
  readonly #options: AccountCareOptions

  constructor(options: AccountCareOptions) {
    this.#options = options
  }

  async look(): Promise<void> {
    await this.#renewEnding()
    await this.#warn()
    await this.#sealAnew()
    await this.#options.connections.sweep()
  }

  async #renewEnding(): Promise<void> {
    const { database, clock, sessions, log } = this.#options
    const ending = await database.db
      .select({ workspaceId: socialAccounts.workspaceId, id: socialAccounts.id })
      .from(socialAccounts)
      .where(and(alive(), lt(socialAccounts.tokenExpiresAt, clock() + renewAheadMs)))
      .orderBy(asc(socialAccounts.tokenExpiresAt))
      .limit(batchMax)
    for (const { workspaceId, id } of ending) {
      await sessions.renew(workspaceId, id).catch((error) => {
        if (!(error instanceof PublishError)) throw error
        log.info({ socialAccountId: id, kind: error.kind }, 'an account was not renewed')
      })
    }
  }

  /** Once for each day that people are warned of. */
  async #warn(): Promise<void> {
    const { database, clock } = this.#options
    const now = clock()
    const soon = await database.db
      .select()
      .from(socialAccounts)
      .where(and(alive(), lt(socialAccounts.personNeededAt, now + warnedDays[0] * dayMs)))
      .orderBy(asc(socialAccounts.personNeededAt))
      .limit(batchMax * 10)
    for (const account of soon) {
      const left = (account.personNeededAt ?? now) - now
      const day = left < dayMs ? 1 : warnedDays[0]
      const occasion = `${account.personNeededAt}-${day}`
      await database.transaction((tx) =>
        tellOfAccount(tx, account, 'account_expiring', occasion, now),
      )
    }
  }

  async #sealAnew(): Promise<void> {
    const { database, keys, log } = this.#options
    const old = await database.db
      .select()
      .from(socialAccounts)
      .where(and(alive(), ne(socialAccounts.keyId, keys.currentKeyId)))
      .limit(batchMax)
    for (const row of old) {
      try {
        const credentials = keys.open(
          { keyId: row.keyId, bytes: row.credentials },
          placeOfAccount(row),
        )
        const sealed = keys.seal(credentials, placeOfAccount(row))
        // Renewed meanwhile: then it is sealed by the new key already.
        await database.db
          .update(socialAccounts)
          .set({ credentials: sealed.bytes, keyId: sealed.keyId })
          .where(
            and(
              thisAccount(row.workspaceId, row.id),
              eq(socialAccounts.keyId, row.keyId),
              eq(socialAccounts.updatedAt, row.updatedAt),
            ),
          )
      } catch (error) {
        if (!(error instanceof SealError)) throw error
        log.warn(
          { keyId: row.keyId },
          'accounts are sealed with a key that TOKEN_KEYS does not have',
        )
        const failure = { code: 'account_revoked', detail: unreadable } as const
        await this.#options.sessions.refused(row.workspaceId, row.id, failure)
      }
    }
  }
}

const unreadable = 'Its permission can no longer be read on this server: connect the account again.'

function alive() {
  return and(isNull(socialAccounts.disconnectedAt), eq(socialAccounts.needsReconnect, false))
}
