import { describe, expect, test } from 'vitest'
import { meteredStudio } from '../../test/metered-studio.ts'
import { StoreError } from '../index.ts'
import { holdOf } from '../testing/index.ts'
import { beginOperation } from './begin-operation.ts'
import type { MeteringSettings } from './metering-settings.ts'

const hold = holdOf('studio', 'press-1')
const call = { hold, signal: undefined, released: () => undefined }

/** A ledger that loses the answers to `command`, as a connection that breaks after the commit. */
function losing(
  ledger: MeteringSettings['ledger'],
  command: 'start' | 'settle' | 'renew' | 'release',
  { after }: { readonly after: boolean },
): MeteringSettings['ledger'] {
  return {
    hold: (input) => ledger.hold(input),
    start: (input) => ledger.start(input),
    renew: (input) => ledger.renew(input),
    settle: (input) => ledger.settle(input),
    release: (input) => ledger.release(input),
    [command]: async (input: never) => {
      if (after) await ledger[command](input)
      throw new StoreError('The connection broke.')
    },
  }
}

describe('a metered operation', () => {
  test('is delivered when only the answer to its settlement was lost', async () => {
    const studio = await meteredStudio()
    const ledger = losing(studio.ledger, 'settle', { after: true })
    const operation = await beginOperation({ ...studio.settings, ledger }, call)
    await operation.deliver(1)
    expect(await studio.fate('press-1')).toBe('settled 5')
    expect(await studio.balance()).toBe(395)
  })

  test('is not delivered and gives back when it could not be settled', async () => {
    const studio = await meteredStudio()
    const ledger = losing(studio.ledger, 'settle', { after: false })
    const operation = await beginOperation({ ...studio.settings, ledger }, call)
    await expect(operation.deliver(1)).rejects.toThrow(StoreError)
    expect(await studio.fate('press-1')).toBe('released not_settled')
    expect(await studio.balance()).toBe(400)
  })

  test('gives the hold back when it could not be started', async () => {
    const studio = await meteredStudio()
    const ledger = losing(studio.ledger, 'start', { after: false })
    await expect(beginOperation({ ...studio.settings, ledger }, call)).rejects.toThrow(StoreError)
    expect(await studio.fate('press-1')).toBe('released not_started')
  })

  test('goes on when a renewal fails', async () => {
    const studio = await meteredStudio()
    const ledger = losing(studio.ledger, 'renew', { after: false })
    const operation = await beginOperation({ ...studio.settings, ledger }, call)
    studio.timer.goOff()
    await operation.deliver(1)
    expect(await studio.fate('press-1')).toBe('settled 5')
  })

  test('tells what the provider said also when the credits could not be released', async () => {
    const studio = await meteredStudio()
    const ledger = losing(studio.ledger, 'release', { after: false })
    const operation = await beginOperation({ ...studio.settings, ledger }, call)
    const failing = operation.attempt(async () => {
      throw new Error('The prompt was declined.')
    })
    await expect(failing).rejects.toThrow('The prompt was declined.')
    expect(await studio.fate('press-1')).toBe('running 0')
  })

  test('ends once', async () => {
    const studio = await meteredStudio()
    const operation = await beginOperation(studio.settings, call)
    await operation.release('cancelled')
    await operation.deliver(1)
    expect(await studio.fate('press-1')).toBe('released cancelled')
  })
})
