import { setImmediate as turn } from 'node:timers/promises'
import type { LanguageModelV3, LanguageModelV3StreamPart } from '@ai-sdk/provider'
import { generateText, jsonSchema, stepCountIs, streamText, tool, wrapLanguageModel } from 'ai'
import { describe, expect, test } from 'vitest'
import { type MeteredStudio, meteredStudio } from '../../test/metered-studio.ts'
import {
  busy,
  finish,
  hello,
  scriptedText,
  stallingStream,
  streamOf,
  text,
} from '../../test/scripted-models.ts'
import { FIXTURE_LEASE_MS } from '../testing/index.ts'
import { CreditsRefusedError, meteredLanguageModel, OperationLostError } from './index.ts'

const providerOptions = { credits: { operationId: 'press-1' } }

function request({ settings }: MeteredStudio, provider: LanguageModelV3) {
  const model = wrapLanguageModel({ model: provider, middleware: meteredLanguageModel(settings) })
  return { model, prompt: 'Say hello', providerOptions }
}

/** Streams to the end; answers the text and what went wrong. */
async function streamed(request: Parameters<typeof streamText>[0]) {
  const errors: unknown[] = []
  const result = streamText({ ...request, onError: ({ error }) => void errors.push(error) })
  let words = ''
  try {
    for await (const part of result.fullStream) if (part.type === 'text-delta') words += part.text
  } catch (error) {
    errors.push(error)
  }
  return { words, errors }
}

/** A tool is called at the first step, and its result told at the second. */
const weather = {
  tools: {
    weather: tool({
      inputSchema: jsonSchema<{ city: string }>({ type: 'object' }),
      execute: () => 'sunny',
    }),
  },
  stopWhen: stepCountIs(3),
}
const call = { type: 'tool-call', toolCallId: '1', toolName: 'weather', input: '{}' } as const
const calls: LanguageModelV3StreamPart[] = [
  call,
  { ...finish, finishReason: { unified: 'tool-calls', raw: undefined } } as typeof finish,
]

describe('a metered language model', () => {
  test('holds the credits while the provider writes and spends them for the answer', async () => {
    const studio = await meteredStudio()
    const provider = scriptedText({
      write: async () => {
        expect(await studio.ledger.balance('studio')).toMatchObject({ held: 5 })
        return text('Hello')
      },
    })
    expect((await generateText(request(studio, provider))).text).toBe('Hello')
    expect(provider.calls[0]?.providerOptions).toEqual({})
    expect(await studio.fate('press-1')).toBe('settled 5')
    expect(await studio.balance()).toBe(395)
  })

  test('charges nothing for an answer without content, or one that ends in an error', async () => {
    const studio = await meteredStudio()
    const error = { unified: 'error', raw: 'error' } as const
    const answers = [text(''), text('Hel', { finishReason: error })]
    for (const answer of answers) {
      const provider = scriptedText({ write: () => answer })
      await generateText({ ...request(studio, provider), providerOptions: {} })
    }
    expect(await studio.fate('op-1')).toBe('released nothing_delivered')
    expect(await studio.fate('op-2')).toBe('released nothing_delivered')
    expect(await studio.balance()).toBe(400)
  })

  test('makes an operation of each try of the SDK', async () => {
    const studio = await meteredStudio()
    const provider = scriptedText({
      write: (_, index) => {
        if (index === 0) throw busy()
        return text('Hello')
      },
    })
    await generateText(request(studio, provider))
    expect(await studio.fate('press-1')).toBe('released provider_failed')
    expect(await studio.fate('press-1#2')).toBe('settled 5')
    expect(await studio.balance()).toBe(395)
  })

  test('makes an operation of each step of a text with tools', async () => {
    const studio = await meteredStudio()
    const provider = scriptedText({
      write: (_, index) => (index === 0 ? text('', { content: [call] }) : text('It is sunny')),
    })
    const result = await generateText({ ...request(studio, provider), ...weather })
    expect(result.text).toBe('It is sunny')
    expect(await studio.fate('press-1')).toBe('settled 5')
    expect(await studio.fate('press-1#2')).toBe('settled 5')
    expect(await studio.balance()).toBe(390)
  })

  test('charges one press once, also when it was made with the same object', async () => {
    const studio = await meteredStudio()
    const provider = scriptedText({})
    const order = request(studio, provider)
    await generateText(order)
    await expect(generateText(order)).rejects.toThrow('The operation press-1 has ended: settled.')
    expect(provider.calls).toHaveLength(1)
    expect(await studio.balance()).toBe(395)
  })

  test('takes an operation id that the middleware was made with', async () => {
    const studio = await meteredStudio({ operationId: 'request-1' })
    const { model, prompt } = request(studio, scriptedText({}))
    await generateText({ model, prompt })
    await expect(generateText({ model, prompt })).rejects.toThrow(
      'The operation request-1 has ended',
    )
    expect(await studio.fate('request-1')).toBe('settled 5')
  })

  test('is refused before the provider is asked', async () => {
    const studio = await meteredStudio({}, 4)
    const provider = scriptedText({})
    const refused = await generateText(request(studio, provider)).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(CreditsRefusedError)
    const { errors } = await streamed({ ...request(studio, provider), providerOptions: {} })
    expect(errors).toEqual([expect.any(CreditsRefusedError)])
    expect(provider.calls).toEqual([])
  })
})

