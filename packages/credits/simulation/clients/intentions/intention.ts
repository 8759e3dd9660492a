import type { Policy } from '@rheos/credits'
import type { Client } from '../client.ts'
import type { KnownAccount } from '../directory.ts'

/** Something a client does with an account. */
export type Intention = (client: Client, account: KnownAccount, policy: Policy) => Promise<void>
