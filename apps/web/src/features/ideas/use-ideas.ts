import type { Idea, NewWriting, Quote } from '@rheos/contract'
import { useEffect, useRef, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { write } from '../../api/writing.ts'
import { type Brief, givenOf } from '../writing/brief.ts'
import type { IdeaPlace } from './kept-ideas.ts'
import { type IdeaTableState, useIdeaTable } from './use-idea-table.ts'

export type IdeasRequest = Omit<Extract<NewWriting, { kind: 'ideas' }>, 'kind' | 'avoid' | 'count'>

export interface Ideas extends Pick<IdeaTableState, 'table' | 'brief' | 'start' | 'clear'> {
  readonly running: boolean
  /** Whose place another idea is being thought of for. */
  readonly replacing: number | undefined
  /** Throws what the server refuses; being stopped is no refusal. */
  readonly ask: (request: IdeasRequest, pressId: string) => Promise<void>
  /** The same for one of them alone. */
  readonly askForOther: (at: number, request: IdeasRequest, pressId: string) => Promise<void>
  readonly stop: () => void
  readonly choose: (titles: readonly string[]) => void
  /** Ideas became posts: by title, the post's id. */
  readonly markKept: (posts: readonly (readonly [string, string])[]) => void
}

const avoidedMax = 60

/** Three ideas at a time; each further ask avoids every title already seen here. */
export function useIdeas(place: IdeaPlace | undefined, start: string): Ideas {
  const { id: workspaceId } = useWorkspace()
  const { key, table, change, ...at } = useIdeaTable(place, start)
  const [running, setRunning] = useState(false)
  const [replacing, setReplacing] = useState<number>()
  const abort = useRef<AbortController>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for one place ends with it.
  useEffect(() => () => abort.current?.abort(), [key])

  async function run(
    body: Omit<Extract<NewWriting, { kind: 'ideas' }>, 'kind' | 'avoid'>,
    pressId: string,
    onTable: (ideas: readonly Idea[], came: readonly Idea[]) => readonly Idea[],
  ): Promise<void> {
    abort.current?.abort()
    const controller = new AbortController()
    abort.current = controller
    let came: readonly Idea[] = []
    setRunning(true)
    change(() => ({ note: null }))
    try {
      await write({
        workspaceId,
        body: { ...body, kind: 'ideas', avoid: [...table.seen] },
        pressId,
        signal: controller.signal,
        onEvent: (event) => {
          if (controller.signal.aborted) return
          if (event.type === 'done') change(() => ({ note: event.note }))
          if (event.type !== 'idea' && event.type !== 'restart') return
          came = event.type === 'idea' ? [...came, event.idea] : []
          const all = came
          change(({ ideas, seen }) => ({
            ideas: onTable(ideas, all),
            seen: [...new Set([...seen, ...all.map(({ title }) => title)])].slice(-avoidedMax),
          }))
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
    change(() => ({ ideas: [], chosen: [] }))
    setReplacing(undefined)
    await run(request, pressId, (_, came) => came)
  }

  async function askForOther(at: number, request: IdeasRequest, pressId: string): Promise<void> {
    setReplacing(at)
    await run({ ...request, count: 1 }, pressId, (ideas, [other]) =>
      other === undefined ? ideas : ideas.with(at, other),
    )
  }

  function stop(): void {
    abort.current?.abort()
    setRunning(false)
    setReplacing(undefined)
  }

  return {
    ...at,
    ...{ table, running, replacing, ask, askForOther, stop },
    choose: (chosen) => change(() => ({ chosen })),
    markKept: (posts) => change((known) => ({ posts: new Map([...known.posts, ...posts]) })),
  }
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
