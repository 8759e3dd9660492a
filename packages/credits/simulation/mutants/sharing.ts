import type { Mutant } from './mutant.ts'

const bookKnowsVersion = {
  file: 'memory/account-book.ts',
  remove:
    "assert(changes.version === book.version, 'Changes are appended to the version they are of.')",
  put: '',
}
const bookKnowsSeq = {
  file: 'memory/account-book.ts',
  remove:
    "assert(entry.seq === book.entries.length + index + 1, 'Entries must follow one another.')",
  put: '',
}

/** What keeps processes and transactions out of each other's way. */
export const sharingMutants: readonly Mutant[] = [
  {
    name: 'a lock keeps nobody out',
    rule: 'C10',
    edits: [{ file: 'memory/account-locks.ts', remove: 'await before', put: 'void before' }],
  },
  {
    name: 'what others changed is appended to',
    rule: 'C10',
    edits: [
      {
        file: 'memory/memory-store.ts',
        remove: 'book?.version !== version',
        put: '!book',
      },
      bookKnowsVersion,
      bookKnowsSeq,
    ],
  },
  {
    name: 'what others have locked is appended to',
    rule: 'C10',
    edits: [
      {
        file: 'memory/memory-store.ts',
        remove: ' || this.#shelf.locks.isTaken(accountId)',
        put: '',
      },
    ],
  },
  {
    name: 'a part is appended and the rest is not',
    rule: 'C31',
    edits: [
      {
        file: 'memory/memory-store.ts',
        remove: 'if (conflicts.length > 0) return',
        put: `if (conflicts.length > 0)
          for (const each of changes.filter((change) => !conflicts.includes(change)))
            books.set(each.accountId, bookAfter(this.#book(each.accountId), each))
          if (conflicts.length > 0) return`,
      },
    ],
  },
  {
    name: 'a transaction is not undone',
    rule: 'C12',
    edits: [
      {
        file: 'memory/memory-transaction.ts',
        remove: 'this.#staged.set(accountId, book)',
        put: 'this.#shelf.books.set(accountId, book)',
      },
    ],
  },
  {
    name: 'an undone transaction keeps its lock',
    rule: 'C12',
    edits: [
      {
        file: 'memory/memory-transaction.ts',
        remove: 'if (this.#isOver) return giveBack()',
        put: '',
      },
    ],
  },
  {
    name: 'events of an undone delivery are gone',
    rule: 'C36',
    edits: [
      {
        file: 'memory/memory-transaction.ts',
        remove: 'this.#shelf.events.putBack(this.#taken)',
        put: '',
      },
    ],
  },
  {
    name: 'events are delivered and stay',
    rule: 'C36',
    edits: [
      {
        file: 'memory/memory-transaction.ts',
        remove: 'this.#shelf.events.add(this.#told)\n    this.#taken = []',
        put: 'this.#shelf.events.add(this.#told)',
      },
    ],
  },
  {
    name: 'an answer that changes nothing is not verified',
    rule: 'C31',
    edits: [
      {
        file: 'lanes/shared-lane.ts',
        remove: 'journal.hasChanges || !isFresh',
        put: 'journal.hasChanges',
      },
    ],
  },
  {
    name: 'a snapshot is kept that was never appended',
    rule: 'C31',
    edits: [
      {
        file: 'lanes/shared-lane.ts',
        remove: 'const unfinished = [...undecided]',
        put: `const unfinished = [...undecided]
          for (const { journal } of left) this.#snapshots.keep(journal.state)`,
      },
      {
        file: 'lanes/shared-lane.ts',
        remove: 'this.#snapshots.drop(accountId)\n        refuse(waiting, error)',
        put: 'refuse(waiting, error)',
      },
    ],
  },
  {
    name: 'a snapshot is dropped while it is needed',
    rule: 'C31',
    edits: [
      {
        file: 'lanes/shared-lane.ts',
        remove: 'const account = loaded.get(commands.accountId)',
        put: `const kept = this.#snapshots.get(commands.accountId)
          const before = loaded.get(commands.accountId)
          const account = before?.isFresh ? before : kept && { state: kept, isFresh: false }`,
      },
    ],
  },
  {
    name: 'an id that was not looked up is taken for new',
    rule: 'C31',
    edits: [
      {
        file: 'lanes/shared-lane.ts',
        remove: 'isFresh || commands.waiting.every(({ command }) => isIn(journal, command))',
        put: 'true',
      },
    ],
  },
  {
    name: 'one that cannot be written spoils the others',
    rule: 'C32',
    edits: [
      {
        file: 'lanes/command-lanes.ts',
        remove: 'if (waiting.length === 1 || isCommon(error))',
        put: 'if (waiting.length > 0 || isCommon(error))',
      },
    ],
  },
  {
    name: 'an unwritable batch is refused as a whole',
    rule: 'C32',
    edits: [
      {
        file: 'lanes/shared-lane.ts',
        remove: 'if (isCommon(error)) throw error',
        put: 'throw error',
      },
    ],
  },
]
