import {
  checkPost,
  countText,
  limits,
  networks,
  type PostFacts,
  splitText,
  textRoom,
} from '@rheos/preflight'

/** One press of a key in an editor with ten tabs: each text is counted and checked anew. */
const tabs = networks.slice(0, 10)
const sentence =
  'Grüße aus der Bäckerei 🥐: wir öffnen um fünf, mehr auf https://example.com/brot #bäckerei. '
const mixed = (length: number) =>
  sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length)

const rounds = 60

const measured = [
  ['count 10 tabs of 5,000 characters', (round: number) => countTabs(`${round}${mixed(4_998)}`)],
  [
    'count and check 10 tabs of 5,000 characters',
    (round: number) => checkTabs(`${round}${mixed(4_998)}`),
  ],
  [
    'count a paste of 50,000 characters in 10 tabs',
    (round: number) => countTabs(`${round}${mixed(49_998)}`),
  ],
  ['split 50,000 characters for X', (round: number) => split(`${round}${mixed(49_998)}`)],
] as const

for (const [name, run] of measured) {
  const first = timed(() => run(0))
  const times = Array.from({ length: rounds }, (_, round) => timed(() => run(round + 1)))
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)
  process.stdout.write(
    `${name}: first ${first.toFixed(1)} ms, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms\n`,
  )
}

function countTabs(text: string): void {
  for (const network of tabs) countText(text, network)
}

function checkTabs(text: string): void {
  const post: PostFacts = { type: 'text', title: '', parts: [text], media: [] }
  for (const network of tabs) checkPost(post, network)
}

function split(text: string): void {
  splitText(text, textRoom(limits.x, { type: 'text', media: [] }), { numbered: true })
}

function timed(run: () => void): number {
  const startedAt = performance.now()
  run()
  return performance.now() - startedAt
}
