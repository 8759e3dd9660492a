import type { DeliveryPromise } from '../../src/networks/network-adapter.ts'
import type { PublishErrorKind } from '../../src/networks/publish-error.ts'
import { afterLooking, afterSending } from '../../src/publishing/law/after-error.ts'
import { nextStep } from '../../src/publishing/law/next-step.ts'
import type { Target } from '../../src/publishing/law/target.ts'

/** Chances last so long; then the weather is fine and everything comes to its end. */
const stepsMax = 400
const clear = ['not_sent', 'wait', 'rejected', 'account'] as const satisfies PublishErrorKind[]

type Ending = 'published' | 'rejected' | 'missed' | 'asked' | 'under way'

/** One post and a network that does what its promise says, both by chance; for tests of the law. */
export class PlayedTarget {
  ending: Ending = 'under way'
  readonly #promise: DeliveryPromise
  readonly #dueAt: number
  readonly #chance: number[]
  /** When each post appeared or will appear, and when the key was first used. */
  readonly #appearances: number[] = []
  #keyUsedAt: number | undefined
  #attempts = 0
  #now: number
  #target: Target = { index: 0, state: 'scheduled', committedAt: null, calledAt: null }

  constructor(options: { promise: DeliveryPromise; dueAt: number; chance: readonly number[] }) {
    this.#promise = options.promise
    this.#dueAt = options.dueAt
    this.#now = options.dueAt
    this.#chance = [...options.chance]
  }

  /** How many are at the network in the end. */
  get posts(): number {
    return this.#appearances.length
  }

  run(): void {
    for (let step = 0; step < stepsMax && this.ending === 'under way'; step += 1) this.#step()
  }

  /** One of so many; 0 when the weather is fine. */
  #roll(sides: number): number {
    return (this.#chance.pop() ?? 0) % sides
  }

  #step(): void {
    this.#now += this.#roll(3) === 2 ? this.#roll(12 * 3_600_000) : 0
    // A worker that died while calling leaves a doubt.
    if (this.#target.state === 'committing') this.#become('unconfirmed')
    const way = { dueAt: this.#dueAt, promise: this.#promise, targets: [this.#target] }
    const step = nextStep(way, this.#now)
    switch (step.do) {
      case 'send':
      case 'repeat':
        this.#call()
        break
      case 'look':
        this.#look()
        break
      case 'wait':
        this.#now = step.until
        break
      case 'ask':
        this.#end('asked')
        break
      case 'miss':
        this.#end('missed')
        break
      case 'rest':
        this.#end('rejected')
        break
      case 'end':
        this.#end('published')
        break
      case 'give_up':
        throw new Error('Nothing of a single target is out before it is.')
    }
  }

  #call(): void {
    const isRepeated = this.#target.committedAt !== null
    const committedAt = this.#target.committedAt ?? this.#now
    this.#target = { index: 0, state: 'committing', committedAt, calledAt: this.#now }
    switch (this.#roll(6)) {
      case 0:
      case 1:
        this.#appear(0)
        this.#become('published')
        break
      case 2:
        this.#appear(this.#roll(this.#promise.settleMs + 1))
        this.#fail('lost', isRepeated)
        break
      case 3:
        this.#fail('lost', isRepeated)
        break
      case 4:
        // The worker dies, before or after the network has heard of it.
        if (this.#roll(2) === 1) this.#appear(this.#roll(this.#promise.settleMs + 1))
        break
      default:
        this.#fail(clear[this.#roll(clear.length)] ?? 'wait', isRepeated)
        break
    }
  }

  /** At the network, now or a little later, unless it knows the key. */
  #appear(afterMs: number): void {
    const known = this.#keyUsedAt !== undefined && this.#promise.class === 'exact'
    const isKept = known && this.#now - (this.#keyUsedAt ?? 0) < this.#promise.repeatableForMs
    this.#keyUsedAt ??= this.#now
    if (!isKept) this.#appearances.push(this.#now + afterMs)
  }

  #fail(kind: PublishErrorKind, isRepeated: boolean): void {
    const failure = { kind, code: 'network_failed' as const, detail: '' }
    const after = isRepeated && kind !== 'lost' ? afterLooking : afterSending
    this.#follow(after(failure, this.#attempts, this.#now))
  }

  #look(): void {
    const there = this.#appearances.some((at) => at <= this.#now)
    switch (this.#roll(4)) {
      case 3:
        this.#follow(
          afterLooking(
            { kind: 'not_sent', code: 'network_failed', detail: '' },
            this.#attempts,
            this.#now,
          ),
        )
        break
      case 2:
        this.#now += 60_000
        this.#become('reconciling')
        break
      default:
        if (there) {
          this.#become('published')
          break
        }
        this.#target = { index: 0, state: 'scheduled', committedAt: null, calledAt: null }
    }
  }

  #follow({ target, nextAt }: { target: Target['state']; nextAt: number | null }): void {
    this.#attempts += 1
    // Where a person has to connect the account again, somebody does, an hour later.
    this.#now = nextAt ?? this.#now + 3_600_000
    if (target === 'scheduled')
      this.#target = { index: 0, state: target, committedAt: null, calledAt: null }
    else this.#become(target)
  }

  #become(state: Target['state']): void {
    this.#target = { ...this.#target, state }
  }

  #end(ending: Ending): void {
    this.ending = ending
  }
}
