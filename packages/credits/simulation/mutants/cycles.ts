import type { Mutant } from './mutant.ts'

export const cycleMutants: readonly Mutant[] = [
  {
    name: 'a cycle is counted from the one before',
    rule: 'C5',
    edits: [
      {
        file: 'cycle.ts',
        remove: 'const month = from.getUTCMonth() + index',
        put: `if (index > 1) return cycleStart(cycleStart(anchor, index - 1), 1)
          const month = from.getUTCMonth() + index`,
      },
    ],
  },
  {
    name: 'a cycle is opened again and again',
    rule: 'C29',
    edits: [
      {
        file: 'decide/roll.ts',
        remove: "kind === 'allowance' && startsAt === cycle.start",
        put: "kind === 'allowance' && startsAt === -1",
      },
      {
        file: 'memory/account-book.ts',
        remove: "assert(!isTwin(grants, grant), 'A period has one grant.')",
        put: '',
      },
    ],
  },
  {
    name: 'a look at the balance opens no cycle',
    rule: 'C6',
    edits: [
      {
        file: 'ledger-door.ts',
        remove: "await this.execute({ type: 'roll', accountId })",
        put: '',
      },
    ],
  },
  {
    name: 'left-overs do not expire',
    rule: 'C7',
    edits: [
      {
        file: 'decide/roll.ts',
        remove: 'for (const grant of leftOver.sort(compareDrawingOrder)) expire(journal, grant)',
        put: '',
      },
    ],
  },
  {
    name: 'what is released after the end returns',
    rule: 'C18',
    edits: [
      {
        file: 'decide/end-operation.ts',
        remove: "grant && hasEnded(grant, journal.now) ? 'expired' : 'available'",
        put: "grant ? 'available' : 'expired'",
      },
    ],
  },
  {
    name: 'time goes back',
    rule: 'C39',
    edits: [
      { file: 'journal.ts', remove: 'Math.max(now, state.lastAt)', put: 'now' },
      {
        file: 'memory/account-book.ts',
        remove: "assert(changes.lastAt >= book.lastAt, 'Time of an account never goes back.')",
        put: '',
      },
    ],
  },
  {
    name: 'an alert fires again',
    rule: 'C35',
    edits: [{ file: 'decide/raise-alerts.ts', remove: '!fired.includes(id) && ', put: '' }],
  },
]
