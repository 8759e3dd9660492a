import type { Network, Post, PostVersion } from '@rheos/contract'
import { type FieldEdit, isSameValue } from './post-fields.ts'

const parts = ['title', 'body', 'thread', 'media'] as const

/** The edit that gives a network this version; parts that stay as they are are not in it. */
export function versionEdit(post: Post, network: Network, version: PostVersion): FieldEdit {
  const own = post.versions[network]
  const edit: Record<string, unknown> = {}
  for (const part of parts) {
    const value = part === 'thread' && version.thread?.length === 0 ? undefined : version[part]
    if (!isSameValue(value, own?.[part])) edit[`${network}.${part}`] = value
  }
  return edit as FieldEdit
}
