import type { Post } from '@rheos/contract'

export const directionMax = 2000

/** What slides for a post are to be about: what the post says. */
export function directionOf({ title, body }: Pick<Post, 'title' | 'body'>): string {
  const said = body.startsWith(title) ? [body] : [title, body]
  return said
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n')
    .slice(0, directionMax)
}
