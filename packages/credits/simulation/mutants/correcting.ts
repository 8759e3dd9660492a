import type { Mutant } from './mutant.ts'

const recordsExistOnce = {
  file: 'memory/account-book.ts',
  remove: "assert(!records.has(record.id), 'A reversal or an adjustment exists once.')",
  put: '',
}

export const correctingMutants: readonly Mutant[] = [
  {
    name: 'more is reversed than was charged',
    rule: 'C20',
    edits: [
      {
        file: 'decide/reverse.ts',
        remove: 'if (command.credits > reversible)',
        put: 'if (command.credits < 0)',
      },
    ],
  },
  {
    name: 'a reversal id is not looked up',
    rule: 'C19',
    edits: [
      {
        file: 'decide/reverse.ts',
        remove: 'if (known) return answerAgain(known, command, record)',
        put: '',
      },
      recordsExistOnce,
    ],
  },
  {
    name: 'another reversal under the same id is answered',
    rule: 'C19',
    edits: [
      {
        file: 'decide/reverse.ts',
        remove: 'if (!isSame || !record)',
        put: 'if (!record)',
      },
    ],
  },
  {
    name: 'a reversal returns to a grant that has ended',
    rule: 'C20',
    edits: [
      {
        file: 'decide/reverse.ts',
        remove: 'if (!isLive(grant, journal.now)) return 0',
        put: '',
      },
    ],
  },
  {
    name: 'a grant id is not looked up',
    rule: 'C28',
    edits: [
      {
        file: 'decide/grant.ts',
        remove: "if (known) return { kind: 'granted', grant: known, replayed: true }",
        put: '',
      },
      {
        file: 'journal.ts',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source
        remove: 'assert(!this.#grants.has(facts.id), `Grant ${facts.id} exists already.`)',
        put: '',
      },
      {
        file: 'memory/account-book.ts',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source
        remove: 'assert(!grants.has(grant.id), `Grant ${grant.id} exists already.`)',
        put: '',
      },
    ],
  },
  {
    name: 'another grant under the same id is answered',
    rule: 'C28',
    edits: [
      {
        file: 'decide/grant.ts',
        remove: 'if (known && !isSameGrant(known, command))',
        put: 'if (known && !isSameGrant(known, { ...command, credits: known.amount }))',
      },
    ],
  },
  {
    name: 'more is adjusted than is available',
    rule: 'C37',
    edits: [
      {
        file: 'decide/adjust.ts',
        remove: 'if (command.credits > available)',
        put: 'if (command.credits < 0)',
      },
      { file: 'entry.ts', remove: 'assertConserved(places)', put: '' },
    ],
  },
  {
    name: 'an adjustment id is not looked up',
    rule: 'C37',
    edits: [
      {
        file: 'decide/adjust.ts',
        remove: 'if (known) return answerAgain(known, command)',
        put: '',
      },
      recordsExistOnce,
    ],
  },
  {
    name: 'what was ended is ended again',
    rule: 'C41',
    edits: [
      {
        file: 'decide/end-grant.ts',
        remove: "if (hasEnded(grant, journal.now)) return { kind: 'ended', grant, changed: false }",
        put: '',
      },
      { file: 'journal.ts', remove: ' && this.#now < grant.endsAt', put: '' },
    ],
  },
  {
    name: 'what is released after an early end returns',
    rule: 'C41',
    edits: [
      {
        file: 'decide/end-operation.ts',
        remove: 'grant && hasEnded(grant, journal.now)',
        put: 'grant && !grant.earlyEnd && hasEnded(grant, journal.now)',
      },
    ],
  },
  {
    name: 'a grant is ended and keeps what it has',
    rule: 'C41',
    edits: [
      { file: 'decide/end-grant.ts', remove: 'if (available > 0)', put: 'if (available < 0)' },
      { file: 'journal.ts', remove: 'grant?.available === 0 && ', put: 'grant && ' },
    ],
  },
  {
    name: 'a cycle whose grant was ended is opened again',
    rule: 'C41',
    edits: [
      {
        file: 'decide/roll.ts',
        remove: "kind === 'allowance' && startsAt === cycle.start",
        put: "kind === 'allowance' && startsAt === cycle.start && cycle.end <= endsAt",
      },
      {
        file: 'decide/roll.ts',
        remove: 'grants.some(({ kind, startsAt }) =>',
        put: 'grants.some(({ kind, startsAt, endsAt }) =>',
      },
      {
        file: 'memory/account-book.ts',
        remove: "assert(!isTwin(grants, grant), 'A period has one grant.')",
        put: '',
      },
    ],
  },
]
