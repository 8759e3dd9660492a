import type { Idea, NewWriting, Quote } from '@rheos/contract'
import { useEffect, useRef, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { write } from '../../api/writing.ts'
import { type Brief, givenOf } from '../writing/brief.ts'

export type IdeasRequest = Omit<Extract<NewWriting, { kind: 'ideas' }>, 'kind' | 'avoid' | 'count'>

export interface Ideas {
  /** The three on the table, as they come in. */
  readonly ideas: readonly Idea[]
  readonly running: boolean
  /** Whose place another idea is being thought of for. */
  readonly replacing: number | undefined
  /** One sentence when they are not as asked. */
  readonly note: string | null
  /** Throws what the server refuses; being stopped is no refusal. */
  readonly ask: (request: IdeasRequest, pressId: string) => Promise<void>
  /** The same for one of them alone. */
  readonly askForOther: (at: number, request: IdeasRequest, pressId: string) => Promise<void>
  readonly stop: () => void
}

/** Three ideas at a time; each further ask avoids every title already seen here. */
export function useIdeas(): Ideas {
  const { id: workspaceId } = useWorkspace()
  const [ideas, setIdeas] = useState<readonly Idea[]>([])
  const [running, setRunning] = useState(false)
  const [replacing, setReplacing] = useState<number>()
  const [note, setNote] = useState<string | null>(null)
  const seen = useRef<string[]>([])
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])

  async function run(
    body: Omit<Extract<NewWriting, { kind: 'ideas' }>, 'kind' | 'avoid'>,
    pressId: string,
    show: { readonly idea: (idea: Idea) => void; readonly again: () => void },
  ): Promise<void> {
    abort.current?.abort()
    const controller = new AbortController()
    abort.current = controller
    const avoid = seen.current.slice(-60)
    setRunning(true)
    setNote(null)
    try {
      await write({
        workspaceId,
        body: { ...body, kind: 'ideas', avoid },
        pressId,
        signal: controller.signal,
        onEvent: (event) => {
          if (controller.signal.aborted) return
          if (event.type === 'restart') show.again()
          if (event.type === 'done') setNote(event.note)
          if (event.type !== 'idea') return
          seen.current.push(event.idea.title)
          show.idea(event.idea)
        },
      })
    } catch (error) {
      if (!controller.signal.aborted) throw error
    } finally {
      if (abort.current === controller) {
        setRunning(false)
        setReplacing(undefined)
      }
    }
  }

  async function ask(request: IdeasRequest, pressId: string): Promise<void> {
    setIdeas([])
    setReplacing(undefined)
    await run(request, pressId, {
      idea: (idea) => setIdeas((known) => [...known, idea]),
      again: () => setIdeas([]),
    })
  }

  async function askForOther(at: number, request: IdeasRequest, pressId: string): Promise<void> {
    setReplacing(at)
    await run({ ...request, count: 1 }, pressId, {
      idea: (idea) => setIdeas((known) => known.with(at, idea)),
      again: () => undefined,
    })
  }

  function stop(): void {
    abort.current?.abort()
    setRunning(false)
    setReplacing(undefined)
  }

  return { ideas, running, replacing, note, ask, askForOther, stop }
}

/** What is asked of the brief: for a network only where there is just one. */
export function ideasRequestOf(brief: Brief, quote: Quote): IdeasRequest {
  const [network, ...others] = brief.networks
  return {
    ...givenOf(brief),
    ...(network === undefined || others.length > 0 ? {} : { network }),
    ...(brief.intents.length === 0 ? {} : { intents: [...brief.intents] }),
    quote,
  }
}
