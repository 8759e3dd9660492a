import type { Network, Post } from '@rheos/contract'
import { useDeferredValue, useMemo } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { countText } from '../count-text.ts'
import { findingGroups } from '../preflight/finding-groups.ts'
import { findingsFor } from '../preflight/preflight-change.ts'
import { usePostAssets } from './use-post-assets.ts'

export interface OpenChecks {
  readonly count: number
  /** Some of them keep the post from going out. */
  readonly hasErrors: boolean
}

/** How much the checks have to say of a post, on the networks that are looked at. */
export function useOpenChecks(post: Post, networks: readonly Network[]): OpenChecks {
  const assets = usePostAssets(post)
  const deferred = useDeferredValue(post)
  return useMemo(() => {
    // What holds for ten pictures is one line to read, and one to count.
    const lines = networks.flatMap((network) =>
      findingGroups(findingsFor(deferred, network, assets)),
    )
    return {
      count: lines.length,
      hasErrors: lines.some(([{ severity }]) => severity === 'error'),
    }
  }, [deferred, networks, assets])
}

/** Their number, beside the words that lead to them; nothing where all is well. */
export function OpenChecksMark({ checks }: { readonly checks: OpenChecks }) {
  const { count, hasErrors } = checks
  if (count === 0) return null
  return (
    <span className="ms-1.5">
      <Badge tone={hasErrors ? 'danger' : 'warning'}>
        <span aria-hidden="true">{count.toLocaleString('en-GB')}</span>
        <span className="sr-only">
          {countText(count, 'open check')}
          {hasErrors && ', with something to fix'}
        </span>
      </Badge>
    </span>
  )
}
