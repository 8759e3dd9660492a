import type { DeliveryClass, DeliveryState, Network } from '@rheos/contract'

/** What became of the runs at one network. */
export interface Tally {
  readonly network: Network
  readonly class: DeliveryClass
  /** A person may be asked, by the class or by the network's own nature. */
  readonly mayAsk: boolean
  readonly runs: number
  /** Said to be out. */
  readonly published: number
  /** Put before a person. */
  readonly asked: number
  /** In any other state: none should be. */
  readonly others: number
  /** Posts at the network. */
  readonly found: number
  /** Texts that are there more than once. */
  readonly doubled: number
  /** Said to be out, and not there. */
  readonly lost: number
  readonly faults: number
  readonly deaths: number
}

export interface Run {
  readonly text: string
  readonly state: DeliveryState
}

/** Counted at the network, whatever the database says. */
export function tallyOf(
  network: Pick<Tally, 'network' | 'class' | 'mayAsk' | 'faults' | 'deaths'>,
  runs: readonly Run[],
  texts: readonly string[],
): Tally {
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  const published = runs.filter(({ state }) => state === 'published')
  const asked = runs.filter(({ state }) => state === 'needs_person').length
  return {
    ...network,
    runs: runs.length,
    published: published.length,
    asked,
    others: runs.length - published.length - asked,
    found: texts.length,
    doubled: [...times.values()].filter((count) => count > 1).length,
    lost: published.filter(({ text }) => !times.has(text)).length,
  }
}

/** Nothing twice; nothing lost; and only where nobody can look is anybody asked. */
export function hasHeld({ mayAsk, asked, others, doubled, lost }: Tally): boolean {
  return doubled === 0 && lost === 0 && others === 0 && (mayAsk || asked === 0)
}

export function tallyText(tallies: readonly Tally[]): string {
  const heads = [
    'network',
    'class',
    'runs',
    'faults',
    'deaths',
    'published',
    'asked',
    'found',
    'twice',
    'lost',
    'other',
  ]
  const rows = tallies.map((tally) => [
    tally.network,
    tally.class,
    tally.runs,
    tally.faults,
    tally.deaths,
    tally.published,
    tally.asked,
    tally.found,
    tally.doubled,
    tally.lost,
    tally.others,
  ])
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => String(row[column]).length)),
  )
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, column) =>
        column < 2
          ? String(cell).padEnd(widths[column] ?? 0)
          : String(cell).padStart(widths[column] ?? 0),
      )
      .join('  ')
  return [line(heads), ...rows.map(line)].join('\n')
}
