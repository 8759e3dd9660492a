import type { Idea, NewWriting, Problem, SlideText } from '@rheos/contract'
import { useEffect, useRef, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { problemFrom } from '../../api/api-error.ts'
import { type WritingDone, write } from '../../api/writing.ts'
import type { Spend } from '../credits/use-spend.ts'

export type WritingState = 'idle' | 'writing' | 'done' | 'failed'

/** What is asked for without the price it was seen at. */
export type Ask<Kind extends NewWriting['kind']> = Omit<
  Extract<NewWriting, { kind: Kind }>,
  'kind' | 'quote'
>

/** What has come of it so far; after the end, exactly what was kept. */
export interface Writing {
  readonly state: WritingState
  readonly text: string
  readonly ideas: readonly Idea[]
  readonly slides: readonly SlideText[]
  readonly hashtags: readonly string[]
  /** One sentence when something of it is not as asked. */
  readonly note: string | null
  readonly problem: Problem | undefined
}

const nothing: Writing = {
  state: 'idle',
  text: '',
  ideas: [],
  slides: [],
  hashtags: [],
  note: null,
  problem: undefined,
}

/** One writing at a time, shown as it comes. Leaving the page ends it. */
export function useWriting() {
  const { id: workspaceId } = useWorkspace()
  const [writing, setWriting] = useState(nothing)
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])

  /** Throws what the server refuses, and keeps it as `problem`; nothing comes of what was stopped. */
  async function start(body: NewWriting, pressId: string): Promise<WritingDone | undefined> {
    abort.current?.abort()
    const controller = new AbortController()
    abort.current = controller
    const { signal } = controller
    const change = (next: (known: Writing) => Writing) => {
      if (!signal.aborted) setWriting(next)
    }
    setWriting({ ...nothing, state: 'writing' })
    try {
      const onEvent = (event: Parameters<typeof withEvent>[1]) =>
        change((known) => withEvent(known, event))
      const done = await write({ workspaceId, body, pressId, signal, onEvent })
      return signal.aborted ? undefined : done
    } catch (error) {
      if (signal.aborted) return undefined
      const problem = problemFrom(error)
      change((known) => ({ ...known, state: 'failed', problem }))
      throw error
    }
  }

  /** Ends it; what had come by then stays to be seen. */
  function stop(): void {
    abort.current?.abort()
    setWriting((known) => (known.state === 'writing' ? { ...known, state: 'idle' } : known))
  }

  function clear(): void {
    abort.current?.abort()
    setWriting(nothing)
  }

  return { ...writing, start, stop, clear }
}

type Event = Parameters<NonNullable<Parameters<typeof write>[0]['onEvent']>>[0]

function withEvent(known: Writing, event: Event): Writing {
  switch (event.type) {
    case 'text':
      return { ...known, text: known.text + event.delta }
    case 'idea':
      return { ...known, ideas: [...known.ideas, event.idea] }
    case 'slide':
      return { ...known, slides: [...known.slides, event.slide] }
    case 'restart':
      return { ...nothing, state: 'writing' }
    case 'done': {
      const { text, ideas, slides, hashtags, note } = event
      return { ...known, state: 'done', text: text ?? '', ideas, slides, hashtags, note }
    }
    case 'problem':
      return known
  }
}

/** A kind of writing whose result is a text. */
export interface TextWriting<Kind extends NewWriting['kind']> {
  readonly state: WritingState
  /** What has come so far; once `state` is `done`, exactly what was kept. */
  readonly text: string
  readonly note: string | null
  readonly problem: Problem | undefined
  /** Resolves with the whole text; with nothing when it was stopped. Throws what is refused. */
  readonly start: (ask: Ask<Kind>, spend: Spend) => Promise<string | undefined>
  readonly stop: () => void
  readonly clear: () => void
}

/** The kinds that write a text and keep no post. */
export type TextKind = 'rewrite' | 'version' | 'alt' | 'image_prompt'

export function useTextWriting<Kind extends TextKind>(kind: Kind): TextWriting<Kind> {
  const { state, text, note, problem, start, stop, clear } = useWriting()
  return {
    ...{ state, text, note, problem, stop, clear },
    start: async (ask, { quote, pressId }) => {
      // The kind and what is asked belong together, which an open type cannot show.
      const body = { ...ask, kind, quote } as unknown as NewWriting
      return (await start(body, pressId))?.text ?? undefined
    },
  }
}
