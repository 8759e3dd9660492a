import { describe, expect, test } from 'vitest'
import { LedgerBusyError } from '../busy-error.ts'
import { CommandQueue } from './command-queue.ts'
import type { Waiting } from './waiting.ts'

const ALL = { commands: 100, accounts: 100 }
const everybody = () => true

function waitingOf(accountId: string, operationId: string): Waiting {
  const command = { type: 'start', accountId, operationId } as const
  return { command, resolve: () => {}, reject: () => {} }
}

/** `a1 b1 a2`: the commands of accounts a and b, in this order. */
function queueOf(text: string, max = 100): CommandQueue {
  const queue = new CommandQueue(max)
  for (const word of text.split(' ')) queue.add(waitingOf(word.charAt(0), word))
  return queue
}

function takeText(
  queue: CommandQueue,
  portion = ALL,
  isWanted: Parameters<CommandQueue['take']>[1] = everybody,
): string {
  const batch = queue.take(portion, isWanted)
  const words = batch.map(({ waiting }) =>
    waiting.map(({ command }) => ('operationId' in command ? command.operationId : '')).join(' '),
  )
  return words.join(', ')
}

describe('the queue of commands', () => {
  test('[C31] keeps the order of each account', () => {
    expect(takeText(queueOf('a1 b1 a2 c1 b2 a3'))).toBe('a1 a2 a3, b1 b2, c1')
  })

  test('[C33] gives each account an equal part, and what is left to whoever has more', () => {
    const portion = { commands: 6, accounts: 6 }
    const queue = queueOf('a1 a2 a3 a4 a5 a6 a7 a8 b1 c1 c2 c3')
    expect(takeText(queue, portion)).toBe('a1 a2 a3, b1, c1 c2')
    expect(takeText(queue, portion)).toBe('a4 a5 a6 a7 a8, c3')
    expect(queue.size).toBe(0)
  })

  test('[C33] lets an account that was served wait behind those that were not', () => {
    const portion = { commands: 2, accounts: 2 }
    const queue = queueOf('a1 a2 a3 b1 b2 c1 d1')
    expect(takeText(queue, portion)).toBe('a1, b1')
    expect(takeText(queue, portion)).toBe('c1, d1')
    expect(takeText(queue, portion)).toBe('a2, b2')
    expect(takeText(queue, portion)).toBe('a3')
    expect(takeText(queue, portion)).toBe('')
  })

  test('[C33] never takes more commands or accounts than asked for', () => {
    const queue = queueOf('a1 a2 b1 b2 c1 c2')
    expect(takeText(queue, { commands: 9, accounts: 1 })).toBe('a1 a2')
    expect(takeText(queue, { commands: 1, accounts: 9 })).toBe('b1')
    expect(takeText(queue, { commands: 3, accounts: 9 })).toBe('c1 c2, b2')
  })

  test('[C33] passes over those that cannot be served now, who keep their turn', () => {
    const queue = queueOf('a1 b1 b2 c1')
    expect(takeText(queue, ALL, ({ accountId }) => accountId !== 'a')).toBe('b1 b2, c1')
    queue.add(waitingOf('b', 'b3'))
    expect(takeText(queue, { commands: 1, accounts: 1 })).toBe('a1')
  })

  test('[C31] puts back what was taken before what came later', () => {
    const queue = queueOf('a1 a2')
    const [taken] = queue.take(ALL, everybody)
    queue.add(waitingOf('a', 'a3'))
    if (taken) queue.putBack(taken)
    expect(queue.size).toBe(3)
    expect(takeText(queue)).toBe('a1 a2 a3')
  })

  test('[C33] refuses one more than may wait, until some have gone', () => {
    const queue = queueOf('a1 a2 b1', 3)
    expect(() => queue.add(waitingOf('c', 'c1'))).toThrow(LedgerBusyError)
    takeText(queue, { commands: 1, accounts: 1 })
    queue.add(waitingOf('c', 'c1'))
    expect(takeText(queue)).toBe('b1, a2, c1')
  })
})
