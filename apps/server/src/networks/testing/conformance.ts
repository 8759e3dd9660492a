import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRandom } from '../../random.ts'
import type { NetworkAdapter, ReplyTo, Session, TargetContent } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { type Fault, faults } from './fault.ts'
import { aPicture, PlayedTarget } from './play.ts'
import type { StandIn } from './stand-in.ts'

/** A network under test: its adapter, an account of it, and the stand-in that keeps what is posted. */
export interface PlayedNetwork {
  readonly adapter: NetworkAdapter
  readonly session: Session
  readonly standIn: StandIn
  /** The account's access is taken away. */
  readonly revoke: () => void
  readonly close: () => Promise<void>
}

export interface Conformance {
  readonly start: () => Promise<PlayedNetwork>
  /** What the network needs in every post, as media where it takes no text alone. */
  readonly post?: Partial<TargetContent>
  /** Answers to one's own posts. */
  readonly hasThreads?: boolean
  readonly hasAlt?: boolean
  readonly picturesMax?: number
  /** How many randomised runs with lost answers. */
  readonly runs?: number
}

/** Whether a fault leaves the post visible at the network. */
const leavesPost: Readonly<Record<Fault, boolean>> = {
  cut_before: false,
  cut_after: true,
  error_before: false,
  error_after: true,
  slow_after: true,
  busy_before: false,
  html_before: false,
  html_after: true,
  redirect_before: false,
}

/** Many runs of many calls, on a machine that may have other things to do. */
const badWeatherMs = 120_000

/** Nobody waits for a slow answer in a test. */
const tried = faults.filter((fault) => fault !== 'slow_after')

/**
 * What every adapter has to keep, whoever wrote it: posts are counted at the network, never by what
 * the adapter says.
 */
export function describeNetwork(name: string, options: Conformance): void {
  const { hasThreads = true, hasAlt = true, picturesMax = 4, runs = 200, post = {} } = options
  let network: PlayedNetwork

  const target = (content: Partial<TargetContent> = {}, replyTo?: ReplyTo) =>
    new PlayedTarget(
      network.adapter,
      network.session,
      { text: 'Fresh bread, from six.', ...post, ...content },
      replyTo,
    )

  describe(name, () => {
    beforeEach(async () => {
      network = await options.start()
    })
    afterEach(() => network.close())

    it('publishes once, and says where', async () => {
      const receipt = await target().publish()
      const posts = network.standIn.posts()
      expect(posts).toHaveLength(1)
      expect(posts[0]?.text).toContain('Fresh bread, from six.')
      expect(receipt.remoteId).not.toBe('')
      if (receipt.url !== null) expect(URL.canParse(receipt.url)).toBe(true)
    })

    it.runIf(picturesMax > 0)('publishes pictures with what they show', async () => {
      const count = Math.min(2, picturesMax)
      const media = Array.from({ length: count }, (_, index) => aPicture(`Loaf ${index + 1}`))
      await target({ media }).publish()
      const [made] = network.standIn.posts()
      expect(made?.media).toHaveLength(count)
      if (hasAlt) expect(made?.media.map(({ alt }) => alt)).toEqual(media.map(({ alt }) => alt))
    })

    it.runIf(hasThreads)('answers its own post, one after another', async () => {
      const root = await target().publish()
      const second = await target(
        { kind: 'reply', text: 'Rye too.' },
        { root, parent: root },
      ).publish()
      await target({ kind: 'reply', text: 'And rolls.' }, { root, parent: second }).publish()
      const [first, next, last] = network.standIn.posts()
      expect(next?.replyTo).toBe(first?.id)
      expect(last?.replyTo).toBe(next?.id)
    })

    it('prepares as often as it likes, and nobody sees anything', async () => {
      const prepared = target({ media: post.media ?? [aPicture('A loaf')] })
      const intent = await prepared.prepare()
      expect(await prepared.prepare()).toEqual(intent)
      expect(network.standIn.posts()).toHaveLength(0)
      await prepared.publish()
      expect(network.standIn.posts()).toHaveLength(1)
    })

    it.each(tried)('says of “%s” whether the post may be there', async (fault) => {
      const sent = target()
      await sent.prepare()
      network.standIn.faults.next(fault, 'commit')
      const error = await sent.publish().then(
        () => undefined,
        (thrown) => thrown as unknown,
      )
      if (error === undefined) throw new Error('A call that failed was taken for one that worked.')
      expect(error).toBeInstanceOf(PublishError)
      const { kind, retryAt, detail } = error as PublishError
      expect(network.standIn.posts()).toHaveLength(leavesPost[fault] ? 1 : 0)
      expect(detail).toMatch(/[.]$/)
      // What left a post is lost; what cannot be told from it is lost too.
      if (leavesPost[fault]) expect(kind).toBe('lost')
      if (fault === 'busy_before') {
        expect(kind).toBe('wait')
        expect(retryAt).toBeGreaterThan(Date.now() - 1000)
      }
    })

    it('goes to its end after each fault, with one post or a question', async () => {
      for (const fault of tried) {
        const before = network.standIn.posts().length
        network.standIn.faults.next(fault, 'commit')
        const outcome = await target({ text: `After ${fault}.` }).run()
        const made = network.standIn.posts().length - before
        if (outcome.kind === 'published') expect(made).toBe(1)
        else expect(outcome.kind).toBe('asked')
        expect(made).toBeLessThanOrEqual(1)
      }
    })

    it('says that an account was taken away, and posts nothing', async () => {
      network.revoke()
      const outcome = await target().run()
      expect(outcome).toMatchObject({ kind: 'failed', error: { kind: 'account' } })
      expect(network.standIn.posts()).toHaveLength(0)
    })

    it(
      `loses and doubles nothing in ${runs} runs of bad weather`,
      async () => {
        const random = createRandom(20_261_126)
        const weather = [
          'cut_before',
          'cut_after',
          'error_before',
          'error_after',
          'html_after',
        ] as const
        network.standIn.faults.byChance(() =>
          random.next() < 0.4 ? random.pick(weather) : undefined,
        )
        let published = 0
        let asked = 0
        for (let run = 0; run < runs; run += 1) {
          const outcome = await target({ text: `Run ${run} of bread.` }).run(200)
          if (outcome.kind === 'published') published += 1
          else asked += 1
        }
        const seen = new Map<string, number>()
        for (const { text } of network.standIn.posts()) seen.set(text, (seen.get(text) ?? 0) + 1)
        expect([...seen.values()].filter((times) => times > 1)).toEqual([])
        expect(network.standIn.posts().length).toBeGreaterThanOrEqual(published)
        const { class: promised, mayAsk } = network.adapter.promise
        if (promised !== 'asked' && !mayAsk) expect(asked).toBe(0)
        expect(published + asked).toBe(runs)
      },
      badWeatherMs,
    )
  })
}
