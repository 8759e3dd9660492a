import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { v7 } from 'uuid'
import { assets, brands } from '../src/db/schema.ts'
import type { Fault } from '../src/networks/testing/fault.ts'
import { createRandom, type Random } from '../src/random.ts'
import { video } from '../test/library/videos.ts'
import { TurnedClock } from '../test/networks/played-delivery.ts'
import { leaseMs, openWorld, type World } from '../test/publishing/publishing-world.ts'
import { type Deaths, dyingAdapter, untilDeath } from './dying-adapter.ts'
import { type ProvenNetwork, startNetworks } from './proven-networks.ts'
import { type Run, type Tally, tallyOf } from './tally.ts'

/** Posts under way at once for each network, each to an account of its own. */
const atOnce = 100
/** Rounds in which the weather is bad; after them it is fine, and everything has to end. */
const badRounds = 6
const roundsMax = 400
const faultChance = 0.3
const deathChance = 0.06

const weather = [
  'cut_before',
  'cut_after',
  'error_before',
  'error_after',
  'busy_before',
  'html_before',
  'html_after',
  'redirect_before',
] as const satisfies readonly Fault[]

/**
 * Leads posts through lost answers, refusals and workers that die at any await, by the very engine
 * that publishes, and counts what is at the networks afterwards.
 */
export async function provePublishing(options: {
  readonly connectionString: string
  readonly folder: string
  readonly runs: number
  readonly seed: number
}): Promise<Tally[]> {
  const clock = new TurnedClock()
  const networks = await startNetworks(clock)
  const adapters = networks.map(({ adapter }) => adapter)
  const world = await openWorld({ ...options, adapters, clock })
  try {
    const random = createRandom(options.seed)
    const files = { picture: await aPicture(world), video: await aVideo(world) }
    const tallies: Tally[] = []
    for (const [index, network] of networks.entries()) {
      const runs = shareOf(options.runs, networks.length, index)
      tallies.push(await proveNetwork({ world, network, runs, random, files }))
    }
    return tallies
  } finally {
    await world.close()
    await Promise.all(networks.map((network) => network.close()))
  }
}

function shareOf(runs: number, parts: number, index: number): number {
  return Math.floor(runs / parts) + (index < runs % parts ? 1 : 0)
}

interface Proof {
  readonly world: World
  readonly network: ProvenNetwork
  readonly runs: number
  readonly random: Random
  /** The assets that posts carry. */
  readonly files: Readonly<Record<'picture' | 'video', string>>
}

async function proveNetwork(proof: Proof): Promise<Tally> {
  const { world, network, runs } = proof
  const accounts = await accountsOf(world, network, Math.min(runs, atOnce))
  const deaths: Deaths = { count: 0 }
  const faults = { count: 0 }
  const ended: Run[] = []
  for (let begun = 0; begun < runs; begun += accounts.length) {
    const count = Math.min(accounts.length, runs - begun)
    const texts = Array.from({ length: count }, (_, index) => `Loaf number ${begun + index + 1}`)
    const posts = await publishAll(proof, texts, accounts)
    await weatherTheStorm(proof, deaths, faults)
    for (const [index, post] of posts.entries()) {
      const { state } = await world.delivery(post)
      ended.push({ text: texts[index] ?? '', state })
    }
  }
  const found = network.standIn.posts().map(({ text }) => text)
  const { network: name, adapter } = network
  const { class: promised, mayAsk = promised === 'asked' } = adapter.promise
  const about = { network: name, class: promised, mayAsk }
  return tallyOf({ ...about, faults: faults.count, deaths: deaths.count }, ended, found)
}

