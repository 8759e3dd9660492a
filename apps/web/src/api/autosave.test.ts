import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosave } from './autosave.ts'

interface Change {
  title?: string
  body?: string
}

describe('saving edits as they are made', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('sends together what comes together, the newest of each', async () => {
    const sent: Change[] = []
    const autosave = new Autosave<Change>(async (change) => sent.push(change), { delayMs: 100 })
    autosave.change({ title: 'a' })
    autosave.change({ body: 'b' })
    autosave.change({ title: 'c' })
    expect(autosave.state).toBe('waiting')
    await vi.advanceTimersByTimeAsync(100)
    expect(sent).toEqual([{ title: 'c', body: 'b' }])
    expect(autosave.state).toBe('saved')
    expect(autosave.hasUnsaved).toBe(false)
  })

  it('never has two saves under way, and sends afterwards what came meanwhile', async () => {
    const sent: Change[] = []
    let under = 0
    const autosave = new Autosave<Change>(
      async (change) => {
        under += 1
        expect(under).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 500))
        under -= 1
        sent.push(change)
      },
      { delayMs: 100 },
    )
    autosave.change({ title: 'one' })
    await vi.advanceTimersByTimeAsync(150)
    autosave.change({ title: 'two' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(sent).toEqual([{ title: 'one' }, { title: 'two' }])
    expect(autosave.state).toBe('saved')
  })

  it('keeps what could not be saved and sends it with what came since', async () => {
    const sent: Change[] = []
    let broken = true
    const autosave = new Autosave<Change>(
      async (change) => {
        if (broken) throw new Error('away')
        sent.push(change)
      },
      { delayMs: 100 },
    )
    autosave.change({ title: 'one', body: 'first' })
    await vi.advanceTimersByTimeAsync(100)
    expect(autosave.state).toBe('failed')
    expect(autosave.hasUnsaved).toBe(true)
    broken = false
    autosave.change({ body: 'second' })
    await autosave.flush()
    expect(sent).toEqual([{ title: 'one', body: 'second' }])
    expect(autosave.error).toBeUndefined()
  })

  it('lets go of what waits when told to', async () => {
    const sent: Change[] = []
    const autosave = new Autosave<Change>(async (change) => sent.push(change), { delayMs: 100 })
    autosave.change({ title: 'mine' })
    autosave.drop()
    await vi.advanceTimersByTimeAsync(500)
    expect(sent).toEqual([])
    expect(autosave.state).toBe('clean')
  })

  it('goes on trying by itself while nothing answers, and says so all the while', async () => {
    const sent: Change[] = []
    const states: string[] = []
    let away = true
    const autosave = new Autosave<Change>(
      async (change) => {
        if (away) throw new Error('away')
        sent.push(change)
      },
      { delayMs: 100, isPassing: () => true },
    )
    autosave.subscribe(() => states.push(autosave.state))
    autosave.change({ title: 'one' })
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    autosave.change({ body: 'typed meanwhile' })
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    expect(new Set(states)).toEqual(new Set(['waiting', 'saving', 'offline']))
    expect(states.slice(2)).not.toContain('saving')
    expect(sent).toEqual([])
    away = false
    await vi.advanceTimersByTimeAsync(20_000)
    expect(sent).toEqual([{ title: 'one', body: 'typed meanwhile' }])
    expect(autosave.state).toBe('saved')
  })

  it('tries no more once it is stopped, and goes on when it is resumed', async () => {
    let tries = 0
    const autosave = new Autosave<Change>(
      async () => {
        tries += 1
        throw new Error('away')
      },
      { delayMs: 100, isPassing: () => true },
    )
    autosave.change({ title: 'one' })
    await vi.advanceTimersByTimeAsync(150)
    autosave.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tries).toBe(1)
    autosave.resume()
    await vi.advanceTimersByTimeAsync(1100)
    expect(tries).toBe(2)
    autosave.stop()
  })
})
