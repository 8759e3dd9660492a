import { describe, expect, it } from 'vitest'
import { readEvents, type ServerEvent } from './event-stream.ts'

async function eventsOf(...chunks: Uint8Array[]): Promise<ServerEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  const events: ServerEvent[] = []
  for await (const event of readEvents(body)) events.push(event)
  return events
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('reading a stream of events', () => {
  it('gives each event with its name and data', async () => {
    expect(
      await eventsOf(bytes('event: text\ndata: {"a":1}\n\nevent: done\ndata: {}\n\n')),
    ).toEqual([
      { event: 'text', data: '{"a":1}' },
      { event: 'done', data: '{}' },
    ])
  })

  it('joins an event that came in pieces, also inside a character', async () => {
    const whole = bytes('event: text\ndata: zażółć 🎈\n\n')
    for (let cut = 1; cut < whole.length; cut += 1) {
      expect(await eventsOf(whole.slice(0, cut), whole.slice(cut))).toEqual([
        { event: 'text', data: 'zażółć 🎈' },
      ])
    }
  })

  it('passes over heartbeats and an event that was cut off', async () => {
    expect(await eventsOf(bytes(': still here\n\ndata: one\n\nevent: text\ndata: cut'))).toEqual([
      { event: 'message', data: 'one' },
    ])
  })

  it('keeps lines of data apart and takes carriage returns', async () => {
    expect(await eventsOf(bytes('data: one\r\ndata:  two\r\n\r\n'))).toEqual([
      { event: 'message', data: 'one\n two' },
    ])
  })
})
