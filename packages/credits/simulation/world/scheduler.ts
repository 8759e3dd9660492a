import type { Random } from '../../test/random.ts'

/** Somebody who waits until it is their turn. */
export interface Turn {
  readonly owner: string
  readonly what: string
  readonly go: () => void
}

export interface Rehearsal {
  /** Called before each step. Answers whether it did something that takes the step's place. */
  readonly interfere: () => boolean
  /** Hears of each turn as it is taken. */
  readonly onTurn: (turn: Turn) => void
  readonly isDone: () => boolean
  readonly stepsMax: number
}

export type RunEnd = 'done' | 'stuck' | 'endless'

/**
 * Lets one of those who wait go on at a time. The next is chosen when nobody can go on by
 * themselves, so that the choices alone decide what happens in which order.
 */
export class Scheduler {
  readonly #random: Random
  /** How often the one who waited longest is next, rather than anyone. */
  readonly #fairness: number
  readonly #dead = new Set<string>()
  #waiting: Turn[] = []

  constructor(random: Random, fairness: number) {
    this.#random = random
    this.#fairness = fairness
  }

  turn(owner: string, what: string): Promise<void> {
    return new Promise((go) => this.later({ owner, what, go }))
  }

  later(turn: Turn): void {
    if (!this.#dead.has(turn.owner)) this.#waiting.push(turn)
  }

  /** The owner is dead: none of its turns ever comes, and whatever it was doing stops for ever. */
  drop(owner: string): void {
    this.#dead.add(owner)
    this.#waiting = this.#waiting.filter((turn) => turn.owner !== owner)
  }

  get waiting(): readonly Turn[] {
    return this.#waiting
  }

  /** Until everything is done, nobody is left who could go on, or there is no end to it. */
  async run(rehearsal: Rehearsal): Promise<RunEnd> {
    return await new Promise((resolve) => {
      whenNobodyMoves(() => this.#step(rehearsal, 0, resolve))
    })
  }

  #step(rehearsal: Rehearsal, steps: number, end: (end: RunEnd) => void): void {
    const reached = this.#takeStep(rehearsal, steps)
    if (reached) end(reached)
    else whenNobodyMoves(() => this.#step(rehearsal, steps + 1, end))
  }

  #takeStep(rehearsal: Rehearsal, steps: number): RunEnd | undefined {
    if (rehearsal.isDone()) return 'done'
    if (steps >= rehearsal.stepsMax) return 'endless'
    if (rehearsal.interfere()) return undefined
    const turn = this.#choose()
    if (!turn) return 'stuck'
    rehearsal.onTurn(turn)
    turn.go()
    return undefined
  }

  #choose(): Turn | undefined {
    const last = this.#waiting.length - 1
    if (last < 0) return undefined
    if (this.#random.chance(this.#fairness)) return this.#waiting.shift()
    return this.#waiting.splice(this.#random.between(0, last), 1)[0]
  }
}

/** Node empties the queue of promises before the next tick, and needs no timer for it. */
function whenNobodyMoves(callback: () => void): void {
  queueMicrotask(() => process.nextTick(callback))
}
