import type { Credits, Post, WorkspaceEvent } from '@rheos/contract'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
} from 'react'
import { useWorkspace } from '../../api/account.ts'
import { applyGenerationEvent } from '../../api/generations.ts'
import { keys } from '../../api/query-keys.ts'
import { followWorkspace } from './follow-workspace.ts'

type GenerationEvent = Extract<WorkspaceEvent, { type: 'generation' }>['generation']

type PostEvent = Extract<WorkspaceEvent, { type: 'post' }>['post']

type Live = 'starting' | 'live' | 'lost'

const LiveContext = createContext<Live>('starting')

/** Whether changes arrive by themselves just now. */
export function useIsLive(): boolean {
  return useContext(LiveContext) === 'live'
}

/** Whether they did, and do not any more. */
export function useIsReconnecting(): boolean {
  return useContext(LiveContext) === 'lost'
}

export interface LiveProps {
  readonly onGeneration: (generation: GenerationEvent) => void
  readonly children: ReactNode
}

/** Keeps what is on the page in step with the workspace. */
export function Live({ onGeneration, children }: LiveProps) {
  const { id } = useWorkspace()
  const client = useQueryClient()
  const [state, setState] = useState<Live>('starting')

  const onEvent = useEffectEvent((event: WorkspaceEvent) => {
    if (event.type === 'credits') return void takeCredits(event.credits)
    if (event.type === 'notices') return readNotices()
    if (event.type === 'billing') return readBilling()
    if (event.type === 'post') return readPost(event.post)
    if (event.type === 'delivery') return readDeliveries(event.postId)
    if (event.type === 'social_accounts') return readSocialAccounts()
    applyGenerationEvent(client, id, event.generation)
    onGeneration(event.generation)
  })

  async function takeCredits(credits: Credits): Promise<void> {
    // An answer still on its way is older than what has just been told.
    await client.cancelQueries({ queryKey: keys.credits(id) })
    const known = client.getQueryData<Credits>(keys.credits(id))
    client.setQueryData(keys.credits(id), credits)
    // With the plan the mark comes or goes; with the cycle all figures begin anew.
    if (known !== undefined && (known.plan !== credits.plan || !isSameCycle(known, credits)))
      void client.invalidateQueries({ queryKey: keys.workspace(id) })
    void client.invalidateQueries({ queryKey: keys.explanation(id, 'now') })
  }

  function readNotices(): void {
    void client.invalidateQueries({ queryKey: keys.notices(id) })
  }

  function readBilling(): void {
    void client.invalidateQueries({ queryKey: keys.billing(id) })
    void client.invalidateQueries({ queryKey: keys.me })
  }

  /** One's own change is told too; what is known already is not read again. */
  function readPost({ id: postId, revision }: PostEvent): void {
    const known = client.getQueryData<Post>(keys.post(id, postId))
    if (known !== undefined && known.revision >= revision) return
    readAnew(keys.post(id, postId), keys.posts(id))
  }

  function readDeliveries(postId: string): void {
    readAnew(keys.deliveries(id, postId), keys.calendar(id), keys.post(id, postId), keys.posts(id))
  }

  /** A first answer that is still on its way may be older than what has just been told. */
  function readAnew(...queryKeys: readonly QueryKey[]): void {
    for (const queryKey of queryKeys)
      void client.cancelQueries({ queryKey }).then(() => client.invalidateQueries({ queryKey }))
  }

  function readSocialAccounts(): void {
    void client.invalidateQueries({ queryKey: keys.socialAccounts(id) })
  }

  const onLive = useEffectEvent((live: boolean) => {
    // What happened while nothing came is not told again: ask for what may have moved.
    if (live && state === 'lost') void client.invalidateQueries({ queryKey: keys.workspace(id) })
    if (live && state === 'starting') readNotices()
    setState(live ? 'live' : 'lost')
  })

  useEffect(() => followWorkspace(id, { onEvent, onLive }), [id])

  return <LiveContext value={state}>{children}</LiveContext>
}

function isSameCycle(a: Credits, b: Credits): boolean {
  return a.cycle.start === b.cycle.start
}
