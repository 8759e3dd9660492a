import type { Policy } from '@rheos/credits'
import type { Asked, AskedType } from '../clients/asked.ts'
import type { Answered, Call } from '../clients/history.ts'
import type { Note } from '../process/note.ts'
import type { AccountRecords, Evidence } from './evidence.ts'
import { Replay } from './replay.ts'

type AnyCall<T extends AskedType> = T extends AskedType ? Call<T> : never
type AnyAnswered<T extends AskedType> = T extends AskedType ? Answered<T> : never

/** Everything about one account. */
export class AccountCase {
  readonly id: string
  readonly policy: Policy
  readonly records: AccountRecords
  readonly replay: Replay
  readonly notes: readonly Note[]
  readonly #byType = new Map<AskedType, Call[]>()

  constructor(records: AccountRecords, { policy, calls, notes }: Evidence) {
    this.id = records.accountId
    this.policy = policy
    this.records = records
    this.replay = new Replay(records.entries, records.state.grants)
    this.notes = notes.filter((note) => accountOf(note) === this.id)
    for (const call of calls) {
      // The reaper asks for no account, and may end the operations of any.
      const { type, accountId = this.id } = call.asked as Asked & { accountId?: string }
      if (accountId !== this.id) continue
      const same = this.#byType.get(type)
      if (same) same.push(call)
      else this.#byType.set(type, [call])
    }
  }

  calls<T extends AskedType>(...types: readonly T[]): readonly AnyCall<T>[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []) as unknown as AnyCall<T>[]
  }

  /** Those that were told how it went. */
  answered<T extends AskedType>(...types: readonly T[]): readonly AnyAnswered<T>[] {
    const calls = types.flatMap((type) => this.#byType.get(type) ?? [])
    const answered = calls.filter(({ endedAt, failure }) => endedAt < Infinity && !failure)
    return answered as unknown as AnyAnswered<T>[]
  }
}

function accountOf(note: Note): string {
  if (note.type === 'kept') return note.accountId
  return note.type === 'failed' ? note.operation.accountId : note.event.event.accountId
}

/** Whether `first` was over when `second` began. */
export function isBefore(first: Pick<Call, 'endedAt'>, second: Pick<Call, 'askedAt'>): boolean {
  return first.endedAt < second.askedAt
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