describe('a metered stream', () => {
  test('is paid for when it has finished, before its end is passed on', async () => {
    const studio = await meteredStudio()
    const { fullStream } = streamText(request(studio, scriptedText({})))
    const seen: unknown[] = []
    for await (const { type } of fullStream) {
      if (type === 'text-delta') seen.push(await studio.fate('press-1'))
      if (type === 'finish-step') seen.push(await studio.fate('press-1'))
    }
    expect(seen).toEqual(['running 0', 'running 0', 'settled 5'])
    expect(await studio.balance()).toBe(395)
    expect(studio.timer.running).toBe(0)
  })

  test.each([
    ['says that it failed', streamOf({ type: 'error', error: new Error('Overloaded') }, finish)],
    ['breaks', streamOf(...hello.slice(0, 3), new Error('Connection lost'))],
    ['ends without an end', streamOf(...hello.slice(0, 3))],
    [
      'ends in an error',
      streamOf(...hello.slice(0, 3), {
        ...finish,
        finishReason: { unified: 'error', raw: undefined },
      } as typeof finish),
    ],
  ])('is released when the provider %s', async (_, stream) => {
    const studio = await meteredStudio()
    await streamed(request(studio, scriptedText({ stream: () => stream })))
    expect(await studio.fate('press-1')).toBe('released provider_failed')
    expect(await studio.balance()).toBe(400)
  })

  test('is released when nothing came', async () => {
    const studio = await meteredStudio()
    await streamed(request(studio, scriptedText({ stream: () => streamOf(finish) })))
    expect(await studio.fate('press-1')).toBe('released nothing_delivered')
  })

  test('is tried again by the SDK as an operation of its own', async () => {
    const studio = await meteredStudio()
    const provider = scriptedText({
      stream: (_, index) => {
        if (index === 0) throw busy()
        return streamOf(...hello)
      },
    })
    expect(await streamed(request(studio, provider))).toEqual({ words: 'Hello', errors: [] })
    expect(await studio.fate('press-1')).toBe('released provider_failed')
    expect(await studio.fate('press-1#2')).toBe('settled 5')
  })

  test('is an operation for each step with tools', async () => {
    const studio = await meteredStudio()
    const provider = scriptedText({
      stream: (_, index) => streamOf(...(index === 0 ? calls : hello)),
    })
    const { words } = await streamed({ ...request(studio, provider), ...weather })
    expect(words).toBe('Hello')
    expect(await studio.fate('press-1')).toBe('settled 5')
    expect(await studio.fate('press-1#2')).toBe('settled 5')
    expect(await studio.balance()).toBe(390)
  })

  test('is charged once for one press, also when it was made with the same object', async () => {
    const studio = await meteredStudio()
    const provider = scriptedText({})
    const order = request(studio, provider)
    expect(await streamed(order)).toEqual({ words: 'Hello', errors: [] })
    const { errors } = await streamed(order)
    expect(errors).toMatchObject([{ name: 'OperationReplayedError' }])
    expect(provider.calls).toHaveLength(1)
    expect(await studio.balance()).toBe(395)
  })

  test('is released when its reader cancels it, and the provider is told', async () => {
    const studio = await meteredStudio()
    let cancelled: unknown
    const source = stallingStream(hello.slice(0, 3))
    const stream = new ReadableStream<LanguageModelV3StreamPart>({
      async start(controller) {
        for await (const part of source) controller.enqueue(part)
      },
      cancel(reason) {
        cancelled = reason
      },
    })
    const { model } = request(studio, scriptedText({ stream: () => stream }))
    const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] }]
    const answer = await model.doStream({ prompt, providerOptions })
    const reader = answer.stream.getReader()
    await reader.read()
    await reader.cancel('enough')
    expect(cancelled).toBe('enough')
    expect(await studio.fate('press-1')).toBe('released cancelled')
    expect(await studio.balance()).toBe(400)
  })

  test('is released when the call is aborted in the middle', async () => {
    const studio = await meteredStudio()
    const provider = scriptedText({ stream: () => stallingStream(hello.slice(0, 3)) })
    const abort = new AbortController()
    const abortSignal = abort.signal
    const { fullStream } = streamText({ ...request(studio, provider), abortSignal })
    const types: string[] = []
    for await (const { type } of fullStream) {
      types.push(type)
      if (type === 'text-delta') abort.abort()
    }
    expect(types.at(-1)).toBe('abort')
    expect(await studio.fate('press-1')).toBe('released cancelled')
    expect(provider.calls[0]?.abortSignal?.aborted).toBe(true)
    expect(await studio.balance()).toBe(400)
  })

  test('is broken off when the lease is lost', async () => {
    const studio = await meteredStudio()
    const provider = scriptedText({
      stream: ({ abortSignal }) => stallingStream(hello.slice(0, 3), abortSignal),
    })
    const reading = streamed(request(studio, provider))
    while (studio.timer.running === 0) await turn()
    studio.clock.turn(FIXTURE_LEASE_MS)
    studio.timer.goOff()
    const { errors } = await reading
    expect(errors).toEqual([expect.any(OperationLostError)])
    await expect.poll(() => studio.fate('press-1')).toBe('released lease_lapsed')
    expect(await studio.balance()).toBe(400)
  })

  test('does not come to its end when the lease lapsed before', async () => {
    const studio = await meteredStudio()
    const { fullStream } = streamText({
      ...request(studio, scriptedText({})),
      onError: () => undefined,
    })
    const types: string[] = []
    const reading = async () => {
      for await (const { type } of fullStream) {
        types.push(type)
        if (type === 'text-start') studio.clock.turn(FIXTURE_LEASE_MS)
      }
    }
    await expect(reading()).rejects.toThrow(OperationLostError)
    expect(types.at(-1)).toBe('text-end')
    expect(await studio.fate('press-1')).toBe('released lease_lapsed')
    expect(await studio.balance()).toBe(400)
  })

  test('holds nothing for long when nobody reads it', async () => {
    const studio = await meteredStudio({ callMsMax: 20_000 })
    const provider = scriptedText({})
    const { model } = request(studio, provider)
    const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] }]
    await model.doStream({ prompt, providerOptions })
    studio.clock.turn(20_000)
    studio.timer.goOff()
    await turn()
    expect(await studio.fate('press-1')).toBe('released timed_out')
    expect(await studio.balance()).toBe(400)
  })
})
