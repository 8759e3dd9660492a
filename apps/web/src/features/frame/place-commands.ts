import type { Me } from '@rheos/contract'
import { useNavigate } from '@tanstack/react-router'
import {
  CircleUserRound,
  Clock,
  CreditCard,
  GalleryHorizontal,
  LifeBuoy,
  type LucideIcon,
  Scale,
  Share2,
} from 'lucide-react'
import { useMe } from '../../api/account.ts'
import type { Command } from './command.ts'
import { places } from './places.ts'

interface FurtherPlace {
  readonly to:
    | '/carousels'
    | `/settings/${'account' | 'accounts' | 'posting-times' | 'billing' | 'billing/balance'}`
    | '/operator'
    | `/operator/${'workspaces' | 'prices' | 'margin' | 'payments' | 'audits'}`
  readonly label: string
  readonly icon: LucideIcon
  readonly also?: string
}

/** The pages that have no room in the sidebar. */
const furtherPlaces: readonly FurtherPlace[] = [
  { to: '/carousels', label: 'Carousels', icon: GalleryHorizontal, also: 'slides' },
  {
    to: '/settings/accounts',
    label: 'Social accounts',
    icon: Share2,
    also: 'networks channels connect settings',
  },
  {
    to: '/settings/posting-times',
    label: 'Posting times',
    icon: Clock,
    also: 'schedule slots settings',
  },
  {
    to: '/settings/billing',
    label: 'Billing and usage',
    icon: CreditCard,
    also: 'credits plan invoices settings',
  },
  {
    to: '/settings/billing/balance',
    label: 'Why the balance is what it is',
    icon: Scale,
    also: 'credits explain',
  },
  {
    to: '/settings/account',
    label: 'Account',
    icon: CircleUserRound,
    also: 'profile password theme workspace settings',
  },
]

const desk: FurtherPlace = { to: '/operator', label: 'Operator’s desk', icon: LifeBuoy }
const deskPlaces: readonly FurtherPlace[] = [
  { ...desk, to: '/operator/workspaces', label: `${desk.label}: workspaces` },
  { ...desk, to: '/operator/prices', label: `${desk.label}: prices` },
  { ...desk, to: '/operator/margin', label: `${desk.label}: margin` },
  { ...desk, to: '/operator/payments', label: `${desk.label}: payments` },
  { ...desk, to: '/operator/audits', label: `${desk.label}: books`, also: 'audits' },
]

/** Every page that one can go to from anywhere. */
export function usePlaceCommands(): readonly Command[] {
  const navigate = useNavigate()
  const operator = useMe().data?.operator ?? 'no'
  return [
    ...places.map(({ to, label, icon, key }) => ({
      ...{ id: `go-${key}`, group: 'Go to' as const, label, icon, hint: `g ${key}` },
      run: () => void navigate({ to }),
    })),
    ...[...furtherPlaces, ...deskOf(operator)].map(({ to, ...place }) => ({
      ...place,
      id: `go${to.replaceAll('/', '-')}`,
      group: 'Go to' as const,
      run: () => void navigate({ to }),
    })),
  ]
}

function deskOf(operator: Me['operator']): readonly FurtherPlace[] {
  if (operator === 'no') return []
  return operator === 'yes' ? deskPlaces : [desk]
}
