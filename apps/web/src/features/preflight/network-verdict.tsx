import type { Finding } from '@rheos/preflight'
import { Badge } from '../../ui/badge.tsx'

/** In two words, whether the post can go out to a network. */
export function NetworkVerdict({ findings }: { readonly findings: readonly Finding[] }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (errors > 0) return <Badge tone="danger">{errors} to fix</Badge>
  if (findings.length > 0) return <Badge tone="warning">Ready · {findings.length} to look at</Badge>
  return <Badge tone="success">Ready</Badge>
}
