import type { Mutant } from './mutant.ts'

const isEnded = "if (!isOpen(operation)) return { ...rejected('operation_ended'), operation }"
const isOver = "if (isLapsed(operation, journal.now)) return rejected('lease_lapsed')"

export const endingMutants: readonly Mutant[] = [
  {
    name: 'what has ended is settled',
    rule: 'C16',
    edits: [{ file: 'decide/settle.ts', remove: isEnded, put: '' }],
  },
  {
    name: 'what has ended is released',
    rule: 'C16',
    edits: [{ file: 'decide/release.ts', remove: isEnded, put: '' }],
  },
  {
    name: 'what has ended is reaped',
    rule: 'C16',
    edits: [
      { file: 'decide/lapse.ts', remove: isEnded, put: '' },
      // What has ended has no lease that could lapse, which hides it.
      {
        file: 'decide/lapse.ts',
        remove: 'if (!isLapsed(operation, journal.now))',
        put: 'if (isOpen(operation) && !isLapsed(operation, journal.now))',
      },
    ],
  },
  {
    name: 'what has ended is started',
    rule: 'C16',
    edits: [{ file: 'decide/start.ts', remove: isEnded, put: '' }],
  },
  {
    name: 'a job begins twice',
    rule: 'C14',
    edits: [
      {
        file: 'decide/start.ts',
        remove: "if (operation.state === 'running') return rejected('already_started')",
        put: '',
      },
    ],
  },
  {
    name: 'a lapsed operation is settled',
    rule: 'C14',
    edits: [{ file: 'decide/settle.ts', remove: isOver, put: '' }],
  },
  {
    name: 'a lapsed lease is renewed',
    rule: 'C14',
    edits: [{ file: 'decide/renew.ts', remove: isOver, put: '' }],
  },
  {
    name: 'the reaper does not look again',
    rule: 'C15',
    edits: [
      {
        file: 'decide/lapse.ts',
        remove: "if (!isLapsed(operation, journal.now)) return rejected('not_lapsed')",
        put: '',
      },
    ],
  },
  {
    name: 'the caller does not hear of what was reaped',
    rule: 'C15',
    edits: [
      {
        file: 'ledger.ts',
        remove: 'if (ended.length > 0) await onLapsed(tx, ended)',
        put: '',
      },
    ],
  },
  {
    name: 'more is delivered than was ordered',
    rule: 'C13',
    edits: [
      {
        file: 'decide/settle.ts',
        remove: 'if (!isDelivery || quantity > operation.quantity)',
        put: 'if (!isDelivery)',
      },
    ],
  },
  {
    name: 'nothing is delivered and settled',
    rule: 'C13',
    edits: [
      {
        file: 'decide/settle.ts',
        remove: 'Number.isSafeInteger(quantity) && 1 <= quantity',
        put: 'Number.isSafeInteger(quantity)',
      },
    ],
  },
]