async function publishAll(
  { world, network, files }: Proof,
  texts: readonly string[],
  accounts: readonly { readonly id: string; readonly brandId: string }[],
): Promise<string[]> {
  const { needs } = network
  const media = needs === undefined ? [] : [{ assetId: files[needs], alt: 'A loaf' }]
  const type = needs === 'picture' ? 'image' : (needs ?? 'text')
  const posts: string[] = []
  for (const [index, text] of texts.entries()) {
    const account = accounts[index]
    if (account === undefined) throw new Error('There are fewer accounts than posts.')
    const more = { brandId: account.brandId, media, type, title: needs === 'video' ? 'A loaf' : '' }
    const post = await world.draft(text, [network.network], more)
    await world.publish(post, account.id)
    posts.push(post)
  }
  return posts
}

/** Rounds of two workers each, until nothing goes on by itself. */
async function weatherTheStorm(
  { world, network, random }: Proof,
  deaths: Deaths,
  faults: { count: number },
): Promise<void> {
  const { standIn, adapter } = network
  for (let round = 0; round < roundsMax; round += 1) {
    const isBad = round < badRounds
    standIn.faults.byChance(
      isBad
        ? () => {
            if (random.next() >= faultChance) return undefined
            faults.count += 1
            return random.pick(weather)
          }
        : undefined,
    )
    const mortal = isBad ? [dyingAdapter(adapter, random, deaths, deathChance)] : []
    const workers = [world.worker(mortal), world.worker(mortal)]
    const due = await Promise.all(workers.map(workOnce))
    if (due.every((count) => count === 0) && !(await goesOn(world))) return
    world.turn(leaseMs + 1000)
  }
  throw new Error(`Posts to ${network.network} came to no end.`)
}

/** All that is due, to its end or to the death of whoever works on it. */
async function workOnce(worker: ReturnType<World['worker']>): Promise<number> {
  const claimed = await worker.claim()
  await Promise.all(claimed.map((each) => untilDeath(() => worker.work(each))))
  return claimed.length
}

async function goesOn({ database }: World): Promise<boolean> {
  const { rows } = await database.pool.query<{ some: boolean }>(
    `select exists (select from studio.deliveries where next_at is not null or lease_owner is not null) as some`,
  )
  return rows[0]?.some === true
}

/** The same account of the network for many brands: each publishes by itself. */
async function accountsOf(world: World, { network, session }: ProvenNetwork, count: number) {
  const accounts: { readonly id: string; readonly brandId: string }[] = []
  for (let index = 0; index < count; index += 1) {
    const brandId = v7()
    const now = world.clock()
    await world.database.db.insert(brands).values({
      workspaceId: world.workspaceId,
      id: brandId,
      kind: 'business',
      name: `Bakery ${index}`,
      createdAt: now,
      updatedAt: now,
    })
    accounts.push({ id: await world.connect(network, session, brandId), brandId })
  }
  return accounts
}

async function aPicture(world: World): Promise<string> {
  const bytes = await sharp({
    create: { width: 640, height: 640, channels: 3, background: '#b5651d' },
  })
    .jpeg()
    .toBuffer()
  return anAsset(world, bytes, { mediaType: 'image/jpeg', width: 640, height: 640 })
}

async function aVideo(world: World): Promise<string> {
  const bytes = video('bread.mp4')
  const contentHash = createHash('sha256').update(bytes).digest('hex')
  const about = { mediaType: 'video/mp4', width: 320, height: 180, durationMs: 1000 }
  return anAsset(world, bytes, { ...about, videoCodec: 'avc', hasAudio: false, contentHash })
}

async function anAsset(
  { database, storage, workspaceId, clock }: World,
  bytes: Uint8Array,
  about: Pick<typeof assets.$inferInsert, 'mediaType' | 'width' | 'height'> &
    Partial<typeof assets.$inferInsert>,
): Promise<string> {
  const id = v7()
  const storageKey = `${workspaceId}/originals/${id}`
  await storage.put(storageKey, bytes)
  await database.db.insert(assets).values({
    workspaceId,
    id,
    kind: 'upload',
    storageKey,
    bytes: bytes.byteLength,
    createdBy: 'ada',
    createdAt: clock(),
    ...about,
  })
  return id
}
