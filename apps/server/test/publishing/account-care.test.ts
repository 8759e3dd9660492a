import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Database } from '../../src/db/database.ts'
import { deliveries, socialAccounts } from '../../src/db/publishing-tables.ts'
import { notices } from '../../src/db/schema.ts'
import type { NetworkAdapter, Renewed, Session } from '../../src/networks/network-adapter.ts'
import { PublishError } from '../../src/networks/publish-error.ts'
import type { PlayedNetwork } from '../../src/networks/testing/conformance.ts'
import { AccountCare } from '../../src/publishing/social-accounts/account-care.ts'
import { placeOfAccount } from '../../src/publishing/social-accounts/social-account-view.ts'
import { SocialSessions } from '../../src/publishing/social-accounts/social-sessions.ts'
import { KeyRing } from '../../src/secrets/key-ring.ts'
import { playBluesky } from '../networks/played-networks.ts'
import type { World } from './publishing-world.ts'
import { startWorld } from './start-world.ts'

const minute = 60_000
const day = 24 * 60 * minute

let bluesky: PlayedNetwork
let world: World
let account: string
/** What the network is asked to renew, one after another. */
let asked: Session[]
/** As the network does it, or as a test says. */
let renew: (session: Session) => Promise<Renewed>

beforeEach(async () => {
  bluesky = await playBluesky()
  const { connector } = bluesky.adapter
  asked = []
  renew = (session) => connector.renew?.(session) ?? Promise.reject(new Error('It renews nothing.'))
  const counted = (session: Session) => {
    asked.push(session)
    return renew(session)
  }
  const adapter: NetworkAdapter = {
    ...bluesky.adapter,
    connector: { ...connector, renew: counted },
  }
  world = await startWorld([adapter])
  account = await world.connect('bluesky', bluesky.session)
})
afterEach(async () => {
  await world.close()
  await bluesky.close()
})

/** What one process has: nothing of it is shared with another but the database. */
function aProcess(database = world.database, keys = world.keys) {
  const parts = { ...world, database, keys }
  const sessions = new SocialSessions(parts)
  const { connections } = world.publishing
  return { sessions, care: new AccountCare({ ...parts, sessions, connections }) }
}

async function row(id = account) {
  const [found] = await world.database.db
    .select()
    .from(socialAccounts)
    .where(eq(socialAccounts.id, id))
  if (found === undefined) throw new Error('The account is not there.')
  return found
}

const endsIn = (ms: number) =>
  world.database.db.update(socialAccounts).set({ tokenExpiresAt: world.clock() + ms })
const isAway = () =>
  Promise.reject(
    new PublishError({ kind: 'not_sent', code: 'network_unreachable', detail: 'It is away.' }),
  )
const name = () => ({ workspaceId: world.workspaceId, socialAccountId: account })
const expired = { code: 'account_expired', detail: 'No longer accepted.' } as const

describe('tokens that end', () => {
  it('are renewed once, by however many processes they are asked for at once', async () => {
    await endsIn(5 * minute)
    const other = new Database(world.connectionString, { connectionsMax: 5 })
    try {
      const processes = [aProcess(), aProcess(other)]
      const opened = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          processes[at % 2]?.sessions.open(world.workspaceId, account),
        ),
      )
      expect(asked).toHaveLength(1)
      const kinds = new Set(opened.map((session) => JSON.stringify(session?.credentials)))
      expect(kinds.size).toBe(1)
      expect(kinds).not.toContain(JSON.stringify(bluesky.session.credentials))
    } finally {
      await other.close()
    }
  })

  it('are renewed ahead of their end, by whoever looks after accounts', async () => {
    await endsIn(5 * minute)
    await aProcess().care.look()
    expect(asked).toHaveLength(1)
    expect((await row()).tokenExpiresAt).toBeGreaterThan(world.clock() + 10 * minute)
    await aProcess().care.look()
    expect(asked).toHaveLength(1)
  })

  it('of many accounts whose network is away keep no others waiting', async () => {
    await endsIn(minute)
    const kept = await row()
    const copies = Array.from({ length: 60 }, (_, at) => {
      const { workspaceId } = kept
      const id = `account-${String(at).padStart(2, '0')}`
      const place = placeOfAccount({ workspaceId, id })
      const sealed = world.keys.seal(bluesky.session.credentials, place)
      const tokenExpiresAt = world.clock() + minute + at
      return { ...kept, id, remoteId: id, credentials: sealed.bytes, tokenExpiresAt }
    })
    await world.database.db.insert(socialAccounts).values(copies)
    renew = isAway
    const { care } = aProcess()
    await care.look()
    expect(asked).toHaveLength(50)
    await care.look()
    expect(new Set(asked.map(({ socialAccountId }) => socialAccountId)).size).toBe(61)
    // And from the beginning again.
    await care.look()
    expect(asked).toHaveLength(111)
    expect((await row()).needsReconnect).toBe(false)
  })
})

