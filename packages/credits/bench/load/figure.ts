/** One figure over all rounds. `NaN` stands for a round in which nothing could be measured. */
export interface Figure {
  readonly median: number
  readonly min: number
  readonly max: number
  readonly rounds: readonly number[]
}

export interface Percentiles {
  readonly p50: number
  readonly p99: number
}

export interface PercentileFigures {
  readonly p50: Figure
  readonly p99: Figure
}

export function figureOf(rounds: readonly number[]): Figure {
  const known = rounds.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const at = (index: number) => known[index] ?? Number.NaN
  const middle = (known.length - 1) / 2
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2
  return { median, min: at(0), max: at(known.length - 1), rounds }
}

/** Round by round: what slowed the machine down in one of them slowed both. */
export function ratioOf(figure: Figure, to: Figure): Figure {
  return figureOf(figure.rounds.map((value, round) => value / (to.rounds[round] ?? Number.NaN)))
}

export function percentileFigures(rounds: readonly Percentiles[]): PercentileFigures {
  return {
    p50: figureOf(rounds.map(({ p50 }) => p50)),
    p99: figureOf(rounds.map(({ p99 }) => p99)),
  }
}
