import type { Command } from '../command.ts'
import type { Outcome } from '../outcome.ts'

/** A command whose caller waits for its answer. */
export interface Waiting {
  readonly command: Command
  readonly resolve: (outcome: Outcome<Command['type']>) => void
  readonly reject: (error: unknown) => void
}

export function answer(
  waiting: readonly Waiting[],
  outcomes: readonly Outcome<Command['type']>[],
): void {
  waiting.forEach(({ resolve }, index) => {
    resolve(outcomes[index] as Outcome<Command['type']>)
  })
}

export function refuse(waiting: readonly Waiting[], error: unknown): void {
  for (const { reject } of waiting) reject(error)
}
