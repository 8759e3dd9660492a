import { type Idea, intents } from '@rheos/contract'
import { z } from 'zod'

/** The shape a model is asked to answer in. */
export const ideasSchema = z.object({
  ideas: z.array(
    z.object({ title: z.string(), intent: z.enum(intents), hook: z.string(), angle: z.string() }),
  ),
})

const line = z.string().trim().min(1).max(600)
const looseIdea = z.object({
  title: line.optional(),
  intent: z.string().optional(),
  hook: line,
  angle: line.optional(),
})

/** Reads ideas out of what a model said: fenced, wrapped in prose, or with parts left out. */
export function readIdeas(
  reply: string,
  options: { readonly count: number; readonly intent?: Idea['intent'] | undefined },
): readonly Idea[] {
  return candidates(reply)
    .flatMap((value) => {
      const parsed = looseIdea.safeParse(value)
      if (!parsed.success) return []
      const { hook, title = hook, angle = hook } = parsed.data
      const intent = intents.find((known) => known === parsed.data.intent?.toLowerCase())
      return [{ title, hook, angle, intent: intent ?? options.intent ?? 'connect' }]
    })
    .slice(0, options.count)
}

function candidates(reply: string): readonly unknown[] {
  const start = reply.search(/[[{]/)
  const end = Math.max(reply.lastIndexOf('}'), reply.lastIndexOf(']'))
  if (start === -1 || end < start) return []
  const value = parsed(reply.slice(start, end + 1))
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return []
  const list = Object.values(value).find((entry) => Array.isArray(entry))
  return Array.isArray(list) ? list : [value]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