describe('an account that the network refuses', () => {
  it('was renewed meanwhile: it is tried again with what is kept now', async () => {
    const { sessions } = aProcess()
    const { credentials } = await sessions.open(world.workspaceId, account)
    await endsIn(5 * minute)
    await aProcess().sessions.renew(world.workspaceId, account)
    expect(await sessions.refused({ ...name(), credentials }, expired)).toBe('renewed')
    expect(asked).toHaveLength(1)
    expect((await row()).needsReconnect).toBe(false)
  })

  it('was connected anew meanwhile: what could not be opened before is no reason to lose it', async () => {
    const { sessions } = aProcess()
    const unopened = { ...name(), credentials: undefined }
    expect(await sessions.refused(unopened, expired)).toBe('renewed')
    expect((await row()).needsReconnect).toBe(false)
  })

  it('is renewed once, and lost when what is new is refused, too', async () => {
    const { sessions } = aProcess()
    const first = await sessions.open(world.workspaceId, account)
    world.turn(minute)
    expect(await sessions.refused({ ...name(), ...first }, expired)).toBe('renewed')
    const second = await sessions.open(world.workspaceId, account)
    expect(second.credentials).not.toEqual(first.credentials)
    expect(await sessions.refused({ ...name(), ...second }, expired)).toBe('lost')
    expect(await row()).toMatchObject({ needsReconnect: true, problem: expired.detail })
    expect(await kindsOfNotices()).toEqual(['account_lost'])
  })

  it('whose network renews nothing just now: the delivery waits, and goes on by itself', async () => {
    const post = await world.draft('Bread, later.', ['bluesky'])
    await world.publish(post, account)
    const { standIn } = bluesky as PlayedNetwork & { standIn: { expireTokens(): void } }
    standIn.expireTokens()
    renew = isAway
    await world.worker().run()
    const waiting = await world.delivery(post)
    expect(waiting).toMatchObject({ state: 'waiting', problem: { action: 'wait' } })
    expect(waiting.problem?.detail).toContain('It is tried again')
    expect(waiting.nextAt).not.toBeNull()
    expect((await row()).needsReconnect).toBe(false)
    const { connector } = bluesky.adapter
    renew = (session) => connector.renew?.(session) ?? isAway()
    world.turn(minute)
    await world.worker().run()
    await world.worker().run()
    expect(await world.delivery(post)).toMatchObject({ state: 'published', problem: null })
    expect(standIn.posts()).toHaveLength(1)
  })

  it('and was connected in that moment: what waits for it goes on by itself', async () => {
    const post = await world.draft('Bread, at last.', ['bluesky'])
    await world.publish(post, account)
    await world.database.db
      .update(deliveries)
      .set({ state: 'waiting', nextAt: null, problemCode: 'account_expired' })
      .where(eq(deliveries.postId, post))
    const { care } = aProcess()
    await care.look()
    // It may wait for something else.
    expect((await world.delivery(post)).nextAt).toBeNull()
    await world.database.db
      .update(deliveries)
      .set({ problemAction: 'reconnect' })
      .where(eq(deliveries.postId, post))
    await world.database.db.update(socialAccounts).set({ needsReconnect: true })
    await care.look()
    expect((await world.delivery(post)).nextAt).toBeNull()
    await world.database.db.update(socialAccounts).set({ needsReconnect: false })
    await care.look()
    await world.worker().run()
    expect((await world.delivery(post)).state).toBe('published')
  })
})

describe('an account that needs its owner soon', () => {
  it('is told of a week before and a day before, once each', async () => {
    const { care } = aProcess()
    await world.database.db.update(socialAccounts).set({ personNeededAt: world.clock() + 8 * day })
    await care.look()
    expect(await kindsOfNotices()).toEqual([])
    world.turn(1.5 * day)
    await care.look()
    await care.look()
    expect(await kindsOfNotices()).toEqual(['account_expiring'])
    world.turn(6 * day)
    await care.look()
    await care.look()
    expect(await kindsOfNotices()).toEqual(['account_expiring', 'account_expiring'])
    const { rows } = await world.database.pool.query('select notice_id from studio.alert_mails')
    expect(rows).toHaveLength(2)
  })
})

describe('a new key', () => {
  const old = { id: 'test', key: new Uint8Array(32) }
  const current = { id: 'new', key: new Uint8Array(32).fill(7) }

  it('seals everything anew, and the old one is needed no more', async () => {
    const { care } = aProcess(world.database, new KeyRing([current, old]))
    await care.look()
    expect((await row()).keyId).toBe('new')
    const { sessions } = aProcess(world.database, new KeyRing([current]))
    const { credentials } = await sessions.open(world.workspaceId, account)
    expect(credentials).toEqual(bluesky.session.credentials)
  })

  it('without the old one loses the accounts, and says so once', async () => {
    const { care } = aProcess(world.database, new KeyRing([current]))
    await care.look()
    await care.look()
    const { needsReconnect, problem } = await row()
    expect(needsReconnect).toBe(true)
    expect(problem).toContain('connect the account again')
    expect(await kindsOfNotices()).toEqual(['account_lost'])
  })
})

async function kindsOfNotices(): Promise<string[]> {
  const told = await world.database.db.select({ kind: notices.kind }).from(notices)
  return told.map(({ kind }) => kind)
}
