import { faults } from '../../src/networks/testing/fault.ts'
import { answerTo, content, type Played, PlayedTarget, seeded } from './played-delivery.ts'

const quick = faults.filter((fault) => fault !== 'slow_after')

export interface LostAnswers {
  readonly published: number
  readonly asked: number
  /** Refused although nothing was wrong with it. */
  readonly refused: readonly string[]
  /** How many posts are at the network of each that was to be made. */
  readonly copies: readonly number[]
  /** Those that count as published and are not there, or the other way round. */
  readonly wrong: readonly string[]
}

/**
 * Delivers posts of all kinds while calls fail by chance, before and after the network has done what
 * they asked for, and workers die with the answer in hand; then counts at the network.
 */
export async function loseAnswers(
  played: Played,
  options: {
    readonly runs: number
    readonly seed: number
    /** How many pictures posts may have. */
    readonly pictures: readonly number[]
    readonly answers: 'thread' | 'comments'
  },
): Promise<LostAnswers> {
  const random = seeded(options.seed)
  const { faults: script } = played.network.standIn
  const session = played.network.session()
  const asked: string[] = []
  const published: string[] = []
  const refused: string[] = []
  const root = await new PlayedTarget(played, {
    session,
    content: content('The first of all', options.pictures[0] ?? 0),
  }).deliver()
  if (root.kind !== 'published') throw new Error('nothing is published even when all is well')
  script.byChance((scope) => {
    // Nobody waits for long in a test, so it is rare.
    if (scope === 'commit' && random() < 0.01) return 'slow_after'
    return random() < 0.3 ? quick[Math.floor(random() * quick.length)] : undefined
  })
  for (let run = 0; run < options.runs; run += 1) {
    const text = `Rye bread, batch ${options.seed}-${run}: 2 < 3 & more (today) #bread https://river.example/${run}`
    const isAnswer = random() < 0.3
    const pictures = options.pictures[Math.floor(random() * options.pictures.length)] ?? 0
    const target = new PlayedTarget(played, {
      session,
      content: content(text, isAnswer && options.answers === 'comments' ? 0 : pictures),
      replyTo: isAnswer ? answerTo(root.receipt) : undefined,
    })
    const outcome = await target.deliver(() => random() < 0.1)
    const list = { published, asked, refused }[outcome.kind]
    list.push(outcome.kind === 'refused' ? `${text}: ${outcome.error.detail}` : text)
  }
  script.clear()
  const { posts } = played.network.standIn
  const copiesOf = (text: string) => posts().filter((post) => post.text === text).length
  return {
    published: published.length,
    asked: asked.length,
    refused,
    copies: [...published, ...asked].map(copiesOf),
    wrong: published.filter((text) => copiesOf(text) !== 1),
  }
}
