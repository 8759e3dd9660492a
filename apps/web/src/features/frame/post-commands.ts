import { useNavigate } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { usePosts } from '../../api/posts.ts'
import { headingOf } from '../posts/post-heading.ts'
import { postStateWords } from '../publishing/delivery-words.ts'
import { useSettled } from '../use-settled.ts'
import type { Command } from './command.ts'
import { matching } from './matching-commands.ts'

const shown = 5

/** The posts edited last, or those of all that hold what is looked for. */
export function usePostCommands(text: string): readonly Command[] {
  const navigate = useNavigate()
  const typed = text.trim()
  const q = useSettled(typed)
  const { data, isPlaceholderData } = usePosts(q === '' ? {} : { q }, shown)
  const posts = (data?.pages[0]?.items ?? []).map(
    (post): Command => ({
      id: `post-${post.id}`,
      group: 'Recent posts',
      label: headingOf(post),
      icon: FileText,
      hint: postStateWords[post.state].label,
      run: () => void navigate({ to: '/posts/$postId', params: { postId: post.id } }),
    }),
  )
  // Until there is an answer, those of the last one that fit as well.
  return isPlaceholderData || q !== typed ? matching(posts, typed) : posts
}
