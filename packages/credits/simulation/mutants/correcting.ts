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
]
