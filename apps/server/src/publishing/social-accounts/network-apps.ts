import { and, eq } from 'drizzle-orm'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { networkApps } from '../../db/publishing-tables.ts'
import type { NetworkApp, OauthConnector } from '../../networks/network-adapter.ts'
import { type KeyRing, SealError } from '../../secrets/key-ring.ts'
import { placeOfApp, type SocialAccountRow } from './social-account-view.ts'

/** The studio as an application of hosts that register applications themselves; each host once. */
export class NetworkApps {
  readonly #options: {
    readonly database: Database
    readonly clock: Clock
    readonly keys: KeyRing
    readonly redirectUri: string
  }

  constructor(options: {
    readonly database: Database
    readonly clock: Clock
    readonly keys: KeyRing
    readonly redirectUri: string
  }) {
    this.#options = options
  }

  /** Undefined where the network's applications are set up by hand. */
  async of(
    network: SocialAccountRow['network'],
    connector: OauthConnector,
    server: string,
  ): Promise<NetworkApp | undefined> {
    if (connector.register === undefined) return undefined
    const { redirectUri, keys, database, clock } = this.#options
    const known = await this.#find(network, server)
    if (known !== undefined) return known
    const { clientId, clientSecret } = await connector.register({ server, redirectUri })
    const sealed = keys.seal(clientSecret, placeOfApp({ network, server, redirectUri }))
    await database.db
      .insert(networkApps)
      .values({
        network,
        server,
        redirectUri,
        clientId,
        clientSecret: sealed.bytes,
        keyId: sealed.keyId,
        createdAt: clock(),
      })
      // Two people connect the first accounts of a host at once, or a key is gone: the last one counts.
      .onConflictDoUpdate({
        target: [networkApps.network, networkApps.server, networkApps.redirectUri],
        set: { clientId, clientSecret: sealed.bytes, keyId: sealed.keyId },
      })
    return this.#find(network, server)
  }

  async #find(
    network: SocialAccountRow['network'],
    server: string,
  ): Promise<NetworkApp | undefined> {
    const { database, keys, redirectUri } = this.#options
    const [row] = await database.db
      .select()
      .from(networkApps)
      .where(
        and(
          eq(networkApps.network, network),
          eq(networkApps.server, server),
          eq(networkApps.redirectUri, redirectUri),
        ),
      )
    if (row === undefined) return undefined
    const sealed = { keyId: row.keyId, bytes: row.clientSecret }
    try {
      const clientSecret = String(keys.open(sealed, placeOfApp({ network, server, redirectUri })))
      return { clientId: row.clientId, clientSecret }
    } catch (error) {
      if (error instanceof SealError) return undefined
      throw error
    }
  }
}
