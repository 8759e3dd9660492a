import { assertAllowance } from './allowance.ts'
import { assert } from './assert.ts'
import type { Command } from './command.ts'
import { assertCredits, assertPositive } from './credits.ts'

/** As long as any id that a caller has reason to choose. */
const ID_LENGTH_MAX = 512

/** Refuses, before anything is read, what no account could take: a mistake of the program. */
export function assertCommand(command: Command): void {
  for (const [key, value] of Object.entries(command)) {
    if (key.endsWith('Id')) assertId(key, value)
  }
  switch (command.type) {
    case 'set_allowance':
      assertAllowance(command.allowance)
      break
    case 'grant':
      assertPositive(command.credits, 'A grant')
      assertWindow(command)
      break
    case 'hold':
      assertPositive(command.quantity, 'A quantity')
      assertCredits(command.quote.credits, 'A quote')
      assert(
        Number.isSafeInteger(command.quote.version),
        'A quote names a version of the price book.',
      )
      break
    case 'reverse':
      assertPositive(command.credits, 'A reversal')
      break
    case 'adjust':
      assertPositive(command.credits, 'An adjustment')
  }
}

function assertId(key: string, value: unknown): void {
  const isId = typeof value === 'string' && value !== '' && value.length <= ID_LENGTH_MAX
  assert(isId, `${key} must be text of 1 to ${ID_LENGTH_MAX} characters.`)
}

function assertWindow({ startsAt, endsAt }: Command<'grant'>): void {
  const isWindow = Number.isSafeInteger(startsAt) && Number.isSafeInteger(endsAt)
  assert(isWindow, 'The window of a grant must be whole milliseconds.')
}
