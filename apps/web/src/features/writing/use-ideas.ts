import type { Idea, NewWriting } from '@rheos/contract'
import { useEffect, useRef, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { write } from '../../api/writing.ts'

export type IdeasRequest = Omit<Extract<NewWriting, { kind: 'ideas' }>, 'kind' | 'avoid'>

export interface Ideas {
  /** The three on the table, as they come in. */
  readonly ideas: readonly Idea[]
  readonly running: boolean
  /** Throws what the server refuses; being stopped is no refusal. */
  readonly ask: (request: IdeasRequest, pressId: string) => Promise<void>
  readonly stop: () => void
}

/** Three ideas at a time; each further ask avoids every title already seen here. */
export function useIdeas(): Ideas {
  const { id: workspaceId } = useWorkspace()
  const [ideas, setIdeas] = useState<readonly Idea[]>([])
  const [running, setRunning] = useState(false)
  const seen = useRef<string[]>([])
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])

  async function ask(request: IdeasRequest, pressId: string): Promise<void> {
    abort.current?.abort()
    const controller = new AbortController()
    abort.current = controller
    const avoid = seen.current.slice(-60)
    setIdeas([])
    setRunning(true)
    try {
      await write({
        workspaceId,
        body: { ...request, kind: 'ideas', avoid },
        pressId,
        signal: controller.signal,
        onEvent: (event) => {
          if (event.type !== 'idea' || controller.signal.aborted) return
          seen.current.push(event.idea.title)
          setIdeas((known) => [...known, event.idea])
        },
      })
    } catch (error) {
      if (!controller.signal.aborted) throw error
    } finally {
      if (abort.current === controller) setRunning(false)
    }
  }

  function stop(): void {
    abort.current?.abort()
    setRunning(false)
  }

  return { ideas, running, ask, stop }
}
