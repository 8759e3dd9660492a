import type { Mutant } from './mutant.ts'

const journalKnowsId = {
  file: 'journal.ts',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source
  remove: 'assert(!this.#operations.has(id), `Operation ${id} exists already.`)',
  put: '',
}
const bookKnowsId = {
  file: 'memory/account-book.ts',
  remove: "assert(!operations.has(record.operation.id), 'An operation exists once.')",
  put: '',
}
const storeKnowsId = {
  file: 'memory/memory-store.ts',
  remove: '!created.some(({ operation }) => book.operations.has(operation.id))',
  put: 'true',
}

export const chargingMutants: readonly Mutant[] = [
  {
    name: 'a hold does not look at the balance',
    rule: 'C10',
    edits: [
      {
        file: 'decide/hold.ts',
        remove: 'if (!isPaused && available >= price.credits) return undefined',
        put: 'if (!isPaused) return undefined',
      },
      {
        file: 'decide/draw-credits.ts',
        remove: "assert(missing === 0, 'A hold must not draw more than is available.')",
        put: '',
      },
    ],
  },
  {
    name: 'an operation id is not looked up',
    rule: 'C11',
    edits: [
      {
        file: 'decide/hold.ts',
        remove: 'if (known) return answerAgain(known, command)',
        put: '',
      },
      journalKnowsId,
      bookKnowsId,
      storeKnowsId,
    ],
  },
  {
    name: 'another request under the same id is answered',
    rule: 'C11',
    edits: [
      {
        file: 'decide/hold.ts',
        remove: 'if (!isSameRequest(known.request, command))',
        put: 'if (!known)',
      },
    ],
  },
  {
    name: 'the quote is not compared',
    rule: 'C22',
    edits: [
      {
        file: 'decide/hold.ts',
        remove: 'if (price.credits !== command.quote.credits)',
        put: 'if (price.credits < 0)',
      },
    ],
  },
  {
    name: 'a tariff counts before its time',
    rule: 'C21',
    edits: [
      {
        file: 'price-book.ts',
        remove: 'findLast((candidate) => candidate.effectiveFrom <= now)',
        put: 'findLast((candidate) => candidate.effectiveFrom <= now + 1000)',
      },
    ],
  },
  {
    name: 'open operations are not bounded',
    rule: 'C17',
    edits: [
      {
        file: 'decide/hold.ts',
        remove: 'if (journal.openOperations >= openOperationsMax)',
        put: 'if (openOperationsMax < 0)',
      },
    ],
  },
  {
    name: 'an empty account does not pause',
    rule: 'C24',
    edits: [
      {
        file: 'decide/hold.ts',
        remove: 'account.allowance.pausesAtZero && available + held === 0',
        put: 'false',
      },
    ],
  },
  {
    name: 'a late grant is drawn first',
    rule: 'C8',
    edits: [
      {
        file: 'decide/draw-credits.ts',
        remove: 'live.sort(compareDrawingOrder)',
        put: 'live',
      },
    ],
  },
]
