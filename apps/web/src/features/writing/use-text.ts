import type { NewPost, NewWriting, Post, Problem } from '@rheos/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { problemFrom } from '../../api/api-error.ts'
import { rememberPost, useCreatePost } from '../../api/posts.ts'
import { write } from '../../api/writing.ts'

export type TextRequest = Extract<NewWriting, { kind: 'caption' | 'post' }>

export interface Text {
  /** What is being written, from the press on; `undefined` before. */
  readonly request: TextRequest | undefined
  readonly text: string
  readonly running: boolean
  readonly problem: Problem | undefined
  /** Throws what the server refuses, and keeps it as `problem`; being stopped is no refusal. */
  readonly start: (request: TextRequest, pressId: string) => Promise<void>
  /** Ends the writing; what had come by then is kept as a draft. */
  readonly stop: () => void
  readonly clear: () => void
}

/** A caption or a post as it is written; `onPost` gets the draft when there is one. */
export function useText(onPost: (post: Post) => void): Text {
  const { id: workspaceId } = useWorkspace()
  const client = useQueryClient()
  const createPost = useCreatePost()
  const [request, setRequest] = useState<TextRequest>()
  const [text, setText] = useState('')
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])

  async function start(body: TextRequest, pressId: string): Promise<void> {
    abort.current?.abort()
    const controller = new AbortController()
    abort.current = controller
    setRequest(body)
    setText('')
    setProblem(undefined)
    setRunning(true)
    try {
      const { post } = await write({
        workspaceId,
        body,
        pressId,
        signal: controller.signal,
        onEvent: (event) => {
          if (event.type === 'text') setText((known) => known + event.delta)
          if (event.type === 'restart') setText('')
        },
      })
      if (post === null) return
      rememberPost(client, workspaceId, post)
      onPost(post)
    } catch (error) {
      if (controller.signal.aborted) return
      setProblem(problemFrom(error))
      throw error
    } finally {
      if (abort.current === controller) setRunning(false)
    }
  }

  async function stop(): Promise<void> {
    abort.current?.abort()
    setRunning(false)
    if (text.trim() === '') return setRequest(undefined)
    try {
      onPost(await createPost.mutateAsync(postFrom(text, request)))
    } catch (error) {
      setProblem(problemFrom(error))
    }
  }

  return {
    request,
    text,
    running,
    problem,
    start,
    stop: () => void stop(),
    clear: () => setRequest(undefined),
  }
}

function postFrom(body: string, request: TextRequest | undefined): NewPost {
  const { brandId, intent, idea, hook = idea?.hookId, networks, postType } = request ?? {}
  return {
    body,
    title: idea?.title.slice(0, 200) ?? '',
    ...(brandId === undefined ? {} : { brandId }),
    ...(intent === undefined ? {} : { intent }),
    ...(networks === undefined ? {} : { networks }),
    ...(postType === undefined ? {} : { type: postType }),
    ...(hook === undefined || hook === null ? {} : { hook }),
  }
}
