import type { PlanId } from '@rheos/contract'
import { Badge } from '../../ui/badge.tsx'

const names: Readonly<Record<PlanId, string>> = { free: 'Free', business: 'Business', team: 'Team' }

export function PlanBadge({ plan }: { readonly plan: PlanId }) {
  return <Badge tone={plan === 'free' ? 'neutral' : 'accent'}>{names[plan]}</Badge>
}
