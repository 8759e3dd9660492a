import type { Post } from '@rheos/contract'
import { PenLine } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { SpendButton } from '../credits/spend-button.tsx'
import { useImagePrompt } from '../writing/use-image-prompt.ts'
import { promptMax } from './image-limits.ts'

export interface WriteFromPostProps {
  readonly post: Post
  readonly brandId: string | undefined
  /** The prompt as it comes, and once more when it is whole. */
  readonly onWrite: (prompt: string) => void
}

/** Has the prompt written from the post that the picture is for. */
export function WriteFromPost({ post, brandId, onWrite }: WriteFromPostProps) {
  const { text, state, start } = useImagePrompt()
  const write = useRef(onWrite)
  useEffect(() => {
    write.current = onWrite
  })
  useEffect(() => {
    if (state === 'writing' && text !== '') write.current(text.slice(0, promptMax))
  }, [state, text])
  return (
    <SpendButton
      action="text.rewrite"
      label="Write from the post"
      icon={<PenLine size={14} aria-hidden="true" />}
      size="sm"
      variant="secondary"
      quiet
      onSpend={async (spend) => {
        const asked = { postId: post.id, ...(brandId !== undefined && { brandId }) }
        const whole = await start(asked, spend)
        if (whole !== undefined) write.current(whole.slice(0, promptMax))
      }}
    />
  )
}
