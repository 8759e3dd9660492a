import type { Post } from '@rheos/contract'
import { Button } from '../../ui/button.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import { briefOfPost, ideaOfPost, textRequestOf } from './brief.ts'
import type { Text } from './use-text.ts'

export interface WriteFromIdeaProps {
  readonly post: Post
  readonly writing: Text
  /** Goes on with the idea itself as the draft. */
  readonly onPost: () => void
}

/** The two ways on from an idea that was kept. */
export function WriteFromIdea({ post, writing, onPost }: WriteFromIdeaProps) {
  return (
    <>
      <SpendButton
        action="text.post"
        label="Write it"
        quiet
        disabled={post.title === '' && post.body.trim() === ''}
        onSpend={({ quote, pressId }) =>
          writing.start(textRequestOf('post', briefOfPost(post), quote, ideaOfPost(post)), pressId)
        }
      />
      <Button onClick={onPost}>Write it yourself</Button>
    </>
  )
}
