import { type Idea, intents } from '@rheos/contract'
import { z } from 'zod'
import type { IdeasRequest } from '../text-model.ts'
import { listIn } from './json-reply.ts'

/** The shape a model is asked to answer in. */
export const ideasSchema = z.object({
  ideas: z.array(
    z.object({
      title: z.string(),
      intent: z.enum(intents),
      hookId: z.string(),
      hook: z.string(),
      angle: z.string(),
      outline: z.array(z.string()),
      audience: z.string(),
      theme: z.string(),
      reason: z.string(),
    }),
  ),
})

const line = z.string().trim().min(1).max(600)
const maybe = z.string().trim().max(1000).optional().catch(undefined)
const looseIdea = z.object({
  title: line.optional().catch(undefined),
  intent: z.string().optional().catch(undefined),
  hookId: z.string().optional().catch(undefined),
  hook: line,
  angle: z.string().trim().min(1).max(2000).optional().catch(undefined),
  outline: z.array(line).max(12).catch([]),
  audience: maybe,
  theme: maybe,
  reason: maybe,
})

/** Reads ideas out of what a model said: wrapped in prose, broken off, or with parts left out. */
export async function readIdeas(
  reply: string,
  request: Pick<IdeasRequest, 'count' | 'intents' | 'hook' | 'hooks'>,
): Promise<readonly Idea[]> {
  const ideas = (await listIn(reply)).flatMap((value) => {
    const parsed = looseIdea.safeParse(value)
    return parsed.success ? [ideaFrom(parsed.data, request)] : []
  })
  return ideas.slice(0, request.count)
}

function ideaFrom(
  said: z.infer<typeof looseIdea>,
  {
    intents: wanted = [],
    hook: chosen,
    hooks = [],
  }: Pick<IdeasRequest, 'intents' | 'hook' | 'hooks'>,
): Idea {
  const { hook, title = hook, angle = hook } = said
  const named = intents.find((known) => known === said.intent?.toLowerCase())
  const isWanted = named !== undefined && (wanted.length === 0 || wanted.includes(named))
  return {
    title,
    intent: isWanted ? named : (wanted[0] ?? 'connect'),
    hook,
    hookId: chosen?.id ?? hooks.find(({ id }) => id === said.hookId)?.id ?? null,
    angle,
    details: {
      outline: said.outline,
      audience: said.audience ?? '',
      theme: said.theme ?? '',
      reason: said.reason ?? '',
    },
  }
}
