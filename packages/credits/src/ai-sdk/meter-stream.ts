import type { LanguageModelV3StreamPart } from '@ai-sdk/provider'
import { isContent } from './delivered-text.ts'
import type { MeteredOperation } from './metered-operation.ts'
import { whenAborted } from './unless-aborted.ts'

type Part = LanguageModelV3StreamPart

/**
 * Passes a stream on and ends its operation with it: whoever gets `finish` has paid. Reads no
 * further ahead than its reader asks.
 */
export function meterStream(
  parts: ReadableStream<Part>,
  operation: MeteredOperation,
): ReadableStream<Part> {
  const reader = parts.getReader()
  const meter = partMeter(operation)
  const { signal } = operation
  let isLeft = false
  return new ReadableStream<Part>(
    {
      start(controller) {
        whenAborted(signal, async () => {
          if (operation.hasEnded) return
          isLeft = true
          leave(reader, signal.reason)
          await operation.fail()
          controller.error(signal.reason)
        })
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (isLeft) return
          if (!done) await meter(value)
          if (!done) return controller.enqueue(value)
          await operation.fail()
          controller.close()
        } catch (error) {
          await operation.fail()
          leave(reader, error)
          throw error
        }
      },
      async cancel(reason) {
        await operation.release('cancelled')
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}

/** Ends the operation by what passes. */
function partMeter(operation: MeteredOperation): (part: Part) => Promise<void> {
  let hasContent = false
  return async (part) => {
    hasContent ||= isContent(part)
    if (part.type === 'error') await operation.fail()
    if (part.type !== 'finish') return
    if (part.finishReason.unified === 'error') return await operation.fail()
    await operation.deliver(hasContent ? 1 : 0)
  }
}

/** The provider need not go on, and what it says to that is of no interest. */
function leave(reader: ReadableStreamDefaultReader<Part>, reason: unknown): void {
  reader.cancel(reason).catch(() => undefined)
}
