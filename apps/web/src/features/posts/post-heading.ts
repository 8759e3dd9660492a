import type { Post } from '@rheos/contract'

/** What a post is called in a list. */
export function headingOf({ title, body }: Pick<Post, 'title' | 'body'>): string {
  return title || body.split('\n')[0]?.slice(0, 80) || 'Untitled'
}
